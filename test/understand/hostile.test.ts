/**
 * Mails written to hurt: each is read in bounded time and memory, and none becomes an answer that a
 * person did not write. Time shows only as a test that does not end.
 */
import { describe, expect, it } from 'vitest';
import { parseMail } from '../../src/format/mail/incoming-mail.ts';
import { LEXICONS } from '../../src/understand/languages.ts';
import type { Lexicon } from '../../src/understand/lexicon/lexicon.ts';
import { readWords } from '../../src/understand/plain-words.ts';
import { understand, type Understanding } from '../../src/understand/understanding.ts';

const HEAD = 'From: eve@stranger.example\r\nTo: info@mikronet.example\r\nMIME-Version: 1.0\r\n';
const text = (body: string, fields = '') =>
  `${HEAD}${fields}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`;
const html = (body: string) => `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${body}`;
const calendar = (body: string) =>
  `${HEAD}Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n${body}`;
const machine = (body: string) =>
  text(body, 'Return-Path: <>\r\nSubject: Undelivered Mail Returned to Sender\r\n');
const addresses = (count: number) => Array.from({ length: count }, (_, at) => `k${at}@h.example`);

/** undefined where the mail is refused as a whole. */
async function read(mail: string): Promise<Understanding | undefined> {
  const parsed = await parseMail(Buffer.from(mail)).catch(() => undefined);
  return parsed && understand(parsed);
}

function nested(depth: number): string {
  const parts = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  return `${HEAD}${parts.join('')}Content-Type: text/plain\r\n\r\nja tak`;
}

const SHAPES: readonly (readonly [string, string])[] = [
  ['10,000 nested parts', nested(10_000)],
  [
    '10,000 parts side by side',
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(10_000)}`,
  ],
  ['mails in mails', `${HEAD}${'Content-Type: message/rfc822\r\n\r\n'.repeat(2_000)}x`],
  ['100,000 recipients', `To: ${addresses(100_000).join(',\r\n ')}\r\n${HEAD}\r\nx`],
  ['100,000 header fields', `${HEAD}${'X-A: b\r\n'.repeat(100_000)}\r\nx`],
  ['100,000 references', `${HEAD}References: ${'<a@b> '.repeat(100_000)}\r\n\r\nx`],
  ['a subject of prefixes', `Subject: ${'Re: '.repeat(50_000)}\r\n${HEAD}\r\nx`],
  ['a subject of coded words', `Subject: ${'=?utf-8?q?a?= '.repeat(30_000)}\r\n${HEAD}\r\nx`],
  ['a name of brackets', `Reply-To: ${'('.repeat(100_000)}\r\n${HEAD}\r\nx`],
  ['parameters without end', `${HEAD}Content-Type: text/plain${'; a=b'.repeat(100_000)}\r\n\r\nx`],
  [
    'an unknown charset',
    `${HEAD}Content-Type: text/plain; charset=x-${'y'.repeat(9_000)}\r\n\r\nx`,
  ],
  [
    'a charset that shifts',
    `${HEAD}Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n${'\u001b$B'.repeat(100_000)}`,
  ],
  ['one line', text('a'.repeat(2_000_000))],
  ['blanks', text(' '.repeat(2_000_000))],
  ['empty lines', text('\r\n'.repeat(500_000))],
  ['quotation marks', text('>'.repeat(1_000_000))],
  ['heads of quotations', text('Den 4. maj 2012 kl. 10.12 skrev a b c d e\r\n'.repeat(20_000))],
  ['heads that never end', text(`${'On a '.repeat(100)}\r\n`.repeat(3_000))],
  ['header blocks', text('Fra: a\r\n'.repeat(100_000))],
  ['dashes', text(`${'--- '}${'a '.repeat(50)}\r\n`.repeat(5_000))],
  ['at signs', text('a@'.repeat(500_000))],
  ['domains', text(`${'a.'.repeat(30)}@`.repeat(10_000))],
  ['capitals', text('Anna Bo '.repeat(50_000))],
  ['questions of ours', text(`Svar: \r\nAntal: 2\r\n${'A. x\r\n'.repeat(50_000)}`)],
  ['nothing but NUL', text('\0'.repeat(500_000))],
  ['stacked accents', text(`a${'\u0301'.repeat(300_000)}`)],
  [
    '100,000 addresses that failed',
    machine(
      addresses(100_000)
        .map((each) => `<${each}>: unknown user`)
        .join('\r\n'),
    ),
  ],
  ['codes', machine('550 5.1.1 <a@b.example> '.repeat(50_000))],
  ['deep HTML', html('<div>'.repeat(100_000))],
  ['deep tables', html('<table><tr><td>'.repeat(5_000))],
  ['open tags', html('<a '.repeat(300_000))],
  ['open attributes', html('<p style="'.repeat(100_000))],
  ['comments', html('<!--'.repeat(100_000))],
  [
    'style sheets',
    html(
      `<style>${'.a{display:none}'.repeat(30_000)}</style>${'<p class="b c">x</p>'.repeat(5_000)}`,
    ),
  ],
  ['entities', html('&amp;'.repeat(300_000))],
  ['calendar parameters', calendar(`ATTENDEE${';A=B'.repeat(500_000)}\r\n`)],
  ['calendar lines that go on', calendar(' a\r\n'.repeat(500_000))],
];

describe('a mail written to hurt', () => {
  it.each(SHAPES)('of %s is no answer', async (_, mail) => {
    expect((await read(mail))?.answer).toBeUndefined();
  });

  it('with a calendar of 50 MB speaks for nobody where it names a million', async () => {
    const said = await read(
      calendar('ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\n'.repeat(1_000_000)),
    );
    expect(said).toMatchObject({ kind: 'calendar-reply' });
    expect(said?.answer).toBeUndefined();
  });

  it('that names 100,000 bounced addresses yields a bounded list', async () => {
    const report = addresses(100_000)
      .map((each) => `Final-Recipient: rfc822;${each}\r\nAction: failed\r\nStatus: 5.1.1\r\n`)
      .join('\r\n');
    const said = await read(
      `${HEAD}Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${report}\r\n--b--`,
    );
    expect(said?.kind).toBe('bounce');
    expect(said?.bounce?.entries.length).toBeLessThanOrEqual(200);
  });
});

/** The words of a pattern, so that texts can be made that nearly match it, again and again. */
function wordsOf(pattern: string): readonly string[] {
  return [...new Set(pattern.match(/\p{L}+/gu))].filter((word) => word !== 'p' && word !== 'L');
}

const patternsOf = (lexicon: Lexicon) =>
  Object.values(lexicon).flatMap((list: unknown) =>
    Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [],
  );

describe('the patterns of the lexicons', () => {
  it.each(LEXICONS.map((lexicon) => [lexicon.language, lexicon] as const))(
    'in %s end soon on texts that nearly match them',
    (_, lexicon) => {
      for (const pattern of patternsOf(lexicon).filter((each) => /[*+{]/.test(each))) {
        const words = wordsOf(pattern);
        const texts = [
          words.join(' ').repeat(8),
          ...words.slice(0, 12).map((word) => `${word} `.repeat(80)),
        ];
        for (const each of texts) expect(readWords(`${each} §`)).toHaveProperty('attendees');
      }
    },
  );
});
