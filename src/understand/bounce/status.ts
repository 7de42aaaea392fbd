/** RFC 3463 status codes, and what they say of an address. */
import { NOT_THE_ADDRESS, NO_SUCH } from './phrases.ts';

/** Only these say that the address will never work (RFC 3463; Exchange's 5.1.10, 5.4.1). */
const PERMANENT = /^5\.(?:1\.(?:[01236]|10)|2\.1|4\.[14])$/;
/** "Failed", and nothing more. */
const SAYS_NOTHING = /^[45]\.0\.0$/;

/** The address will never work: by its code, else by what stands beside it. */
export function isPermanent(status: string | undefined, words: string): boolean {
  if (status !== undefined && !SAYS_NOTHING.test(status)) return PERMANENT.test(status);
  return NO_SUCH.test(words) && !NOT_THE_ADDRESS.test(words);
}

/** Behind a reply code, in brackets or behind a mark, else anywhere; never a piece of an IP number. */
const PLACES: readonly RegExp[] = [
  /(?<![\d.])[45]\d\d[ -]#?([45]\.\d{1,3}\.\d{1,3})(?![.\d])/g,
  /[(#[;<]\s?#?([45]\.\d{1,3}\.\d{1,3})(?![.\d])/g,
  /(?:^|[\s:=-])([45]\.\d{1,3}\.\d{1,3})(?![.\d])/gm,
];

/** The code that says the most. */
export function statusIn(text: string): string | undefined {
  let vague: string | undefined;
  for (const place of PLACES) {
    for (const [, code] of text.slice(0, 60_000).matchAll(place)) {
      if (!SAYS_NOTHING.test(code!)) return code;
      vague ??= code;
    }
  }
  return vague;
}

/** The report's own code, unless it says nothing and its diagnostic knows better. */
export function better(given: string | undefined, found: string | undefined): string | undefined {
  if (given === undefined) return found;
  return SAYS_NOTHING.test(given) && found !== undefined ? found : given;
}
