/** What a run of the harness found, meeting by meeting; a long run can stop and go on. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

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

interface Played {
  readonly seed: number;
  readonly meeting: number;
  readonly figures: Figures;
}

export interface Tally {
  readonly seed: number;
  readonly total: Figures;
  /** The numbers of the meetings that were played to their end. */
  readonly played: ReadonlySet<number>;
  add(meeting: number, figures: Figures): void;
}

/** With a file, a line for each meeting goes into it, and the meetings in it count as played. */
export function tallyOf(seed: number, file: string | undefined): Tally {
  const total = noFigures();
  const played = new Set<number>();
  const count = (meeting: number, figures: Figures) => {
    played.add(meeting);
    for (const name of Object.keys(total) as (keyof Figures)[]) total[name] += figures[name];
  };
  if (file !== undefined && existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const before = JSON.parse(line) as Played;
      if (before.seed === seed) count(before.meeting, before.figures);
    }
  }
  return {
    seed,
    total,
    played,
    add(meeting, figures) {
      count(meeting, figures);
      const line: Played = { seed, meeting, figures };
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
    },
  };
}
