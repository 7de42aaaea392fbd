import { expect, test } from 'vitest';
import { punctuated } from '../../../src/understand/text/dictated.ts';

test.each([
  ['da', 'vi kommer komma men sent punktum hilsen Bo', 'vi kommer, men sent. hilsen Bo'],
  ['de', 'ich komme punkt nur ich ausrufezeichen', 'ich komme. nur ich!'],
  ['de', 'Wir kommen um fünf Uhr Punkt.', 'Wir kommen um fünf Uhr Punkt.'],
  ['en', 'I cannot comma sorry full stop', 'I cannot, sorry.'],
  ['sv', 'vi kan komma punkt', 'vi kan komma punkt'],
  ['da', 'vi kommer komma', 'vi kommer komma'],
  [undefined, 'komma punktum', 'komma punktum'],
])('in %s, %j is read as %j', (language, said, meant) => {
  expect(punctuated(said, language)).toBe(meant);
});
