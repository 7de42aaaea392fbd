import { expect, test } from 'vitest';
import { isFreeMail, likelyMeant } from '../../src/domain/mail-domains.ts';

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['hotnail.com', 'hotmail.com'],
  ['outlok.dk', 'outlook.dk'],
  ['gmail.com', undefined],
  ['gmx.com', undefined],
  ['mikronet.dk', undefined],
  ['', undefined],
])('%j was likely meant as %j', (domain, meant) => {
  expect(likelyMeant(domain)).toBe(meant);
});

test('a host for paying customers is no free mail', () => {
  expect(isFreeMail('one.com')).toBe(false);
  expect(isFreeMail('GMAIL.com')).toBe(true);
});
