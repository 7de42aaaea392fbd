/** The least that anybody must do who wants to know: csv-parse of the list, JSON.parse of each line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const folder = process.argv[2];
const rows = parse(readFileSync(join(folder, 'networks.csv'), 'utf8'), {
  delimiter: ';',
  columns: true,
});
const facts = readFileSync(join(folder, 'journal.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
process.stdout.write(`${rows.length} ${facts.length}\n`);
