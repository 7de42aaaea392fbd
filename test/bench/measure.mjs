/** Measures processes and functions side by side, so that a busy machine is as busy for both. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `--cpu`: the time of the processor instead of the time on the wall, where others use it too. */
const cpu = process.argv.includes('--cpu');

/** `--rounds 3`: so many of each, whatever a row thinks is right. */
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]);

/** Runs what follows, and says what it and its children took: POSIX has no other way. */
const TIMED = ['sh', '-c', '"$@"; code=$?; times >&2; exit $code', 'sh'];

const PEAK = new URL('./peak.mjs', import.meta.url).href;

/**
 * Runs a program to its end: how long it took, and with `memory` how much it had at most.
 * One that fails fails the bench: what did not work is not fast.
 */
export async function run(command, args, { cwd, env = {}, memory = false } = {}) {
  const peakFile = join(tmpdir(), `mikronet-bench-peak-${process.pid}`);
  const [program, ...rest] = cpu ? [...TIMED, command, ...args] : [command, ...args];
  const begin = performance.now();
  const child = spawn(program, rest, {
    cwd,
    env: {
      ...process.env,
      MIKRONET_LANG: 'en',
      NO_COLOR: '1',
      ...env,
      ...(memory && { NODE_OPTIONS: `--import=${PEAK}`, MIKRONET_BENCH_PEAK: peakFile }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (text) => {
      // The end is enough to explain a failure; a large list would only measure this process.
      output[name] = (output[name] + text).slice(-4_000);
    });
  }
  const exit = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const ms = cpu ? spent(output.stderr) : performance.now() - begin;
  if (exit !== 0) {
    throw new Error(`${command} ${args.join(' ')}: exit ${exit}\n${output.stdout}${output.stderr}`);
  }
  if (!memory) return { ms };
  const peak = Number(readFileSync(peakFile, 'utf8')) * 1024;
  rmSync(peakFile);
  return { ms, peak };
}

/** The last line of `times`: user and system time of the children, as in `0m1.25s 0m0.10s`. */
function spent(stderr) {
  const [, ...numbers] = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(stderr) ?? [];
  const [minutes, seconds, more, still] = numbers.map(Number);
  return ((minutes + more) * 60 + seconds + still) * 1_000;
}

/** A program of node that is run to its end; the milliseconds it took. */
export function node(args, options) {
  return async () => (await run(process.execPath, args, options)).ms;
}

/** A script of against/. */
export function against(name) {
  return new URL(`./against/${name}`, import.meta.url).pathname;
}

/** Both in turn, whoever begins; the median of each, and of the rounds' ratios. */
export async function sideBySide(usual, ours, theirs) {
  const times = { ours: [], theirs: [] };
  for (let round = 0; round < (rounds || usual); round += 1) {
    const pair = [
      ['ours', ours],
      ['theirs', theirs],
    ];
    for (const [name, work] of round % 2 === 0 ? pair : pair.toReversed()) {
      times[name].push(await work());
    }
  }
  return {
    ours: median(times.ours),
    theirs: median(times.theirs),
    ratio: median(times.ours.map((time, round) => time / times.theirs[round])),
  };
}

/** How long a function takes in this process. */
export async function clocked(work) {
  const begin = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return cpu ? (user + system) / 1_000 : performance.now() - begin;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
