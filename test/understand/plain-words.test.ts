import { describe, expect, it } from 'vitest';
import { readWords } from '../../src/understand/plain-words.ts';

/** What a person wrote, and what may be filed of it: null is a question to the organiser. */
const SAID: readonly (readonly [string, string | null])[] = [
  ['Ja tak, vi kommer to.', 'accepted'],
  ['Ja tak', 'accepted'],
  ['Vi kommer gerne', 'accepted'],
  ['Jeg deltager gerne. Mvh', 'accepted'],
  [
    'Hej Bente\n\nTak for invitationen. Vi vil meget gerne deltage og kommer 3 personer.',
    'accepted',
  ],
  ['Tak for invitationen, men jeg kan desværre ikke deltage.', 'declined'],
  ['Vi må desværre melde afbud', 'declined'],
  ['Nej tak', 'declined'],
  ['Desværre er vi forhindret den dag', 'declined'],
  ['Jeg er desværre på ferie i den uge', 'declined'],
  ['Må desværre melde fra alligevel', 'declined'],
  ['Jeg kan ikke, men Karen kommer', null],
  ['Ja, men kun hvis vi får passet børnene', null],
  ['Vi kommer hvis vi får passet børnene', null],
  ['Kan man komme hvis man ikke er medlem?', null],
  ['Måske, vi ved det ikke endnu', 'tentative'],
  ['Jeg ved ikke endnu om vi kan komme', 'tentative'],
  ['Vi håber at komme', null],
  ['Vi regner med at komme', null],
  ['Vi ville gerne komme, men er desværre forhindret', 'declined'],
  ['Afbud fra os', 'declined'],
  ['Vi glæder os til at deltage', 'accepted'],
  ['Anna Holm og Bo Berg kommer', 'accepted'],
  ['Det lyder spændende, hvor meget koster det?', null],
  ['Hermed faktura', null],
  ['Vi vender tilbage', null],
  ['Nej, vi har ikke noget imod det, vi kommer gerne', null],
  ['Jeg kommer til at aflyse', null],
  ['Hej. Jeg melder mig hermed til. Hilsen Ole', 'accepted'],
  ['Tilmelder hermed mig selv og to kolleger', 'accepted'],
  ['Det passer os fint', 'accepted'],
  ['Vi deltager med 2 personer: Anna Holm og Bo Berg', 'accepted'],
  ['Vi er desværre nødt til at takke nej denne gang', 'declined'],
  ['Det kan jeg desværre ikke', 'declined'],
  ['Vi kan ikke den dag', 'declined'],
  ['Tak, jeg kommer!', 'accepted'],
  ['Super, vi er med', 'accepted'],
  ['Jeg siger ja tak', 'accepted'],
  ['Vi takker ja til invitationen', 'accepted'],
  ['Det vil vi gerne', 'accepted'],
  ['Det er ikke sikkert, vi kan komme', 'tentative'],
  ['Ja, fakturaen er betalt', null],
  // Where a programme broke the line.
  ['Hvis det bliver muligt at komme først kl.\n18, vil jeg gerne være med.', null],
  ['Jeg skal lige spørge, om\nPeter kan komme.', null],
  ['Wir klären noch, ob\nHerr Petersen kommt.', null],
  ['Anbei die Anmeldung unserer neuen Mitglieder für euren\nVerteiler.', null],
  ['We would love to come', 'accepted'],
  ['Yes please, count us in', 'accepted'],
  ['We will attend with 2 people', 'accepted'],
  ["Unfortunately we can't make it", 'declined'],
  ["We would love to come, but we can't make it", 'declined'],
  ['Sorry, I am not able to attend', 'declined'],
  ['Not sure yet', 'tentative'],
  ['We might be able to come', 'tentative'],
  ["I'll be there", 'accepted'],
  ['Can I bring a friend?', null],
  ['We will come if we find a babysitter', null],
  ['Thanks for the invitation. I have another engagement that evening.', 'declined'],
  ["I'm afraid I'll have to decline", 'declined'],
  ['Looking forward to seeing you there!', 'accepted'],
  ['We hope to come', null],
  ['Wir kommen gerne', 'accepted'],
  ['Wir nehmen gerne teil', 'accepted'],
  ['Ich kann leider nicht teilnehmen', 'declined'],
  ['Leider müssen wir absagen', 'declined'],
  ['Wir sind dabei!', 'accepted'],
  ['Ja, wir kommen zu zweit', 'accepted'],
  ['Vielleicht, ich weiß es noch nicht', 'tentative'],
  ['Ich komme, wenn ich frei habe', null],
  ['Wir freuen uns auf den Abend', 'accepted'],
  ['Leider bin ich an diesem Tag verhindert', 'declined'],
  ['Vielen Dank für die Einladung, ich nehme an der Veranstaltung teil', 'accepted'],
  ['Vi kommer gärna', 'accepted'],
  ['Vi kan tyvärr inte komma', 'declined'],
  ['Jag har tyvärr fått förhinder', 'declined'],
  ['Ja tack, vi kommer', 'accepted'],
  ['Kanske, vet inte än', 'tentative'],
  ['Vi tackar nej den här gången', 'declined'],
  ['Vi kommer gjerne', 'accepted'],
  ['Dessverre kan vi ikke delta', 'declined'],
  ['Ja takk, vi blir med', 'accepted'],
  ['Vi må dessverre melde avbud', 'declined'],
  ['Kanskje', 'tentative'],
  ['Ingen flere mails, tak', 'OUT'],
  ['Slet os fra listen', 'OUT'],
  ['Vi må afmelde os', 'declined'],
  ['Afmeld', null],
  ['Please unsubscribe me', 'OUT'],
  ['Stop', null],
  ['Jeg kommer ikke til mødet, men hilsen til alle', 'declined'],
  ['Vi kan godt komme', 'accepted'],
  ['Nej, desværre. Vi er i Berlin.', 'declined'],
  ['Jeg kan kun komme hvis det er efter 18', null],
  ['Ja! Vi glæder os.', 'accepted'],
  ['Jeg skal på arbejde, så jeg kommer desværre ikke', 'declined'],
  ['I can make it', 'accepted'],
  ['We are unable to participate this year.', 'declined'],
  ['Mange tak for invitationen. Bestyrelsen deltager med 4 personer.', 'accepted'],
  ['Foreningen deltager gerne med to personer', 'accepted'],
  ['Netværket kommer med fire', 'accepted'],
];

describe("people's words", () => {
  it.each(SAID)('%j is %s', (text, answer) => {
    const said = readWords(text);
    expect(said.optOut === undefined ? (said.answer ?? null) : 'OUT').toBe(answer);
  });

  it.each([
    ['Ja tak, vi kommer to.', 2],
    ['Vi deltager med 3 personer', 3],
    ['Ja, wir kommen zu zweit', 2],
    ['We will attend with 4 people', 4],
    ['Vi kommer 2-3 personer', undefined],
    ['Vi kommer den 30. maj', undefined],
  ])('a number of seats counts only where one is stated: %j', (text, seats) => {
    expect(readWords(text).seats).toBe(seats);
  });

  it('names those who come', () => {
    expect(readWords('Anna Holm og Bo Berg kommer').attendees).toEqual([
      { name: 'Anna Holm' },
      { name: 'Bo Berg' },
    ]);
  });

  it('that contradict each other are put before the organiser, with what they lean to', () => {
    const said = readWords('Jeg kan ikke, men Karen kommer');
    expect(said).toMatchObject({
      suggestion: 'declined',
      sentence: 'Jeg kan ikke, men Karen kommer',
    });
    expect(said.answer).toBeUndefined();
  });

  it('are read in bounded time, whatever their shape', () => {
    const shapes = [
      'a og '.repeat(20_000),
      'vi '.repeat(30_000),
      'kan ikke '.repeat(9_000),
      'A'.repeat(90_000),
      '('.repeat(50_000),
    ];
    const begun = performance.now();
    for (const shape of shapes) expect(readWords(shape).answer).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
