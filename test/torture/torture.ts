/**
 * Kills the real program again and again while it invites, starts it again until the job is done,
 * and compares what it says with what the server accepted.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fact } from '../../src/domain/facts.ts';
import type { StatusJson } from '../../src/domain/contract.ts';
import { randomFrom, type Random } from './random.ts';
import { rememberingServer, type Moment, type RememberingServer } from './remembering-server.ts';

const BIN = fileURLToPath(new URL('../../bin/mikronet.js', import.meta.url));
const KILL_AT = fileURLToPath(new URL('kill-at.mjs', import.meta.url));

/** What must be nought, and what was done. */
export interface Figures {
  kills: number;
  messages: number;
  acceptedTwice: number;
  sentButNotAccepted: number;
  neverSent: number;
  /** Kills after which more was in doubt than there were connections. */
  tooMuchDoubt: number;
  inDoubt: number;
  /** In doubt, and the server had it. */
  inDoubtAccepted: number;
}

export function noFigures(): Figures {
  return {
    kills: 0,
    messages: 0,
    acceptedTwice: 0,
    sentButNotAccepted: 0,
    neverSent: 0,
    tooMuchDoubt: 0,
    inDoubt: 0,
    inDoubtAccepted: 0,
  };
}

export interface Case {
  readonly seed: number;
  readonly networks: number;
  readonly connections: number;
  /** At most so many kills; then the program may finish. */
  readonly kills: number;
  /** Share of the server's replies that are a failure. */
  readonly trouble: number;
}

/** Plays one meeting to its end. */
export async function torture(setting: Case): Promise<Figures> {
  const random = randomFrom(setting.seed);
  const folder = mkdtempSync(join(tmpdir(), 'mikronet-torture-'));
  const server = await rememberingServer(random, setting.trouble);
  const figures = noFigures();
  try {
    writeMeeting(folder, setting);
    let doubts = 0;
    for (let runs = 0, done = false; !done; runs += 1) {
      const mayKill = figures.kills < setting.kills;
      const exit = await invite(folder, server, mayKill ? random : undefined);
      if (exit === null) figures.kills += 1;
      const { submitted, ended } = messagesIn(folder);
      const gone = [...submitted].filter((id) => !ended.has(id)).length;
      // What the server's own troubles left in doubt does not come from the kill.
      if (setting.trouble === 0 && gone - doubts > setting.connections) figures.tooMuchDoubt += 1;
      doubts = gone;
      done = exit === 0 || (exit === 1 && submitted.size === setting.networks);
      if (runs > setting.kills + 500) throw new Error(`it does not end in ${folder}`);
    }
    await compare(folder, server, setting, figures);
  } finally {
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function compare(
  folder: string,
  server: RememberingServer,
  setting: Case,
  figures: Figures,
): Promise<void> {
  const { accepted } = server;
  const { sent, submitted, ended } = messagesIn(folder);
  figures.messages = setting.networks;
  figures.acceptedTwice = [...accepted.values()].filter((times) => times > 1).length;
  figures.sentButNotAccepted = [...sent].filter((id) => !accepted.has(id)).length;
  const doubtful = [...submitted].filter((id) => !ended.has(id));
  figures.inDoubt = doubtful.length;
  figures.inDoubtAccepted = doubtful.filter((id) => accepted.has(id)).length;

  const status = JSON.parse(await output(folder, server, ['status', '--json'])) as StatusJson;
  const deliveries = status.networks.flatMap(({ contacts }) =>
    contacts.map((each) => each.delivery),
  );
  const shown = (delivery: string) => deliveries.filter((each) => each === delivery).length;
  figures.neverSent = setting.networks - shown('sent') - shown('in-doubt');
  figures.sentButNotAccepted += Math.max(0, shown('sent') - accepted.size);
  if (figures.inDoubt !== shown('in-doubt')) throw new Error(`status hides doubt in ${folder}`);

  const before = [...accepted.values()].reduce((sum, times) => sum + times, 0);
  await output(folder, server, ['invite', '--yes']);
  const again = [...accepted.values()].reduce((sum, times) => sum + times, 0) - before;
  figures.acceptedTwice += again;
}

/** The exit code; null where it was killed. With a `random` it is, sooner or later. */
function invite(
  folder: string,
  server: RememberingServer,
  random: Random | undefined,
): Promise<number | null> {
  const way = random?.oneOf(['write', 'dialogue', 'time']);
  const nth = random?.below(way === 'write' ? 12 : 24) ?? 0;
  const options: string[] = [];
  let killAt: string | undefined;
  if (random && way === 'write') {
    const moment = random.oneOf(['before-write', 'mid-write', 'after-write', 'after-flush']);
    killAt = `${moment}:${nth}`;
    options.push('--import', KILL_AT);
  }
  const child = start(folder, server, ['invite', '--yes', '--max-wait', '0s'], options, killAt);
  let timer: NodeJS.Timeout | undefined;
  let moments = 0;
  server.onMoment = (moment: Moment) => {
    if (way === 'dialogue' && (moments += 1) > nth) child.kill('SIGKILL');
    // From the first word on the clock runs.
    if (way === 'time' && moment === 'connected') {
      timer ??= setTimeout(() => child.kill('SIGKILL'), random!() * 40);
    }
  };
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit, signal) => {
      clearTimeout(timer);
      server.onMoment = () => {};
      if (exit === 70 || exit === 2) reject(new Error(`exit ${exit}: ${errors}`));
      else resolve(signal === 'SIGKILL' ? null : exit);
    });
  });
}

function output(
  folder: string,
  server: RememberingServer,
  args: readonly string[],
): Promise<string> {
  const child = start(folder, server, args, []);
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
}

function start(
  folder: string,
  server: RememberingServer,
  args: readonly string[],
  options: readonly string[],
  killAt?: string,
): ChildProcess {
  return spawn(process.execPath, [...options, BIN, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      XDG_CONFIG_HOME: folder,
      MIKRONET_LANG: 'en',
      MIKRONET_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      ...(killAt && { KILL_AT: killAt }),
    },
  });
}

interface Messages {
  readonly submitted: Set<string>;
  readonly ended: Set<string>;
  readonly sent: Set<string>;
}

/** By the journal's plain lines, as somebody would read them who does not trust the program. */
function messagesIn(folder: string): Messages {
  const submitted = new Set<string>();
  const ended = new Set<string>();
  const sent = new Set<string>();
  let text: string;
  try {
    text = readFileSync(join(folder, 'journal.jsonl'), 'utf8');
  } catch {
    return { submitted, ended, sent };
  }
  for (const line of text.slice(0, text.lastIndexOf('\n') + 1).split('\n')) {
    if (line === '') continue;
    const fact = JSON.parse(line) as Fact;
    if (fact.type === 'message-submitted') {
      submitted.add(fact.message);
      ended.delete(fact.message);
    }
    if (fact.type === 'message-sent') sent.add(fact.message);
    if (/^message-(?:sent|refused|deferred)$/.test(fact.type) && 'message' in fact) {
      ended.add(fact.message);
    }
  }
  return { submitted, ended, sent };
}

function writeMeeting(folder: string, { networks, connections }: Case): void {
  const meeting = {
    id: 'torture',
    title: 'An evening that is hard to invite to',
    language: 'en',
    start: '2099-05-30T16:30',
    end: '2099-05-30T21:00',
    timeZone: 'Europe/Copenhagen',
    venue: { name: 'The old barn' },
    organizer: { name: 'Mikronet', email: 'info@mikronet.example' },
    sending: { connections },
  };
  const rows = Array.from({ length: networks }, (_, n) => `Network ${n};kim${n}@n${n}.example`);
  writeFileSync(join(folder, 'meeting.json'), JSON.stringify(meeting));
  writeFileSync(join(folder, 'networks.csv'), ['network;email', ...rows, ''].join('\r\n'));
}
