/**
 * How the tool says that something is wrong: the exit codes, the one error class, and Problem.
 * Sentences come from `words/`; this file holds only their shape.
 */

/** Exit codes: 75 and 70 are EX_TEMPFAIL and EX_SOFTWARE of sysexits.h, 130 is 128 + SIGINT. */
export const EXIT = {
  done: 0,
  /** It ran, but a person is needed. */
  attention: 1,
  /** It did not run: something of the organiser's must be mended first. */
  usage: 2,
  /** A bug of ours. */
  bug: 70,
  /** Not finished, nothing lost: run the same command again. */
  unfinished: 75,
  /** Stopped by the person. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Worst first: where several apply, the earlier wins. */
const GRAVITY: readonly ExitCode[] = [
  EXIT.bug,
  EXIT.interrupted,
  EXIT.usage,
  EXIT.attention,
  EXIT.unfinished,
  EXIT.done,
];

/** The one exit code of a run to which several apply. No code at all means 0. */
export function gravest(codes: Iterable<ExitCode>): ExitCode {
  const met = new Set(codes);
  return GRAVITY.find((code) => met.has(code)) ?? EXIT.done;
}

/** A fault in the organiser's files, with its place. Printed as `file:line: message`, the excerpt, `hint: …`. */
export interface Problem {
  /** As the organiser knows it: relative to the meeting's folder. */
  readonly file?: string;
  /** From 1; where the record begins. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** In JSON: `programme[2].title.da`. */
  readonly path?: string;
  /** Lower case, what is wrong, with the value quoted. */
  readonly message: string;
  /** The way out. */
  readonly hint?: string;
  /** The line itself, shown below the message. */
  readonly excerpt?: string;
}

/** Everything that is not a bug and ends a command: all its problems at once, and the exit code. */
export class MikronetError extends Error {
  readonly exit: ExitCode;
  readonly problems: readonly Problem[];

  constructor(exit: ExitCode, problems: readonly Problem[] | Problem | string) {
    const list =
      typeof problems === 'string'
        ? [{ message: problems }]
        : 'message' in problems
          ? [problems]
          : problems;
    super(list.map((problem) => problem.message).join('\n'));
    this.name = 'MikronetError';
    this.exit = exit;
    this.problems = list;
  }
}
