/** `export-attendees`: the list for the evening. What stands in the file itself is in the meeting's language. */
export default {
  output: 'the file to write; without it the list comes on the screen',
  format:
    'csv or json, with --answers also md; without it what the name of the file says, else csv',
  answers: 'what the networks wrote to the shared questions, instead of who comes (.csv or .md)',
  all: 'also those who decline or have not answered, with phone',
  delimiter: 'what stands between the cells; else as in networks.csv',
  bom: 'no byte order mark at the beginning (Excel needs it)',
  examples: [
    ['mikronet export-attendees', 'who comes, on the screen'],
    ['mikronet export-attendees -o list.csv', 'the list as a spreadsheet'],
    ['mikronet export-attendees --all -o all.csv', 'everybody, to phone from'],
    [
      'mikronet export-attendees --answers -o answers.md',
      'what the networks wrote, to mail to all',
    ],
    ['mikronet export-attendees --format json', 'for scripts'],
  ] as readonly (readonly [string, string])[],
  badFormat: (typed: string) => `"${typed}" is not a format`,
  badFormatHint: 'csv or json; md with --answers',
  noShared: 'no question in meeting.json has "shared": true',
  allOrAnswers: '--all and --answers cannot be used together',
  answersWritten: (file: string, networks: number) =>
    `${file}: answers of ${networks} ${networks === 1 ? 'network' : 'networks'}`,
  badDelimiter: (typed: string) => `"${typed}" cannot stand between cells`,
  badDelimiterHint: 'one of ; , | and tab',
  notOver: (file: string) => `${file} is a file of the meeting itself; choose another name`,
  written: (file: string, coming: number, waiting: number) =>
    `${file}: ${coming} ${coming === 1 ? 'chair' : 'chairs'}${waiting > 0 ? `, ${waiting} waiting` : ''}`,
  nobody: 'Nobody comes yet.',
  chairs: (coming: number, waiting: number) =>
    `${coming} ${coming === 1 ? 'chair' : 'chairs'}${waiting > 0 ? `, ${waiting} waiting` : ''}`,
  next: 'Next: `mikronet export-attendees -o list.csv` writes it for Excel.',
};
