/** mailparser alone: every mail of a folder, parsed and forgotten. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

const folder = process.argv[2];
let letters = 0;
for (const name of readdirSync(folder)) {
  const mail = await simpleParser(readFileSync(join(folder, name)));
  letters += mail.text?.length ?? 0;
}
process.stdout.write(`${letters}\n`);
