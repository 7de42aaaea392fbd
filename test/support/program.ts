/** The real program as a process of its own, with a meeting in a real folder. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './journal.ts';

const BIN = fileURLToPath(new URL('../../bin/mikronet.js', import.meta.url));

export interface Ended {
  /** null where a signal ended it. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

interface Options {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A file descriptor in place of the pipe. */
  readonly stdout?: number;
}

/** Starts a command in `cwd`; nothing of the machine's own settings reaches it. */
export function start(args: readonly string[], options: Options): Running {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.cwd,
    stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      XDG_CONFIG_HOME: options.cwd,
      MIKRONET_LANG: 'en',
      TZ: 'America/New_York',
      ...options.env,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return {
    pid: child.pid!,
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exit) => resolve({ exit, stdout, stderr }));
    }),
  };
}

export function run(args: readonly string[], options: Options): Promise<Ended> {
  return start(args, options).ended;
}

/** A meeting in a new folder (or in `folder`), with networks `Network 1` … of one contact each. */
export function meetingOf(
  networks: number,
  over: object = {},
  folder: string = temporaryFolder(),
): string {
  const meeting = {
    id: 'evening',
    title: 'An evening',
    language: 'en',
    start: '2099-05-30T16:30',
    end: '2099-05-30T21:00',
    timeZone: 'Europe/Copenhagen',
    venue: { name: 'The old barn' },
    organizer: { name: 'Mikronet', email: 'info@mikronet.example' },
    ...over,
  };
  const rows = Array.from(
    { length: networks },
    (_, at) => `Network ${at + 1},kim@n${at + 1}.example`,
  );
  writeFileSync(join(folder, 'meeting.json'), JSON.stringify(meeting));
  writeFileSync(join(folder, 'networks.csv'), ['network,email', ...rows, ''].join('\n'));
  return folder;
}
