/** Days that a sentence names: "den 6. juni", "on May 30th", "am 30. Mai", "30/5". */

/** By their first letters, in the languages that are read. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb'],
  ['mar', 'mär', 'mrz'],
  ['apr'],
  ['maj', 'mai', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec', 'dez', 'des'],
];
const MONTH = `(?:${MONTHS.flat().join('|')})`;
const PATTERNS = [
  new RegExp(
    `(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|:e|e)? ?(?:of )?(?<month>${MONTH})\\p{L}{0,6}`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?<month>${MONTH})\\p{L}{0,6} (?:the )?(?<day>\\d{1,2})(?![\\d:])`,
    'giu',
  ),
  /(?<![\d/.])(?<day>\d{1,2})\/(?<month>\d{1,2})(?![\d/])/gu,
];

/** A day of any year, as `30.5`. */
export function dayOf(date: string): string {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})/.exec(date)!;
  return `${Number(day)}.${Number(month)}`;
}

/** As `dayOf` writes them. */
export function namedDays(sentence: string): readonly string[] {
  return PATTERNS.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].map(({ groups }) => {
      const { day, month } = groups as { readonly day: string; readonly month: string };
      return `${Number(day)}.${monthOf(month)}`;
    }),
  );
}

function monthOf(name: string): number {
  const number = Number(name);
  return Number.isNaN(number)
    ? MONTHS.findIndex((ways) => ways.includes(name.slice(0, 3).toLowerCase())) + 1
    : number;
}
