import { expect, test } from 'vitest';
import { domainOf, isLoopback, isWithin } from '../../src/domain/hosts.ts';

test.each([
  ['localhost', true],
  ['LocalHost', true],
  ['127.0.0.1', true],
  ['127.9.8.7', true],
  ['::1', true],
  ['[::1]', true],
  ['127.0.0.1.example.dk', false],
  ['localhost.example.dk', false],
  ['mail.example.dk', false],
  ['', false],
])('%j is this very computer: %j', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test.each([
  ['one.com', 'one.com', true],
  ['send.one.com', 'one.com', true],
  ['phone.com', 'one.com', false],
  ['one.com.example.dk', 'one.com', false],
])('%j lies in %j: %j', (host, domain, expected) => {
  expect(isWithin(host, domain)).toBe(expected);
});

test('an address is at home in what stands behind its last @', () => {
  expect(domainOf('"kim@home"@Havn.Example')).toBe('havn.example');
});
