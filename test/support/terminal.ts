import type { Terminal } from '../../src/world.ts';

export interface RecordedTerminal extends Terminal {
  /** Everything written to stdout. */
  stdout: string;
  /** Everything written to stderr. */
  stderr: string;
}

/** A terminal in memory: not interactive unless told otherwise. */
export function terminal(over: Partial<Terminal> = {}): RecordedTerminal {
  const recorded: RecordedTerminal = {
    outIsTerminal: false,
    errIsTerminal: false,
    canAsk: false,
    columns: 80,
    colors: false,
    stdout: '',
    stderr: '',
    out: (text) => {
      recorded.stdout += text;
    },
    flushed: () => Promise.resolve(),
    err: (line) => {
      recorded.stderr += `${line}\n`;
    },
    progress: () => {},
    readInput: () => Promise.resolve(new Uint8Array()),
    ask: () => Promise.reject(new Error('nobody is there to answer')),
    ...over,
  };
  return recorded;
}
