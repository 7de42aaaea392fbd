/**
 * The replies written for the project (test/fixtures/replies), and what each should yield.
 *
 * `da.words` and its sisters hold what people write, each under a line that says what may be filed:
 *
 *     ===== accepted 2: Anna Holm, Bo Berg        the seats, the names
 *     ===== tentative | unclear                   either; never anything else
 *
 * `*.mails` hold whole mails under a line that names them. `Expect-…` fields say what they yield;
 * headers that every mail has are left out (`ENVELOPE`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { InspectJson } from '../../src/domain/contract.ts';

const FOLDER = new URL('../fixtures/replies/', import.meta.url);

export interface Expected {
  /** `answer accepted`, `unclear`, `bounce`…: what inspect says; any of them is right. */
  readonly outcomes: readonly string[];
  readonly seats?: number;
  readonly names?: readonly string[];
  /** The new text, exactly, blanks folded. */
  readonly text?: string;
  /** `kim@havn.example 5.1.1 permanent`. */
  readonly bounces?: readonly string[];
}

export interface Fixture {
  /** File, and where in it. */
  readonly name: string;
  /** da, en … of the words; else the file's name. */
  readonly group: string;
  readonly source: string;
  readonly expected: Expected;
}

const ENVELOPE: readonly (readonly [string, string])[] = [
  ['From', 'Kim Holm <kim@havn.example>'],
  ['To', 'Mikronet <info@mikronet.example>'],
  ['Subject', 'Sv: Træf for netværksansvarlige'],
  ['Date', 'Fri, 4 May 2012 10:12:00 +0200'],
  ['MIME-Version', '1.0'],
  ['Content-Type', 'text/plain; charset=utf-8'],
];

export function fixtures(): readonly Fixture[] {
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
const HEAD = /^(.+?)(?: (\d+))?(?:: (.+))?$/;

function fromWords(block: string, group: string, at: string): Fixture {
  const end = block.indexOf('\n');
  const [, said = '', seats, names] = HEAD.exec(block.slice(0, end).trim())!;
  const body = block.slice(end + 1).trim();
  return {
    name: `${at} ${body.split('\n').join(' / ').slice(0, 80)}`,
    group,
    source: mail(body, at),
    expected: {
      outcomes: said.split(' | ').map((each) => (ANSWERS.includes(each) ? `answer ${each}` : each)),
      ...(seats !== undefined && { seats: Number(seats) }),
      ...(names !== undefined && { names: names.split(', ') }),
    },
  };
}

function fromMail(block: string, group: string, at: string): Fixture {
  const [title = '', ...lines] = block.split('\n');
  const blank = lines.findIndex((line) => line === '');
  const head = lines.slice(0, blank);
  const expects = new Map<string, string[]>();
  const headers: string[] = [];
  for (const line of head) {
    const [, key, value = ''] = /^Expect(?:-(\w+))?: (.*)$/.exec(line) ?? [];
    if (!line.startsWith('Expect')) headers.push(line);
    else expects.set(key ?? 'Kind', [...(expects.get(key ?? 'Kind') ?? []), value]);
  }
  const one = (key: string) => expects.get(key)?.[0];
  const text = one('Text');
  const seats = one('Seats');
  return {
    name: `${at} ${title}`,
    group,
    source: mail(lines.slice(blank + 1).join('\n'), at, headers),
    expected: {
      outcomes: (one('Kind') ?? '').split(' | '),
      ...(seats !== undefined && { seats: Number(seats) }),
      ...(expects.has('Names') && { names: one('Names')!.split(', ') }),
      ...(text !== undefined && { text: text.replaceAll('\\n', '\n') }),
      ...(expects.has('Bounce') && { bounces: expects.get('Bounce')! }),
    },
  };
}

function mail(body: string, at: string, headers: readonly string[] = []): string {
  const has = (name: string) =>
    headers.some((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  const added = ENVELOPE.filter(([name]) => !has(name)).map(([name, value]) => `${name}: ${value}`);
  const id = has('Message-ID') ? [] : [`Message-ID: <${at.replace('#', '.')}@havn.example>`];
  return [...headers, ...added, ...id, '', body, ''].join('\n').replaceAll('\n', '\r\n');
}

// ---------------------------------------------------------------- what came of it

/** What inspect said, in the words of `outcomes`. */
export function outcome(got: Pick<InspectJson, 'kind' | 'answer'>): string {
  return got.answer === null ? got.kind : `${got.kind} ${got.answer}`;
}

/** What is not as expected, a line each. */
export function faults({ expected }: Fixture, got: InspectJson): readonly string[] {
  const { outcomes, seats, names, text, bounces } = expected;
  const found: string[] = [];
  const differs = (what: string, want: unknown, have: unknown) => {
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

function bounceLine({ recipient, status, permanent, delayed }: InspectJson['bounces'][number]) {
  const weight = delayed ? 'delayed' : permanent ? 'permanent' : 'not permanent';
  return `${recipient ?? '-'} ${status ?? '-'} ${weight}`;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
