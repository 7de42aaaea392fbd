import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/format/mail/mail-fields.ts';
import { fixtures } from '../../support/reply-fixtures.mjs';

function values(mail: string, name: string): readonly string[] {
  return readFields(Buffer.from(mail, 'latin1')).values(name);
}

describe('the fields of a mail', () => {
  it('are found by name, in order, unfolded', () => {
    const mail =
      'From kim Fri May  4 10:12:00 2012\r\nReceived: one\r\nreceived : two\r\n\tgoes on\r\n\r\nReceived: no\r\n';
    expect(values(mail, 'received')).toEqual(['one', 'two goes on']);
    expect(values(mail, 'subject')).toEqual([]);
  });

  it.each<[string, string]>([
    ['CRLF', 'To: a\r\n\r\nTo: b\r\n'],
    ['LF', 'To: a\n\nTo: b\n'],
    ['LF in CRLF', 'To: a\r\n\n\r\nTo: b\r\n'],
    ['a carriage return too many', 'To: a\r\r\n\r\nTo: b\n\n'],
    ['nothing but fields', 'To: a'],
  ])('end at an empty line: %s', (_, mail) => {
    expect(values(mail, 'to')).toEqual(['a']);
  });

  it('are none where a mail begins with an empty line', () => {
    expect(values('\r\nTo: a\r\n\r\n', 'to')).toEqual([]);
    expect(values('', 'to')).toEqual([]);
  });
});

async function parsed(bytes: Uint8Array) {
  const { headerLines, text, html, subject, attachments } = await simpleParser(Buffer.from(bytes), {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
  });
  const parts = attachments.map(({ contentType, content }) => [contentType, content.toString()]);
  return { headerLines, told: { text, html, subject, parts } };
}

describe('a mail without most of its fields', () => {
  const whole = fc.constantFrom(...fixtures().map(({ source }) => source));
  const breaks = fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n', '\n\n', ' ', '\t', '\r\n x');
  const marks = fc.constantFrom(':', '"', 'é', '=?utf-8?Q?', '(', '--', '; boundary=x');
  const names = fc.constantFrom('From ', 'POST ', 'Subject', 'Content-Type: text/html\r\n');
  /** Something is put into the header or takes the place of what stood there. */
  const damage = fc.tuple(
    fc.oneof(breaks, marks, names),
    fc.nat({ max: 600 }),
    fc.nat({ max: 20 }),
  );
  const damaged = fc
    .tuple(whole, fc.array(damage, { maxLength: 4 }))
    .map(([source, damages]) =>
      damages.reduce(
        (mail, [put, at, length]) => mail.slice(0, at) + put + mail.slice(at + length),
        source,
      ),
    );

  it('is parsed to the same, and the fields are those the parser finds', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (mail) => {
        const bytes = Buffer.from(mail);
        const fields = readFields(bytes);
        const [all, few] = [await parsed(bytes), await parsed(fields.lean)];
        expect(few.told).toEqual(all.told);
        for (const { key } of all.headerLines.filter((each) => /^\S+$/.test(each.key))) {
          const its = all.headerLines.filter((each) => each.key === key);
          expect(fields.values(key)).toHaveLength(its.length);
        }
      }),
      { seed: 20120530, numRuns: 600 },
    );
  });
});
