/**
 * Measures what README.md says under "Speed": each thing beside what it is compared with, in turn,
 * so that only the ratio counts.
 *
 *     npm run bench                 everything, some minutes
 *     npm run bench -- --quick      smaller and fewer rounds, to see that nothing is badly wrong
 *     npm run bench -- status       the rows that hold the word
 *     npm run bench -- --cpu        by the time of the processor, where a machine has other things to do
 *     npm run bench -- --rounds 3   so many rounds of each
 *
 * Prints a table, and writes .cache/bench.json. Exit 1 where a must is not met.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { growing, remembering } from './rows/growing.mjs';
import { knowing } from './rows/knowing.mjs';
import { mailbox } from './rows/mailbox.mjs';
import { sending } from './rows/sending.mjs';
import { starting } from './rows/starting.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const args = process.argv.slice(2);
const quick = args.includes('--quick');
const words = args.filter((arg, index) => !/^-|^\d+$/.test(arg) && args[index - 1] !== '--rounds');
const isWanted = ({ what }) => words.length === 0 || words.some((word) => what.includes(word));

const closers = [];
const tmp = mkdtempSync(join(tmpdir(), 'mikronet-bench-'));
const context = {
  tmp,
  quick,
  cpu: args.includes('--cpu'),
  project,
  bin: join(project, 'bin/mikronet.js'),
  closing: (close) => closers.push(close),
};

const out = (text) => process.stdout.write(`${text}\n`);
const results = {
  node: process.version,
  cores: availableParallelism(),
  quick,
  rows: [],
  growth: [],
};

try {
  out(`node ${process.version}, ${results.cores} cores${quick ? ', quick' : ''}\n`);
  out(line(['', 'ours', 'theirs', 'ratio', 'must', 'aim', '']));
  for (const part of [starting, sending, knowing, mailbox]) {
    for (const row of (await part(context)).filter(isWanted)) {
      const { ours, theirs, ratio } = await row.measure();
      results.rows.push({ ...named(row), ours, theirs, ratio });
      out(
        line([
          row.what,
          ms(ours),
          ms(theirs),
          ratio.toFixed(2),
          row.must,
          row.aim,
          verdict(ratio, row),
        ]),
      );
      out(`    against ${row.against}`);
    }
  }
  for (const row of (await remembering(context)).filter(isWanted)) {
    const mebibytes = await row.measure();
    results.rows.push({ ...named(row), mebibytes });
    out(
      line([
        row.what,
        `${mebibytes.toFixed(0)} MiB`,
        '',
        '',
        row.must,
        row.aim,
        verdict(mebibytes, row),
      ]),
    );
  }
  if (words.length === 0 || words.includes('growth')) {
    out('\ngrowth, microseconds a contact');
    for (const { what, sizes } of await growing(context)) {
      results.growth.push({ what, sizes });
      const cells = sizes.map(
        ({ size, ms: time, each }) =>
          `${size.toLocaleString('en')}: ${each.toFixed(0)} (${(time / 1_000).toFixed(2)} s)`,
      );
      out(`  ${what.padEnd(8)}${cells.map((cell) => cell.padEnd(26)).join('')}`.trimEnd());
    }
  }
} finally {
  for (const close of closers) close();
  rmSync(tmp, { recursive: true, force: true });
}

mkdirSync(join(project, '.cache'), { recursive: true });
writeFileSync(join(project, '.cache/bench.json'), `${JSON.stringify(results, null, 2)}\n`);
const missed = results.rows.filter(({ must, ratio, mebibytes }) => (ratio ?? mebibytes) > must);
if (missed.length > 0) {
  out(`\nnot met: ${missed.map(({ what }) => what).join('; ')}`);
  process.exitCode = 1;
}

function named({ what, against, must, aim }) {
  return { what, ...(against && { against }), must, aim };
}

function line([what, ...cells]) {
  return `${what.padEnd(58)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
}

function ms(time) {
  return time < 10_000 ? `${time.toFixed(0)} ms` : `${(time / 1_000).toFixed(1)} s`;
}

function verdict(value, { must, aim }) {
  return value <= aim ? 'aim met' : value <= must ? 'met' : 'NOT MET';
}
