import { expect, test } from 'vitest';
import type { Side } from '../../src/domain/hosts.ts';
import { adviceFor } from '../../src/domain/login-advice.ts';
import { readServerUrl } from '../../src/format/server-url.ts';

const failure = (side: Side, host: string, port: number, trouble: string, said: string) => ({
  side,
  host,
  port,
  trouble,
  said,
});

test.each([
  // What the providers say, from their own refusals.
  [
    'smtp',
    'smtp.office365.com',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled',
    'smtpAuthOff',
  ],
  [
    'smtp',
    'smtp.office365.com',
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    'microsoftBlocks',
  ],
  ['smtp', 'smtp.office365.com', '535 5.7.3 Authentication unsuccessful', 'wrongLogin'],
  ['imap', 'outlook.office365.com', 'LOGIN failed.', 'microsoftReading'],
  ['smtp', 'smtp-mail.outlook.com', '535 5.7.139 basic authentication is disabled', 'outlookCom'],
  [
    'smtp',
    'smtp.gmail.com',
    '534-5.7.9 Application-specific password required. For more information, go to …',
    'appPassword',
  ],
  ['imap', 'imap.gmail.com', 'Invalid credentials (Failure)', 'appPassword'],
  ['imap', 'imap.mail.me.com', 'Authentication failed', 'appPassword'],
  ['smtp', 'send.one.com', '535 5.7.8 Error: authentication failed', 'wrongLogin'],
] as const)('%s %s says %j: %s', (side, host, said, key) => {
  expect(adviceFor(failure(side, host, 587, 'login-refused', said)).key).toBe(key);
});

test.each([
  ['smtp', 465, 'not-smtp', 'wrong version number', 'otherPort', 'smtp://mail.a.dk:587'],
  ['smtp', 587, 'no-starttls', '502 not here', 'otherPort', 'smtps://mail.a.dk:465'],
  ['smtp', 2525, 'unreachable', 'ECONNREFUSED', 'otherPort', 'smtps://mail.a.dk:465'],
  ['imap', 993, 'unreachable', 'connect ECONNREFUSED', 'otherPort', 'imap://mail.a.dk:143'],
  ['imap', 143, 'not-imap', 'nonsense', 'otherPort', 'imaps://mail.a.dk:993'],
  ['smtp', 465, 'unreachable', 'getaddrinfo ENOTFOUND mail.a.dk', 'unknownHost', 'mail.a.dk'],
  ['smtp', 465, 'unreachable', 'getaddrinfo EAI_AGAIN mail.a.dk', 'noNetwork', 'mail.a.dk'],
  ['smtp', 465, 'rate-limited', '421 too many', 'tooMany', 'mail.a.dk'],
  [
    'imap',
    993,
    'certificate',
    "Hostname/IP does not match certificate's altnames: Host: mail.a.dk. is not in the cert's altnames: DNS:*.one.com, DNS:one.com",
    'otherName',
    '*.one.com, one.com',
  ],
  ['imap', 993, 'certificate', 'certificate has expired', 'expired', 'mail.a.dk'],
  ['imap', 993, 'certificate', 'self-signed certificate', 'unknownIssuer', 'mail.a.dk'],
] as const)('%s at port %d, %s (%s): %s %s', (side, port, trouble, said, key, about) => {
  expect(adviceFor(failure(side, 'mail.a.dk', port, trouble, said))).toEqual({ key, about });
});

test('Proton’s Bridge is not running', () => {
  const { key } = adviceFor(failure('imap', '127.0.0.1', 1143, 'unreachable', 'ECONNREFUSED'));
  expect(key).toBe('protonBridge');
});

test.each([
  ['smtp', 587, 'smtps://[2001:db8::25]:465'],
  ['imap', 993, 'imap://[2001:db8::25]:143'],
] as const)(
  '%s at a number for a name: the other port stands behind its brackets',
  (side, port, about) => {
    const advice = adviceFor(failure(side, '2001:db8::25', port, 'unreachable', 'ECONNREFUSED'));
    expect(advice).toEqual({ key: 'otherPort', about });
    expect(readServerUrl(advice.about, side)).toMatchObject({ host: '2001:db8::25' });
  },
);
