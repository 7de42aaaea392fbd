/**
 * Kills the real program again and again while it invites, starts it again until the job is done,
 * and compares what it says with what the server accepted.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fact } from '../../src/domain/facts.ts';
import type { StatusJson } from '../../src/domain/contract.ts';
import { noFigures, type Figures } from './figures.ts';
import { killPlan, type KillPlan } from './kill-plan.ts';
import { randomFrom } from './random.ts';
import { rememberingServer, type Moment, type RememberingServer } from './remembering-server.ts';

const BIN = fileURLToPath(new URL('../../bin/mikronet.js', import.meta.url));
const KILL_AT = fileURLToPath(new URL('kill-at.mjs', import.meta.url));
/** Newer versions of Node.js keep here what they compiled; others do not know of it. */
const COMPILED = fileURLToPath(new URL('../../.cache/compiled', import.meta.url));

/**
 * The meeting's own mail is short: what is under test is what becomes of messages, and the program
 * comes to its first one sooner.
 */
const TEMPLATE = 'Subject: {{meeting.title}}\n\nWill {{network.name}} come? {{answer.yes}}\n';

export interface Case {
  readonly seed: number;
  readonly networks: number;
  readonly connections: number;
  /** Share of the server's replies that are a failure. */
  readonly trouble: number;
}

/** Plays one meeting to its end: every run is to be killed, until one is done before that. */
export async function torture(setting: Case): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'mikronet-torture-'));
  // The kills do not hang on how often the server was asked.
  const random = randomFrom(setting.seed * 2);
  const server = await rememberingServer(randomFrom(setting.seed * 2 + 1), setting.trouble);
  const figures = noFigures();
  try {
    writeMeeting(folder, setting);
    const invite = inviting(folder, server);
    let doubts = 0;
    for (let runs = 0, done = false; !done; runs += 1) {
      const exit = await invite(killPlan(random));
      if (exit === null) figures.kills += 1;
      const { submitted, ended } = messagesIn(folder);
      const gone = [...submitted].filter((id) => !ended.has(id)).length;
      // What the server's own troubles left in doubt does not come from the kill.
      if (setting.trouble === 0 && gone - doubts > setting.connections) figures.tooMuchDoubt += 1;
      doubts = gone;
      done = exit === 0 || (exit === 1 && submitted.size === setting.networks);
      if (runs > 3 * setting.networks + 500) throw new Error(`it does not end in ${folder}`);
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
  const { accepted, received } = server;
  const { sent, submitted, ended } = messagesIn(folder);
  figures.messages = setting.networks;
  figures.sentButNotAccepted = [...sent].filter((id) => !accepted.has(id)).length;
  const doubtful = [...submitted].filter((id) => !ended.has(id));
  figures.inDoubt = doubtful.length;
  figures.inDoubtAccepted = doubtful.filter((id) => accepted.has(id)).length;

  const status = JSON.parse(await output(folder, server, ['status', '--json'])) as StatusJson;
  const contacts = status.networks.flatMap((network) => network.contacts);
  const shown = (as: string) => contacts.filter(({ delivery }) => delivery === as);
  figures.neverSent = setting.networks - shown('sent').length - shown('in-doubt').length;
  figures.sentButNotAccepted += shown('sent').filter(({ email }) => !received.has(email)).length;
  if (figures.inDoubt !== shown('in-doubt').length) {
    throw new Error(`status hides doubt in ${folder}`);
  }

  // Where all is done, the same command once more must send nothing.
  await output(folder, server, ['invite', '--yes']);
  figures.acceptedTwice = [...received.values()].filter((times) => times > 1).length;
}

/** Invites, and kills it as planned; gives the exit code, or null where the kill came in time. */
function inviting(
  folder: string,
  server: RememberingServer,
): (plan: KillPlan) => Promise<number | null> {
  /** Milliseconds until the first connection, as it was the last time. */
  let startTakes = 300;
  return (plan) => {
    const child = start(folder, server, ['invite', '--yes', '--max-wait', '0s'], plan);
    const began = performance.now();
    const kill = () => child.kill('SIGKILL');
    let timer = plan.way === 'start' ? setTimeout(kill, plan.share * startTakes) : undefined;
    let moments = 0;
    server.onMoment = (moment: Moment) => {
      moments += 1;
      if (moments === 1) startTakes = performance.now() - began;
      if (plan.way === 'dialogue' && moments > plan.nth) kill();
      if (plan.way === 'time' && moment === 'connected') timer ??= setTimeout(kill, plan.ms);
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
  };
}

function output(
  folder: string,
  server: RememberingServer,
  args: readonly string[],
): Promise<string> {
  const child = start(folder, server, args);
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
  plan?: KillPlan,
): ChildProcess {
  const killAt = plan?.way === 'write' ? plan.at : undefined;
  const options = killAt === undefined ? [] : ['--import', KILL_AT];
  return spawn(process.execPath, [...options, BIN, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      XDG_CONFIG_HOME: folder,
      MIKRONET_LANG: 'en',
      MIKRONET_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      NODE_COMPILE_CACHE: COMPILED,
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
  mkdirSync(join(folder, 'templates'));
  writeFileSync(join(folder, 'templates', 'invitation.en.md.hbs'), TEMPLATE);
  writeFileSync(join(folder, 'meeting.json'), JSON.stringify(meeting));
  writeFileSync(join(folder, 'networks.csv'), ['network;email', ...rows, ''].join('\r\n'));
}
