import { expect, test } from 'vitest';
import { knownServers, likelyHosts } from '../../src/domain/mail-hosts.ts';

test.each([
  ['forening@gmail.com', [], 'smtps://smtp.gmail.com:465'],
  ['info@mikronet.dk', ['mx1.pub.mailpod1-cph3.one.com.'], 'smtps://send.one.com:465'],
  ['info@mikronet.dk', ['mx.simply.com'], 'smtp://smtp.simply.com:587'],
  ['info@mikronet.dk', ['mx1.unoeuro.com'], 'smtp://smtp.simply.com:587'],
  ['info@mikronet.dk', ['mx1.dandomain.dk'], 'smtp://asmtp.dandomain.dk:587'],
  [
    'info@mikronet.dk',
    ['mikronet-dk.mail.protection.outlook.com'],
    'smtp://smtp.office365.com:587',
  ],
  ['forening@outlook.dk', [], 'smtp://smtp-mail.outlook.com:587'],
  ['info@mikronet.dk', ['aspmx.l.google.com'], 'smtps://smtp.gmail.com:465'],
  ['info@mikronet.dk', ['mail.protonmail.ch'], 'smtp://127.0.0.1:1025'],
  ['info@mikronet.dk', ['notone.com'], undefined],
  ['info@mikronet.dk', [], undefined],
])('%s with MX %j sends through %s', (address, mx, smtp) => {
  expect(knownServers(address, mx)?.smtp).toBe(smtp);
});

test('an unknown provider is looked for under the domain and under the host that takes its mail', () => {
  expect(likelyHosts('info@mikronet.dk', ['mx1.scannet.dk.'])).toEqual({
    smtp: [
      'smtp.mikronet.dk',
      'mail.mikronet.dk',
      'asmtp.mikronet.dk',
      'smtp.scannet.dk',
      'mail.scannet.dk',
      'asmtp.scannet.dk',
    ],
    imap: [
      'imap.mikronet.dk',
      'mail.mikronet.dk',
      'post.mikronet.dk',
      'imap.scannet.dk',
      'mail.scannet.dk',
      'post.scannet.dk',
    ],
  });
});
