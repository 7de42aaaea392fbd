import { expect, test } from 'vitest';
import { isFreeMail, likelyMeant, proposeServers } from '../../src/domain/mail-hosts.ts';

test.each([
  ['forening@gmail.com', [], 'smtps://smtp.gmail.com:465'],
  ['info@mikronet.dk', ['mx1.pub.mailpod1-cph3.one.com.'], 'smtps://send.one.com:465'],
  ['info@mikronet.dk', ['mx.simply.com'], 'smtp://smtp.simply.com:587'],
  [
    'info@mikronet.dk',
    ['mikronet-dk.mail.protection.outlook.com'],
    'smtp://smtp.office365.com:587',
  ],
  ['info@mikronet.dk', ['aspmx.l.google.com'], 'smtps://smtp.gmail.com:465'],
  ['info@mikronet.dk', ['notone.com'], 'smtps://smtp.mikronet.dk:465'],
  ['info@mikronet.dk', [], 'smtps://smtp.mikronet.dk:465'],
])('for %s with MX %j it proposes %s', (address, mx, smtp) => {
  expect(proposeServers(address, mx).smtp).toBe(smtp);
});

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
