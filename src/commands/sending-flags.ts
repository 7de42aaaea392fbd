/** The flags of the commands that send, read and checked. */
import type { Command } from 'commander';
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import { readAddress } from '../format/address.ts';
import { parseDuration } from '../format/duration.ts';
import type { Words } from '../words/words.ts';
import { collect, type SharedFlags } from './command.ts';

type Say = Words<'sending'>;

/** As commander gives them. */
export interface SendingFlags extends SharedFlags {
  readonly dryRun?: boolean;
  readonly only: readonly string[];
  readonly resend?: readonly string[];
  readonly limit?: string;
  readonly outbox?: string;
  readonly testTo?: string;
  readonly maxWait?: string;
  readonly late?: boolean;
  readonly again?: boolean;
}

/** What was asked for. */
export interface SendingRequest {
  readonly dryRun: boolean;
  readonly only: readonly string[];
  readonly resend: readonly string[];
  readonly limit?: number;
  readonly outbox?: string;
  readonly testTo?: string;
  /** Milliseconds. */
  readonly maxWait?: number;
  readonly late: boolean;
  readonly again: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** Adds those that every sending command has. */
export function sendingFlags(command: Command, say: Say, more: Words<'mailings'>): Command {
  return command
    .option('--dry-run', say.flags.dryRun)
    .option('--only <network...>', say.flags.only, collect, [])
    .option('--limit <n>', say.flags.limit)
    .option('--outbox <dir>', say.flags.outbox)
    .option('--test-to <address>', say.flags.testTo)
    .option('--resend <network...>', say.flags.resend, collect, [])
    .option('--again', more.flags.again)
    .option('--late', more.flags.late)
    .option('--max-wait <time>', say.flags.maxWait);
}

/** Throws every mistake at once, those of `others` too. */
export function readRequest(
  flags: SendingFlags,
  say: Say,
  others: readonly Problem[] = [],
): SendingRequest {
  const problems = [...others];
  const { resend = [], outbox } = flags;

  let limit: number | undefined;
  if (flags.limit !== undefined) {
    limit = /^\d{1,7}$/.test(flags.limit) ? Number(flags.limit) : Number.NaN;
    if (!(limit >= 1))
      problems.push({ message: say.badLimit(flags.limit), hint: say.badLimitHint });
  }
  const maxWait = flags.maxWait === undefined ? undefined : parseDuration(flags.maxWait);
  if (flags.maxWait !== undefined && maxWait === undefined) {
    problems.push({ message: say.badMaxWait(flags.maxWait), hint: say.badMaxWaitHint });
  }
  let testTo: string | undefined;
  if (flags.testTo !== undefined) {
    const read = readAddress(flags.testTo);
    if (read.kind === 'address') testTo = read.address;
    else problems.push({ message: say.badTestTo(flags.testTo), hint: say.badTestToHint });
  }
  const ways = [
    outbox !== undefined && '--outbox',
    flags.testTo !== undefined && '--test-to',
    resend.length > 0 && '--resend',
  ].filter((way) => way !== false);
  if (ways.length > 1) problems.push({ message: say.together(ways[0]!, ways[1]!) });
  if (resend.length > 0 && flags.again) {
    problems.push({ message: say.together('--resend', '--again') });
  }
  if (problems.length > 0) throw new MikronetError(EXIT.usage, problems);
  return {
    dryRun: flags.dryRun ?? false,
    only: flags.only,
    resend,
    ...(limit !== undefined && { limit }),
    ...(outbox !== undefined && { outbox }),
    ...(testTo !== undefined && { testTo }),
    ...(maxWait !== undefined && { maxWait }),
    late: flags.late ?? false,
    again: flags.again ?? false,
    yes: flags.yes ?? false,
    json: flags.json ?? false,
    verbose: flags.verbose ?? false,
  };
}
