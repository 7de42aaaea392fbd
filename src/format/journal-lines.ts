/** A fact as a line of journal.jsonl, and back. */
import type { Fact, FactType } from '../domain/facts.ts';

/** Why a line is no fact that we know; words/…/journal.ts says it. */
export interface LineTrouble {
  readonly trouble: 'not-json' | 'newer-version' | 'newer-type' | 'bad-field';
  /** The version, the type or the field; nothing for a line that is no JSON. */
  readonly value: string;
}

type Kind<V> = V extends string
  ? 'string'
  : V extends number
    ? 'number'
    : V extends readonly unknown[]
      ? 'list'
      : 'object';
type Shape<F> = {
  readonly [K in Exclude<keyof F, 'v' | 'id' | 'at' | 'type'>]-?: object extends Pick<F, K>
    ? `${Kind<NonNullable<F[K]>>}?`
    : F[K] extends boolean
      ? 'boolean'
      : Kind<F[K]>;
};
type Check = 'string' | 'number' | 'list' | 'object' | 'boolean';

const ABOUT_MESSAGE = {
  message: 'string',
  network: 'string',
  address: 'string',
  mailing: 'string',
  run: 'string?',
} as const;

/** What each fact holds. The compiler keeps this list and facts.ts the same. */
const SHAPES: { readonly [T in FactType]: Shape<Extract<Fact, { type: T }>> } = {
  'journal-begun': { meeting: 'string', key: 'string' },
  'message-submitted': {
    ...ABOUT_MESSAGE,
    networkName: 'string',
    contactName: 'string?',
    language: 'string',
    reference: 'string',
    n: 'number',
    subject: 'string',
    digest: 'string',
    calendar: 'object?',
    told: 'object?',
    questions: 'list?',
    alongside: 'list?',
    confirms: 'list?',
    confirmedSeats: 'number?',
  },
  'message-sent': {
    ...ABOUT_MESSAGE,
    serverMessageId: 'string?',
    response: 'string?',
    evidence: 'string?',
  },
  'message-refused': { ...ABOUT_MESSAGE, response: 'string', reference: 'string?' },
  'message-deferred': { ...ABOUT_MESSAGE, response: 'string', reference: 'string?' },
  'message-bounced': {
    ...ABOUT_MESSAGE,
    mail: 'object',
    status: 'string?',
    permanent: 'boolean',
    diagnostic: 'string?',
  },
  'message-delayed': {
    ...ABOUT_MESSAGE,
    mail: 'object',
    status: 'string?',
    diagnostic: 'string?',
  },
  'test-sent': {
    message: 'string',
    to: 'string',
    mailing: 'string',
    reference: 'string',
    network: 'string',
    address: 'string',
    serverMessageId: 'string?',
    response: 'string?',
  },
  'reply-received': {
    source: 'string',
    network: 'string',
    contact: 'string?',
    reply: 'object',
    via: 'string',
    mail: 'object?',
    rung: 'string?',
    sentence: 'string?',
    flags: 'list?',
    calendar: 'object?',
    settles: 'string?',
  },
  'mail-set-aside': {
    mail: 'object',
    source: 'string?',
    reason: 'string',
    text: 'string',
    sentence: 'string?',
    rung: 'string?',
    suggestion: 'object?',
  },
  'request-received': { mail: 'object', source: 'string?', text: 'string', suggested: 'object?' },
  'mail-dismissed': { settles: 'string' },
  'automatic-reply-received': {
    network: 'string',
    contact: 'string',
    mail: 'object',
    text: 'string',
  },
  'network-added': { network: 'string', name: 'string', address: 'string', settles: 'string?' },
  'mailbox-read': { cursors: 'list' },
  'opted-out': {
    network: 'string',
    contact: 'string?',
    source: 'string',
    mail: 'object?',
    sentence: 'string?',
    settles: 'string?',
  },
  retracted: { fact: 'string', why: 'string' },
  erased: { what: 'string', facts: 'number', hashes: 'list' },
};

const COMMON = { id: 'string', at: 'string' } as const;

/** The fields of each type, with their kinds taken apart once and not for every line. */
const FIELDS = new Map(
  Object.entries(SHAPES).map(([type, shape]) => [
    type,
    Object.entries({ ...COMMON, ...shape }).map(([name, kind]) => ({
      name,
      optional: kind.endsWith('?'),
      kind: kind.replace('?', '') as Check,
    })),
  ]),
);

/** With its newline. JSON escapes every line break within, so a fact is always one line. */
export function formatFact(fact: Fact): string {
  return `${JSON.stringify(fact)}\n`;
}

/**
 * One line, without its line break. Strict, so that nothing is lost silently: what is not a fact,
 * or one of a later mikronet, is a LineTrouble. Fields that we do not know are kept as they are.
 */
export function parseFact(line: string): Fact | LineTrouble {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { trouble: 'not-json', value: '' };
  }
  if (kindOf(value) !== 'object') return { trouble: 'not-json', value: '' };
  const fact = value as Readonly<Record<string, unknown>>;
  if (fact['v'] !== 1) {
    const newer = typeof fact['v'] === 'number' && fact['v'] > 1;
    return newer
      ? { trouble: 'newer-version', value: String(fact['v']) }
      : { trouble: 'bad-field', value: 'v' };
  }
  const type = fact['type'];
  if (typeof type !== 'string') return { trouble: 'bad-field', value: 'type' };
  const fields = FIELDS.get(type);
  if (!fields) return { trouble: 'newer-type', value: type };
  for (const { name, kind, optional } of fields) {
    const field = fact[name];
    if (field === undefined ? !optional : kindOf(field) !== kind) {
      return { trouble: 'bad-field', value: name };
    }
  }
  if (Number.isNaN(Date.parse(fact['at'] as string))) return { trouble: 'bad-field', value: 'at' };
  return value as Fact;
}

export function isTrouble(parsed: Fact | LineTrouble): parsed is LineTrouble {
  return 'trouble' in parsed;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
