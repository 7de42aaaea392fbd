import { describe, expect, it } from 'vitest';
import { readServerUrl } from '../../src/format/server-url.ts';

describe('the address of a mail server', () => {
  it.each([
    ['imaps://imap.example.dk', { host: 'imap.example.dk', port: 993, security: 'implicit' }],
    ['imap://imap.example.dk', { host: 'imap.example.dk', port: 143, security: 'starttls' }],
    ['imap://127.0.0.1:1143', { host: '127.0.0.1', port: 1143, security: 'none' }],
    ['imap://localhost:143?tls=required', { host: 'localhost', port: 143, security: 'starttls' }],
    ['imap://old.example.dk?tls=none', { host: 'old.example.dk', port: 143, security: 'none' }],
    ['imap://[::1]:143', { host: '::1', port: 143, security: 'none' }],
    [
      'imaps://kim%40havn.example:a%23b%2Fc@imap.example.dk:993/',
      {
        host: 'imap.example.dk',
        port: 993,
        security: 'implicit',
        user: 'kim@havn.example',
        password: 'a#b/c',
      },
    ],
    [
      'imaps://kim@havn.example:p@ss@imap.example.dk',
      {
        host: 'imap.example.dk',
        port: 993,
        security: 'implicit',
        user: 'kim@havn.example',
        password: 'p@ss',
      },
    ],
  ])('%s', (text, read) => {
    expect(readServerUrl(text, 'imap')).toEqual(read);
  });

  it.each([
    ['imap.example.dk', { trouble: 'scheme', found: '' }],
    ['smtps://imap.example.dk', { trouble: 'scheme', found: 'smtps' }],
    ['imaps://', { trouble: 'host' }],
    ['imaps://imap.example.dk:imap', { trouble: 'port', at: 25 }],
    ['imaps://kim@havn.example:secret', { trouble: 'port', at: 26 }],
    ['imaps://kim:secret?x@imap.example.dk', { trouble: 'character', character: '?', at: 19 }],
    ['imaps://imap.example.dk/inbox', { trouble: 'character', character: '/', at: 24 }],
    ['imaps://kim:100%@imap.example.dk', { trouble: 'character', character: '%', at: 16 }],
    ['imaps://kim:a#b@imap.example.dk', { trouble: 'character', character: '#', at: 14 }],
  ])('%s cannot be read, and says why without the password', (text, trouble) => {
    expect(readServerUrl(text, 'imap')).toEqual(trouble);
  });
});
