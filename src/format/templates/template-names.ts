/**
 * What a template may name. The shape of the values, written down: a name that is not here, and is
 * no heading of networks.csv, is found before the first mail leaves.
 */

/** What a name stands for: something to print, parts with names of their own, or several of a kind. */
export type NameShape = 'value' | NameParts | readonly [NameShape];

export interface NameParts {
  readonly [name: string]: NameShape;
}

const CHANGE = { was: 'value', now: 'value' } as const;

const NAMES = {
  meeting: {
    title: 'value',
    start: 'value',
    end: 'value',
    when: 'value',
    venue: { name: 'value', address: 'value' },
    replyBy: 'value',
    summary: 'value',
    programme: [{ time: 'value', title: 'value' }],
    questions: [{ letter: 'value', text: 'value', shared: 'value' }],
    allShared: 'value',
    capacity: 'value',
    seatsPerNetwork: 'value',
  },
  organizer: { name: 'value', email: 'value', contact: 'value', phone: 'value', website: 'value' },
  network: { id: 'value', name: 'value', area: 'value', kind: 'value', seats: 'value' },
  contact: { name: 'value', email: 'value', greeting: 'value', phone: 'value', language: 'value' },
  reference: 'value',
  answer: { yes: 'value', no: 'value', maybe: 'value', noMore: 'value' },
  addressSource: 'value',
  changes: { title: CHANGE, time: CHANGE, place: CHANGE },
  reply: {
    accepted: 'value',
    declined: 'value',
    tentative: 'value',
    seats: 'value',
    waiting: 'value',
    movedUp: 'value',
    names: ['value'],
    namesMissing: 'value',
    seatsAssumed: 'value',
    byCalendar: 'value',
  },
  coming: ['value'],
  isTest: 'value',
} as const satisfies NameParts;

/** All names, with `row` for every heading of networks.csv. */
export function templateNames(headings: readonly string[]): NameParts {
  const named = headings.filter((heading) => heading !== '');
  const row = Object.fromEntries(named.map((heading) => [heading, 'value' as const]));
  return { ...NAMES, row };
}

/** Helpers of ours, and how many values each takes. */
export const HELPERS = { date: 1, day: 1, time: 1, list: 1 } as const;

/** As it is written in a template: a heading with spaces stands in brackets. */
export function writtenName(path: readonly string[]): string {
  return path
    .map((part) => (/^[^\s!"#%-,./;->@[-^`{-~]+$/.test(part) ? part : `[${part}]`))
    .join('.');
}
