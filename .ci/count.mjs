/** count.mjs FOLDER: adds up the results that Vitest left there, in the line that ends the run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const runs = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')),
);
const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
const [passed, failed] = [sum('numPassedTests'), sum('numFailedTests')];
process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0 || passed === 0) process.exitCode = 1;
