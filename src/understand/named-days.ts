/** Days that a sentence names: "den 6. juni", "on May 30th", "am 30. Mai", "30/5", "den 31.", "på fredag". */

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
/** From Sunday on; not "om mandagen", which is every one. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['søndag', 'söndag', 'sunday', 'sonntag'],
  ['mandag', 'måndag', 'monday', 'montag'],
  ['tirsdag', 'tisdag', 'tuesday', 'dienstag'],
  ['onsdag', 'wednesday', 'mittwoch'],
  ['torsdag', 'thursday', 'donnerstag'],
  ['fredag', 'friday', 'freitag'],
  ['lørdag', 'lördag', 'saturday', 'samstag', 'sonnabend'],
];
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
/** "den 31.", "the 31st", "am 31." */
const DAY_ONLY = new RegExp(
  `(?<![\\p{L}])(?:(?:den|d\\.?) (?<north>\\d{1,2})(?:\\.|:e)?|the (?<english>\\d{1,2})(?:st|nd|rd|th)|am (?<german>\\d{1,2})\\.)(?![\\d:/.]|\\p{L})(?! ?(?:of )?${MONTH})`,
  'giu',
);
const WEEKDAY = new RegExp(`(?<![\\p{L}])(?:${WEEKDAYS.flat().join('|')})(?![\\p{L}])`, 'giu');

/** A day of any year, as `30.5`, as `30.`, and as its weekday, `w3`. */
export function daysOf(date: string): readonly string[] {
  const [whole, month, day] = /^\d{4}-(\d{2})-(\d{2})/.exec(date)!;
  const weekday = new Date(`${whole}T00:00Z`).getUTCDay();
  return [`${Number(day)}.${Number(month)}`, `${Number(day)}.`, `w${weekday}`];
}

/** As `daysOf` writes them. */
export function namedDays(sentence: string): readonly string[] {
  const dates = PATTERNS.flatMap((pattern) =>
    [...sentence.matchAll(pattern)].map(({ groups }) => {
      const { day, month } = groups as { readonly day: string; readonly month: string };
      return `${Number(day)}.${monthOf(month)}`;
    }),
  );
  const days = [...sentence.matchAll(DAY_ONLY)].map(
    ({ groups: { north, english, german } = {} }) => `${Number(north ?? english ?? german)}.`,
  );
  const weekdays = [...sentence.matchAll(WEEKDAY)].map(
    ([name]) => `w${WEEKDAYS.findIndex((names) => names.includes(name.toLowerCase()))}`,
  );
  return [...dates, ...days, ...weekdays];
}

function monthOf(name: string): number {
  const number = Number(name);
  return Number.isNaN(number)
    ? MONTHS.findIndex((ways) => ways.includes(name.slice(0, 3).toLowerCase())) + 1
    : number;
}
