/**
 * The replies written for the project (test/fixtures/replies), and what each should yield.
 *
 * `da.words` and its sisters hold what people write, each under a line that says what may be filed:
 *
 *     ===== accepted 2: Anna Holm, Bo Berg        the seats, the names
 *     ===== accepted -                           no number and nobody is named
 *     ===== tentative | unclear                   either; never anything else
 *
 * `*.mails` hold whole mails under a line that names them. `Expect-…` fields say what they yield;
 * headers that every mail has are left out (`ENVELOPE`).
 */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../fixtures/replies/', import.meta.url);

/**
 * @typedef {import('../../src/domain/contract.ts').InspectJson} InspectJson
 *
 * @typedef {object} Expected
 * @property {readonly string[]} outcomes `answer accepted`, `unclear`, `bounce`…; any of them is right
 * @property {number | null} [seats] null: none is stated
 * @property {readonly string[]} [names]
 * @property {string} [text] the new text, exactly, blanks folded
 * @property {readonly string[]} [bounces] `kim@havn.example 5.1.1 permanent`
 *
 * @typedef {object} Fixture
 * @property {string} name file, and where in it
 * @property {string} group the file: da, en … clients, bounces
 * @property {string} source
 * @property {Expected} expected
 */

const ENVELOPE = [
  ['From', 'Kim Holm <kim@havn.example>'],
  ['To', 'Mikronet <info@mikronet.example>'],
  ['Subject', 'Sv: Træf for netværksansvarlige'],
  ['Date', 'Fri, 4 May 2012 10:12:00 +0200'],
  ['MIME-Version', '1.0'],
  ['Content-Type', 'text/plain; charset=utf-8'],
];

/** @returns {readonly Fixture[]} */
export function fixtures() {
  return readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) => {
      const whole = readFileSync(new URL(file, FOLDER), 'utf8');
      const blocks = whole.split(/^===== /m).slice(1);
      const read = file.endsWith('.words') ? fromWords : fromMail;
      const group = file.replace(/\.\w+$/, '');
      return blocks.map((block, at) => read(block, group, `${file}#${at + 1}`));
    });
}

const ANSWERS = ['accepted', 'declined', 'tentative'];
const HEAD = /^(.+?)(?: (\d+|-))?(?:: (.+))?$/;

/** @param {string} block @param {string} group @param {string} at @returns {Fixture} */
function fromWords(block, group, at) {
  const end = block.indexOf('\n');
  const [, said = '', seats, names] = HEAD.exec(block.slice(0, end).trim()) ?? [];
  const body = block.slice(end + 1).trim();
  return {
    name: `${at} ${body.split('\n').join(' / ').slice(0, 80)}`,
    group,
    source: mail(body, at),
    expected: {
      outcomes: said.split(' | ').map((each) => (ANSWERS.includes(each) ? `answer ${each}` : each)),
      ...(seats === '-' && { seats: null, names: [] }),
      ...(seats !== undefined && seats !== '-' && { seats: Number(seats) }),
      ...(names !== undefined && { names: names.split(', ') }),
    },
  };
}

/** @param {string} block @param {string} group @param {string} at @returns {Fixture} */
function fromMail(block, group, at) {
  const [title = '', ...lines] = block.split('\n');
  const blank = lines.findIndex((line) => line === '');
  const head = lines.slice(0, blank);
  /** @type {Map<string, string[]>} */
  const expects = new Map();
  /** @type {string[]} */
  const headers = [];
  for (const line of head) {
    const [, key, value = ''] = /^Expect(?:-(\w+))?: (.*)$/.exec(line) ?? [];
    if (!line.startsWith('Expect')) headers.push(line);
    else expects.set(key ?? 'Kind', [...(expects.get(key ?? 'Kind') ?? []), value]);
  }
  const one = (/** @type {string} */ key) => expects.get(key)?.[0];
  const text = one('Text');
  const seats = one('Seats');
  return {
    name: `${at} ${title}`,
    group,
    source: mail(lines.slice(blank + 1).join('\n'), at, headers),
    expected: {
      outcomes: (one('Kind') ?? '').split(' | '),
      ...(seats !== undefined && { seats: Number(seats) }),
      ...(expects.has('Names') && { names: one('Names').split(', ') }),
      ...(text !== undefined && { text: text.replaceAll('\\n', '\n') }),
      ...(expects.has('Bounce') && { bounces: expects.get('Bounce') }),
    },
  };
}

/** @param {string} body @param {string} at @param {readonly string[]} headers */
function mail(body, at, headers = []) {
  const has = (/** @type {string} */ name) =>
    headers.some((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  const added = ENVELOPE.filter(([name]) => !has(name)).map(([name, value]) => `${name}: ${value}`);
  const id = has('Message-ID') ? [] : [`Message-ID: <${at.replace('#', '.')}@havn.example>`];
  return [...headers, ...added, ...id, '', body, ''].join('\n').replaceAll('\n', '\r\n');
}

// ---------------------------------------------------------------- what came of it

/**
 * What inspect said, in the words of `outcomes`.
 * @param {Pick<InspectJson, 'kind' | 'answer'>} got
 */
export function outcome(got) {
  return got.answer === null ? got.kind : `${got.kind} ${got.answer}`;
}

/**
 * What is not as expected, a line each.
 * @param {Fixture} fixture @param {InspectJson} got @returns {readonly string[]}
 */
export function faults({ expected }, got) {
  const { outcomes, seats, names, text, bounces } = expected;
  /** @type {string[]} */
  const found = [];
  const differs = (
    /** @type {string} */ what,
    /** @type {unknown} */ want,
    /** @type {unknown} */ have,
  ) => {
    if (JSON.stringify(want) !== JSON.stringify(have))
      found.push(`${what}: ${JSON.stringify(have)} instead of ${JSON.stringify(want)}`);
  };
  if (!outcomes.includes(outcome(got)))
    found.push(`${outcome(got)} instead of ${outcomes.join(' or ')}`);
  if (seats !== undefined) differs('seats', seats, got.seats);
  if (names !== undefined) differs('names', names, got.names);
  if (text !== undefined) differs('text', folded(text), folded(got.text));
  if (bounces !== undefined) differs('bounces', bounces, got.bounces.map(bounceLine));
  return found;
}

/** @param {InspectJson['bounces'][number]} bounce */
function bounceLine({ recipient, status, permanent, delayed }) {
  const weight = delayed ? 'delayed' : permanent ? 'permanent' : 'not permanent';
  return `${recipient ?? '-'} ${status ?? '-'} ${weight}`;
}

/** @param {string} text */
function folded(text) {
  return text.replace(/\s+/g, ' ').trim();
}
