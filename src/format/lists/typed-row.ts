/** A row of networks.csv as a person types it on the command line. */
import { EXIT, MikronetError, type Problem } from '../../errors.ts';
import type { Words } from '../../words/words.ts';
import type { NewRow } from './added-row.ts';
import { readAddress } from '../address.ts';
import { printable } from '../screens/lines.ts';

export interface TypedRow {
  readonly network: string;
  readonly email: string;
  readonly contact?: string;
  readonly language?: string;
  readonly phone?: string;
}

const LONGEST = 200;

/** On one line, with nothing in it that steers; undefined where nothing is left. */
export function typedName(typed: string): string | undefined {
  const name = printable(typed.normalize('NFC')).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return name === '' ? undefined : name;
}

/** Throws everything that is wrong with it, at once (exit 2). */
export function typedRow(typed: TypedRow, say: Words<'adding'>, reading: Words<'reading'>): NewRow {
  const problems: Problem[] = [];
  const wrong = (message: string, hint: string) => {
    problems.push({ message, hint });
  };
  const network = typedName(typed.network);
  if (network === undefined) wrong(say.missing('network'), say.missingHint);
  const read = readAddress(typed.email);
  if (typed.email.trim() === '') wrong(say.missing('email'), say.missingHint);
  else if (read.kind === 'bad') wrong(reading.badAddress(typed.email), say.badAddressHint);
  else if (read.kind === 'foreign') {
    wrong(reading.foreignAddress(typed.email), reading.foreignAddressHint);
  }
  if (problems.length > 0 || network === undefined || read.kind !== 'address') {
    throw new MikronetError(EXIT.usage, problems);
  }
  const optional = (key: 'contact' | 'language' | 'phone') => {
    const value = typedName(typed[key] ?? '');
    return value === undefined ? {} : { [key]: value };
  };
  return {
    network,
    address: read.address,
    ...optional('contact'),
    ...optional('language'),
    ...optional('phone'),
  };
}
