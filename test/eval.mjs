/**
 * `npm run eval`: how well `inspect` understands the replies written for the project
 * (test/fixtures/replies), through the command as a person runs it. `--misses` names each that is
 * not as expected. Exits with 1 where an answer is false: that must never be.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faults, fixtures, outcome } from './support/reply-fixtures.mjs';

const all = fixtures();
const folder = mkdtempSync(join(tmpdir(), 'mikronet-eval-'));
const started = performance.now();
const said = understood();
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
rmSync(folder, { recursive: true });

/** What inspect says of each, in order. */
function understood() {
  for (const [at, { source }] of all.entries()) {
    writeFileSync(join(folder, `${String(at).padStart(5, '0')}.eml`), source);
  }
  const bin = new URL('../bin/mikronet.js', import.meta.url).pathname;
  const run = spawnSync(process.execPath, [bin, 'inspect', '--json', folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** An outcome without its details: what a wrong one would do to the organiser. */
const plain = (/** @type {string} */ text) => text.replace(/^(?:answer|calendar-reply) /, '');
const DECIDED = ['accepted', 'declined', 'tentative'];
const isDecided = (/** @type {string} */ text) => DECIDED.includes(plain(text));

// ---------------------------------------------------------------- what became of what

const rows = all.map((fixture, at) => {
  const got = outcome(said[at]);
  const right = fixture.expected.outcomes.includes(got);
  const [want] = fixture.expected.outcomes;
  const verdict = right ? 'right' : isDecided(got) ? 'false' : 'asked';
  const wrong = faults(fixture, said[at]);
  return { fixture, want: right ? got : want, got, verdict, wrong };
});

const columns = [...new Set(rows.flatMap(({ want, got }) => [want, got]).map(plain))].toSorted();
const cells = columns.map((want) =>
  columns.map(
    (got) => rows.filter((row) => plain(row.want) === want && plain(row.got) === got).length,
  ),
);
print(
  ['is \\ said', ...columns],
  columns.map((want, at) => [want, ...cells[at]]),
);

// ---------------------------------------------------------------- shares

const groups = [...new Set(all.map(({ group }) => group))];
print(
  ['', 'mails', 'right', 'asked', 'false', 'clear answers decided'],
  groups.map((group) => {
    const its = rows.filter(({ fixture }) => fixture.group === group);
    const of = (/** @type {string} */ verdict) =>
      its.filter((row) => row.verdict === verdict).length;
    const clear = its.filter(
      ({ fixture }) =>
        fixture.expected.outcomes.length === 1 && isDecided(fixture.expected.outcomes[0]),
    );
    const decided = clear.filter(({ verdict }) => verdict === 'right').length;
    return [group, its.length, of('right'), of('asked'), of('false'), share(decided, clear.length)];
  }),
);
const texts = rows.filter(({ fixture }) => fixture.expected.text !== undefined);
const exact = texts.filter(({ wrong }) => !wrong.some((line) => line.startsWith('text:')));
const wholly = rows.filter(({ wrong }) => wrong.length === 0);
process.stdout.write(
  `${all.length} mails in ${seconds} s; as expected in every detail ${share(wholly.length, all.length)}; ` +
    `new text exact ${share(exact.length, texts.length)}\n`,
);
if (process.argv.includes('--misses')) {
  for (const { fixture, wrong } of rows.filter((row) => row.wrong.length > 0)) {
    process.stdout.write(`${fixture.name}\n${wrong.map((line) => `  ${line}\n`).join('')}`);
  }
}
process.exitCode = rows.some(({ verdict }) => verdict === 'false') ? 1 : 0;

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** @param {readonly string[]} head @param {readonly (readonly (string | number)[])[]} lines */
function print(head, lines) {
  const table = [head, ...lines].map((line) => line.map(String));
  const widths = head.map((_, at) => Math.max(...table.map((line) => line[at].length)));
  for (const line of table) {
    const shown = line.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at]) : (cell === '0' ? '·' : cell).padStart(widths[at]),
    );
    process.stdout.write(`${shown.join('  ')}\n`);
  }
  process.stdout.write('\n');
}
