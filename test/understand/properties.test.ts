/**
 * What must hold for every mail: nothing that happens to a mail on its way makes an answer of what
 * was none, or turns one around. The replies written for the project are the words; a seed is fixed.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMail } from '../../src/format/mail/incoming-mail.ts';
import { readWhole } from '../../src/understand/plain-words.ts';
import { newText } from '../../src/understand/text/new-text.ts';
import { understand } from '../../src/understand/understanding.ts';
import { fixtures } from '../support/reply-fixtures.mjs';

const SEED = { seed: 20120530, numRuns: 200 };

const bodies = fixtures()
  .filter(({ name }) => name.includes('.words#'))
  .map(({ source }) => source.slice(source.indexOf('\r\n\r\n') + 4).trim());
const body = fc.constantFrom(...bodies);

async function said(source: string) {
  return understand(await parseMail(Buffer.from(source)));
}

function saidOf(text: string): string {
  const { answer, optOut } = readWhole(newText(text).text);
  return optOut === undefined ? (answer ?? 'unclear') : 'opt-out';
}

const known = new Map<string, string>();

/** Understood once: it is asked for again and again. */
function asWritten(text: string): string {
  if (!known.has(text)) known.set(text, saidOf(text));
  return known.get(text)!;
}

/** `mail`, with these words as its text and this header field. */
function mail(text: string, field = 'X-Nothing: at all', type = 'text/plain'): string {
  return `From: kim@havn.example\r\nSubject: Sv: Træf\r\n${field}\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${text}`;
}

const HEADS = [
  'Den 4. maj 2012 kl. 10.12 skrev Mikronet <info@mikronet.example>:',
  'On Fri, May 4, 2012 at 10:12 AM Mikronet <info@mikronet.example> wrote:',
  'Am 04.05.2012 um 10:12 schrieb Mikronet:',
  'Fra: Mikronet\r\nSendt: 4. maj 2012 10:12\r\nTil: Kim\r\nEmne: Træf',
  'Von: Mikronet\r\nGesendet: 4. Mai 2012 10:12\r\nAn: Kim\r\nBetreff: Treffen',
  '-----Original Message-----',
];

describe('an answer', () => {
  it('is never made of what is quoted', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...HEADS), fc.boolean(), (text, head, marked) => {
        const quoted = marked ? text.replaceAll(/^/gm, '> ') : text;
        expect(saidOf(`Tak for den.\r\n\r\n${head}\r\n\r\n${quoted}`)).toBe('unclear');
      }),
      SEED,
    );
  });

  it('is not changed by what is quoted below it', () => {
    fc.assert(
      fc.property(body, body, fc.constantFrom(...HEADS), (text, other, head) => {
        expect(saidOf(`${text}\r\n\r\n${head}\r\n\r\n${other}`)).toBe(saidOf(text));
      }),
      SEED,
    );
  });

  it.each([
    'Mvh\r\nKim Holm\r\nFormand',
    '-- \r\nKim Holm\r\nTlf. 54 12 34 56',
    'Sendt fra min iPhone',
    'Mit freundlichen Grüßen\r\nKim Holm',
    'Best regards,\r\nKim',
  ])('is not changed by a signature: %j', (signature) => {
    for (const text of bodies) {
      expect(newText(`${text}\r\n\r\n${signature}`).text).toBe(newText(text).text);
    }
  });

  it.each([
    ['upper case', (text: string) => text.toUpperCase()],
    ['lower case', (text: string) => text.toLowerCase()],
    ['no punctuation but the question mark', (text: string) => text.replaceAll(/[.!;]/g, '')],
    ['blanks of another kind', (text: string) => text.replaceAll(' ', '\u00a0')],
    ['invisible characters', (text: string) => text.replaceAll(' ', ' \u200b')],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
  ])('is at most lost, never turned around, by %s', (_, change) => {
    const turned = bodies.map((text) => [asWritten(text), saidOf(change(text)), text]);
    const wrong = turned.filter(([before, after]) => after !== before && after !== 'unclear');
    expect(wrong.filter(([before]) => before !== 'unclear')).toEqual([]);
    // What it sounds like hangs on its shape, too: a few become clearer.
    expect(wrong.length).toBeLessThan(bodies.length / 1_000);
  });

  it('is at most lost, never turned around, where a programme breaks the lines', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 30, max: 78 }), (text, width) => {
        const wrapped = text.replaceAll(new RegExp(`(.{${width}}\\S*) `, 'g'), '$1\n');
        const before = asWritten(text);
        fc.pre(before !== 'unclear');
        expect([before, 'unclear']).toContain(saidOf(wrapped));
      }),
      { ...SEED, numRuns: 600 },
    );
  });

  it('is never made by a machine that says that it is one', async () => {
    const fields = ['Auto-Submitted: auto-replied', 'X-Autoreply: yes', 'Precedence: auto_reply'];
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(...fields), async (text, field) => {
        expect(await said(mail(text, field))).not.toHaveProperty('answer');
      }),
      SEED,
    );
  });

  it('is never made of what HTML hides', async () => {
    const hidings = [
      ' style="display:none"',
      " STYLE='Display : None ;'",
      ' style="color:red;font-size:0"',
      ' style="visibility:hidden"',
      ' style="color:#FFF"',
      ' style="position:absolute; left:-5000px"',
      ' hidden',
    ];
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(...hidings), async (text, hiding) => {
        const html = `<p>Hvad koster det?</p><div${hiding}>${text.replaceAll('\r\n', '<br>')}</div>`;
        const understood = await said(mail(html, 'X-A: b', 'text/html'));
        expect(understood.written.text).toBe('Hvad koster det?');
      }),
      SEED,
    );
  });
});

const index = (bytes: Uint8Array, where: number) => Math.floor(where * bytes.length);

describe('a mail that was damaged on its way', () => {
  const sources = fixtures().map(({ source }) => Buffer.from(source));
  const whole = fc.constantFrom(...sources);
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  const damaged = fc.oneof(
    fc.tuple(whole, at).map(([bytes, where]) => bytes.subarray(0, index(bytes, where))),
    fc.tuple(whole, at).map(([bytes, where]) => bytes.subarray(index(bytes, where))),
    fc.tuple(whole, at, fc.uint8Array({ maxLength: 40 })).map(([bytes, where, noise]) => {
      const cut = index(bytes, where);
      return Buffer.concat([bytes.subarray(0, cut), noise, bytes.subarray(cut)]);
    }),
    fc.tuple(whole, whole, at).map(([one, other, where]) => {
      return Buffer.concat([one.subarray(0, index(one, where)), other]);
    }),
    fc.tuple(whole, at, at, fc.integer({ min: 2, max: 60 })).map(([bytes, from, to, times]) => {
      const part = bytes.subarray(
        index(bytes, Math.min(from, to)),
        index(bytes, Math.max(from, to)),
      );
      return Buffer.concat([bytes, ...Array.from({ length: times }, () => part)]);
    }),
  );

  it('is read all the same, and yields no more than a mail may', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        const parsed = await parseMail(bytes).catch(() => undefined);
        if (!parsed) return;
        const { kind, answer, written, attendees, bounce, seats = 1 } = understand(parsed);
        expect(answer === undefined || kind === 'answer' || kind === 'calendar-reply').toBe(true);
        expect(written.text.length).toBeLessThanOrEqual(60_000);
        expect(attendees.length).toBeLessThanOrEqual(100);
        expect(bounce?.entries.length ?? 0).toBeLessThanOrEqual(200);
        expect(seats).toBeGreaterThan(0);
        expect(seats).toBeLessThan(1_000);
      }),
      { ...SEED, numRuns: 1_000 },
    );
  });
});
