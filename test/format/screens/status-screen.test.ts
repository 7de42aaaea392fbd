import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/format/screens/lines.ts';
import { moments } from '../../../src/format/screens/moments.ts';
import { paint } from '../../../src/format/screens/paint.ts';
import { statusScreen } from '../../../src/format/screens/status-screen.ts';
import { words, type ScreenLanguage } from '../../../src/words/words.ts';
import { contactJson, networkJson, statusJson } from '../../support/status.ts';

const NOW = Date.parse('2012-05-16T10:00Z');

async function show(
  status: ReturnType<typeof statusJson>,
  { language = 'en', width = 80 }: { language?: ScreenLanguage; width?: number } = {},
) {
  const say = await words(language, 'status');
  const lines = statusScreen(status, {
    say,
    moments: moments(language, status.meeting.timeZone),
    paint: paint(false),
    now: NOW,
    width,
  });
  return `\n${lines.join('\n')}\n`;
}

const some = statusJson(
  [
    networkJson({ name: 'Nykøbing Nye Avlere', answer: 'declined' }),
    networkJson({
      name: 'Lollands Håndværkerlaug',
      answer: 'accepted',
      seats: 2,
      attendees: [
        { name: 'Anna Holm', email: null, nameAssumed: false },
        { name: 'Per Bo', email: null, nameAssumed: false },
      ],
    }),
    networkJson({
      id: 'ankeret',
      name: 'Havnelauget "Ankeret"',
      contacts: [contactJson({ delivery: 'in-doubt' })],
    }),
    networkJson({
      name: 'Møn & Omegn',
      invited: false,
      contacts: [contactJson({ delivery: 'not-sent' })],
    }),
    networkJson({
      name: 'Guldborgsund Kvinder i Erhverv',
      contacts: [
        contactJson({ name: 'Bodil', email: 'bodil@kvinder.example', delivery: 'bounced' }),
      ],
    }),
  ],
  { messages: { inDoubt: 1, bounced: 1 }, mailboxReadAt: '2012-05-14T09:00:00Z', toReview: 2 },
);

describe('the status screen', () => {
  test('says first what makes it uncertain, then who comes, what needs a hand, and each network', async () => {
    expect(await show(some)).toMatchInlineSnapshot(`
      "
      Træf for netværksansvarlige
      Wednesday 30 May 2012, 16:30–21:00
      Kulturforsyningen · reply by 18 May (in 2 days)

      IN DOUBT: 1 mail may have arrived, or may not. It is not sent again by itself.
        Havnelauget "Ankeret"  kim@havn.example
        ask them whether it came (phone, or a line by mail). If not:
        \`mikronet invite --resend <network>\`
      ATTENTION: the mailbox was last read 14 May 11:00, 2 days ago. Newer answers are
      not in here: run \`mikronet sync\`.

        coming         1  #....
        no answer yet  2  ##...
        not coming     1  #....
        not invited    1  #....

        seats          2  #.......................................
                          2 of 60, 2 reserved, 56 free

      Needs a hand:
        - 2 mails to look at: \`mikronet review\`
        - Guldborgsund Kvinder i Erhverv: the mail to bodil@kvinder.example came back.
          Mend the address in networks.csv, or phone.

      network                  answer         seats  who                note
      Lollands Håndværkerlaug  coming             2  Anna Holm, Per Bo
      Havnelauget "Ankeret"    no answer yet         Kim Holm           in doubt
      Guldborgsund Kvinder i…  no answer yet         Bodil              mail came back
      Nykøbing Nye Avlere      not coming            Kim Holm
      Møn & Omegn              not invited           Kim Holm
      "
    `);
  });

  test.each([
    ['invitation', '5.2.2', 'the mail to kim@havn.example came back: the mailbox is full'],
    ['invitation', '5.7.26', 'the receiving side does not trust the sender. Look at SPF and DKIM'],
    ['invitation', '5.7.133', 'it is a list that takes no mail from outside. Phone them.'],
    ['reminder', null, '(reminder) came back, but the address may be right.'],
  ])('says what to do about a mail that came back, as %s with %s', async (...row) => {
    const [mailing, status, expected] = row;
    const cameBack = { mailing, status, delivery: 'sent' } as const;
    const contacts = [contactJson({ cameBack })];
    const width = 200;
    const shown = await show(statusJson([networkJson({ contacts })]), { width });
    expect(shown).toContain(`Needs a hand:\n  - Havnelauget: `);
    expect(shown).toContain(expected);
    expect(shown).toMatch(/Kim Holm +mail came back/);
    const answered = await show(statusJson([networkJson({ contacts, answer: 'accepted' })]));
    expect(answered).not.toContain('Needs a hand');
  });

  test.each([
    ['bounced', 'to kim@havn.example (update) came back. Mend'],
    ['refused', 'kim@havn.example (update) was refused. Mend'],
  ] as const)('says that a change was %s, whatever they answered', async (delivery, expected) => {
    const cameBack = { mailing: 'update', status: '5.1.1', delivery };
    const contacts = [contactJson({ cameBack })];
    const status = statusJson([networkJson({ contacts, answer: 'accepted' })]);
    expect(await show(status, { width: 200 })).toContain(expected);
  });

  test('names the command that goes on with what was not an invitation', async () => {
    const lines = await show(
      statusJson([networkJson()], {
        messages: { inDoubt: 1, deferred: 1 },
        unfinished: [
          { network: 'havn', email: 'kim@havn.example', mailing: 'update', delivery: 'in-doubt' },
          { network: 'havn', email: 'a@havn.example', mailing: 'reminder', delivery: 'deferred' },
        ],
      }),
    );
    expect(lines).toMatch(/kim@havn\.example +update/);
    expect(lines).toContain('`mikronet send update --resend <network>`');
    expect(lines).toContain('run `mikronet remind` again');
  });

  test('speaks Danish', async () => {
    expect(await show(some, { language: 'da' })).toMatchInlineSnapshot(`
      "
      Træf for netværksansvarlige
      onsdag den 30. maj 2012 kl. 16.30–21.00
      Kulturforsyningen · svar senest 18. maj (om 2 dage)

      I TVIVL: 1 mail er måske kommet frem, måske ikke. Den bliver ikke sendt igen af
      sig selv.
        Havnelauget "Ankeret"  kim@havn.example
        spørg dem, om den er kommet (ring, eller skriv en linje). Hvis ikke:
        \`mikronet invite --resend <netværk>\`
      BEMÆRK: postkassen er sidst læst 14. maj 11.00, for 2 dage siden. Nyere svar er
      ikke med: kør \`mikronet sync\`.

        kommer           1  #....
        har ikke svaret  2  ##...
        kommer ikke      1  #....
        ikke inviteret   1  #....

        pladser          2  #.......................................
                            2 af 60, 2 reserveret, 56 ledige

      Tag dig af:
        - 2 mails, der skal ses på: \`mikronet review\`
        - Guldborgsund Kvinder i Erhverv: mailen til bodil@kvinder.example kom retur.
          Ret adressen i networks.csv, eller ring.

      netværk            svar             pladser  hvem               bemærk
      Lollands Håndvær…  kommer                 2  Anna Holm, Per Bo
      Havnelauget "Ank…  har ikke svaret           Kim Holm           i tvivl
      Guldborgsund Kvi…  har ikke svaret           Bodil              mailen kom retur
      Nykøbing Nye Avl…  kommer ikke               Kim Holm
      Møn & Omegn        ikke inviteret            Kim Holm
      "
    `);
  });

  test('sends nobody to a mailbox who reads saved mails', async () => {
    const silent = networkJson();
    const saved = networkJson({ answer: 'accepted', contacts: [contactJson({ source: 'file' })] });
    expect(await show(statusJson([silent]))).toContain('has not been read yet');
    expect(await show(statusJson([silent, saved]))).not.toContain('mailbox');
  });

  test('is quiet when all is well', async () => {
    const quiet = statusJson([networkJson({ answer: 'accepted', seats: 1 })], {
      mailboxReadAt: '2012-05-16T09:00:00Z',
      meeting: { capacity: null },
    });
    expect(await show(quiet)).toMatchInlineSnapshot(`
      "
      Træf for netværksansvarlige
      Wednesday 30 May 2012, 16:30–21:00
      Kulturforsyningen · reply by 18 May (in 2 days)

      mailbox last read 16 May 11:00

        coming         1  #

        seats          1
                          2 reserved

      network      answer  seats  who
      Havnelauget  coming      1  Kim Holm
      "
    `);
  });

  test.each([60, 80, 120])('fits %i columns', async (width) => {
    for (const language of ['en', 'da'] as const) {
      for (const line of (await show(some, { language, width })).split('\n')) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });
});
