/** What can be wrong with meeting.json and networks.csv. */
export default {
  notUtf8: 'not saved as UTF-8',
  notUtf8Hint: 'in Notepad: Save as, Encoding UTF-8',
  notJson: 'this is not JSON: something is wrong here or just before',
  notJsonHint: 'a comma too many or too few, a quotation mark or a bracket that is missing',
  notAnObject: 'this should be { … }',
  missing: 'is missing',
  unknownKey: (near: readonly string[]) =>
    near.length > 0 ? `unknown; did you mean ${near.join(' or ')}?` : 'unknown',
  unknownKeyHint: (keys: readonly string[]) => `known here: ${keys.join(', ')}`,
  expected: {
    text: (value: string) => `${value} is not a text`,
    texts: (value: string) => `${value} is neither a text nor one text a language`,
    list: (value: string) => `${value} is not a list`,
    object: (value: string) => `${value} is not a group of values`,
    flag: (value: string) => `${value} is neither true nor false`,
    number: (value: string, from: number, to: number) =>
      `${value} is not a whole number from ${from} to ${to}`,
    time: (value: string) => `${value} is not a time`,
    date: (value: string) => `${value} is not a date`,
    zone: (value: string) => `${value} is not a time zone`,
    email: (value: string) => `${value} is not an e-mail address`,
    slug: (value: string) => `${value} may hold only a-z, 0-9 and hyphens`,
    language: (value: string) => `${value} is not a language`,
    choice: (value: string, choices: readonly string[]) =>
      `${value} is not one of ${choices.join(', ')}`,
    emptyText: 'this is empty',
    longText: (most: number) => `longer than ${most} characters`,
    line: 'may not hold line breaks',
  },
  hints: {
    time: 'local to the time zone of the meeting, as in "2012-05-30T16:30"',
    date: 'as in "2012-05-18"',
    zone: 'as in "Europe/Copenhagen"',
    email: 'as in "info@example.dk"',
    language: 'two letters, as in "da", "en" or "de"',
  },
  noSuchTime: (value: string) => `${value} does not exist: the clocks go forward in that hour`,
  endBeforeStart: 'the end is not after the start',
  replyByAfterStart: 'the last day to answer is after the meeting',
  reservedTooMany: 'more seats are reserved than there are',
  sameQuestion: (id: string) => `a second question "${id}"`,

  workbook: 'this is an Excel workbook, not a CSV file',
  workbookHint: 'in Excel: File, Save as, "CSV (comma delimited)" or "CSV UTF-8"',
  binary: 'this is not a text file',
  noRows: 'there are no networks in it',
  noRowsHint: 'one network a line below the headings, saved as CSV',
  noHeadings: 'the first line holds no headings, but a network',
  noHeadingsHint: 'put a line above it that names the columns, as in: Network;E-mail',
  noColumn: (column: string, headings: readonly string[]) =>
    `there is no column for ${column}; the headings are: ${headings.join(', ')}`,
  noColumnHint: (heading: string) =>
    `name a column "${heading}", or say which it is under "columns" in meeting.json`,
  sameColumn: (first: string, second: string, column: string) =>
    `"${first}" and "${second}" are both taken for ${column}`,
  sameColumnHint: 'say which it is under "columns" in meeting.json',
  columnNames: { network: 'network', email: 'e-mail' },
  noNetwork: 'the network has no name',
  noAddress: (network: string) => `"${network}" has no e-mail address`,
  noAddressHint: 'fill it in, or take the line out and phone them',
  badAddress: (value: string) => `"${value}" is not an e-mail address`,
  badAddressHint: 'one address in the cell, as in kim@example.org',
  foreignAddress: (value: string) =>
    `"${value}" has letters before the @ that not all mail servers take`,
  foreignAddressHint: 'ask for an address with a-z there',
  sameAddress: (value: string, line: number) =>
    `"${value}" stands in line ${line} already, in the same network`,
  sameAddressHint: 'take one of the lines out',
  sameSlug: (name: string, other: string, line: number) =>
    `"${name}" and "${other}" in line ${line} cannot be told apart`,
  sameSlugHint:
    'write the same name in both if they are one network, else give each an id in a column "id"',
  badLanguage: (value: string) => `"${value}" is not a language`,
  badLanguageHint: 'da, en or de, or the name of the language',
  badSeats: (value: string) => `"${value}" is not a number of seats`,
  badSeatsHint: 'a whole number from 0 to 999, or nothing',
  badQuotes: 'a quotation mark is opened and not closed',
  badQuotesHint: 'a quotation mark inside a cell is written twice',
  tooLong: (most: number) => `a cell is longer than ${most} characters`,
  tooManyRows: (most: number) => `more than ${most} lines`,
};
