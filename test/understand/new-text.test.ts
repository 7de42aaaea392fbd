import { describe, expect, it } from 'vitest';
import { newText } from '../../src/understand/text/new-text.ts';

const QUOTED = 'Kære Kim\nSvar JA eller NEJ.';

/** Each client's way of quoting, below the same words. */
const HEADS: readonly (readonly [string, string])[] = [
  ['Gmail, Danish', 'Den ons. 2. maj 2012 kl. 09.30 skrev Mikronet <info@mikronet.example>:'],
  [
    'Gmail, wrapped',
    'Den ons. 2. maj 2012 kl. 09.30 skrev Mikronet - netværkenes netværk\n<\ninfo@mikronet.example>:',
  ],
  ['Gmail, English', 'On Wed, May 2, 2012 at 9:30 AM Mikronet <info@mikronet.example> wrote:'],
  ['Gmail, German', 'Am Mi., 2. Mai 2012 um 09:30 Uhr schrieb Mikronet <info@mikronet.example>:'],
  ['Gmail, Norwegian', 'ons. 2. mai 2012 kl. 09:30 skrev Mikronet <info@mikronet.example>:'],
  ['Gmail, Swedish', 'Den ons 2 maj 2012 kl 09:30 skrev Mikronet <info@mikronet.example>:'],
  ['Apple Mail', 'Den 2. maj 2012 kl. 09.30 skrev Mikronet <info@mikronet.example>:'],
  [
    'Outlook, Danish',
    'Fra: Mikronet <info@mikronet.example>\nSendt: 2. maj 2012 09:30\nTil: Kim Holm\nEmne: Træf',
  ],
  [
    'Outlook, bold',
    '*Fra:* Mikronet <info@mikronet.example>\n*Sendt:* 2. maj 2012 09:30\n*Til:* Kim Holm\n*Emne:* Træf',
  ],
  [
    'Outlook, English',
    '________________________________\nFrom: Mikronet <info@mikronet.example>\nSent: 2 May 2012 09:30\nTo: Kim Holm\nSubject: Træf',
  ],
  [
    'Outlook, German',
    'Von: Mikronet <info@mikronet.example>\nGesendet: Mittwoch, 2. Mai 2012 09:30\nAn: Kim Holm\nBetreff: Træf',
  ],
  [
    'Outlook, Swedish',
    'Från: Mikronet <info@mikronet.example>\nSkickat: den 2 maj 2012 09:30\nTill: Kim Holm\nÄmne: Træf',
  ],
  ['older clients', '-----Oprindelig meddelelse-----'],
  ['older clients, German', '-----Ursprüngliche Nachricht-----'],
];

describe('what was newly written', () => {
  it.each(HEADS)('stands above the quotation of %s', (_, head) => {
    expect(newText(`Ja tak, vi kommer.\n\n${head}\n\n${QUOTED}\n`)).toMatchObject({
      text: 'Ja tak, vi kommer.',
      quoted: expect.stringContaining('JA eller NEJ'),
      between: false,
    });
  });

  it('has no lines with a quotation mark', () => {
    expect(newText(`Ja tak\n\n> ${QUOTED.replace('\n', '\n> ')}`)).toMatchObject({
      text: 'Ja tak',
      between: false,
    });
  });

  it('may stand below the quotation, or between its lines: which is told', () => {
    const below = newText('On Wed, May 2, 2012, Mikronet wrote:\n> Kommer I?\n\nJa tak');
    expect(below).toMatchObject({ text: 'Ja tak', between: true });
  });

  it.each([
    'Med venlig hilsen\nKim Holm\nFormand',
    'Mvh Kim',
    'Venlig hilsen,\nKim',
    'Best regards\nKim',
    'Mit freundlichen Grüßen\nKim',
    'Vänliga hälsningar\nKim',
    '-- \nKim Holm\nTlf. 12345678',
    'Sendt fra min iPhone',
    'Hent Outlook til iOS',
    'Get Outlook for Android',
  ])('ends where the closing begins: %j', (closing) => {
    expect(newText(`Vi kommer to.\n\n${closing}\n`).text).toBe('Vi kommer to.');
  });

  it.each([
    'Den bedste aften i år, skrev en af os.',
    'Tak, vi glæder os til at se jer den 30. maj.',
  ])('is not cut at a sentence that looks a little like a head: %j', (sentence) => {
    expect(newText(sentence).text).toBe(sentence);
  });

  it('has its odd blanks and invisible characters made plain', () => {
    expect(newText('Ja\u00a0tak\u200b,\r\nvi\u202fkommer').text).toBe('Ja tak,\nvi kommer');
  });
});
