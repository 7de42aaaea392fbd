/** The meeting may be anywhere: no town is written into the lists. */
import { describe, expect, it } from 'vitest';
import { readWords } from '../../src/understand/plain-words.ts';
import { fixtures } from '../support/reply-fixtures.mjs';

const TOWNS = [
  'Odense',
  'Ribe',
  'Kappeln',
  'Whitby',
  'Skælskør',
  'Tromsø',
  'Husum',
  'Hjo',
  'Berlin',
];

function answer(text: string, ...here: readonly string[]) {
  return readWords(text, here.length > 0 ? new Set(here) : undefined).answer ?? 'unclear';
}

describe('a town', () => {
  it.each([
    ['Vi kommer til #.', 'accepted'],
    ['Vi ses i #!', 'accepted'],
    ['Vi er i # den dag.', 'unclear'],
    ['Jeg skal til møde i # den dag.', 'unclear'],
    ['We will come to #.', 'accepted'],
    ["I'm in # that day.", 'unclear'],
    ["We'll be at # that evening.", 'accepted'],
    ["I can't get to #.", 'declined'],
    ['Wir kommen gern nach #.', 'accepted'],
    ['Am 30. bin ich in der #.', 'unclear'],
    ['Vi kommer gärna till #.', 'accepted'],
    ['Då är jag i #.', 'unclear'],
    ['Den dagen er jeg i #.', 'unclear'],
  ])('is the same, whichever the meeting is in: %s', (text, expected) => {
    for (const town of TOWNS) {
      const lower = town.toLowerCase();
      for (const said of [text.replace('#', town), text.toLowerCase().replace('#', lower)])
        expect([said, answer(said, lower)]).toEqual([said, expected]);
    }
  });

  it.each([
    ['Den dag er jeg i Berlin.', 'declined', 'unclear'],
    ["I'm in London that day.", 'declined', 'unclear'],
    ['Am 30. bin ich in Hamburg.', 'declined', 'unclear'],
  ])(
    'keeps away who is there, where the meeting is known to be elsewhere: %s',
    (text, known, not) => {
      expect(answer(text, 'ribe')).toBe(known);
      expect(answer(text)).toBe(not);
    },
  );

  it.each([
    'Den dag er jeg i Ribe. God fornøjelse!',
    'Desværre er jeg i Ribe den dag.',
    "What a pity, I'm in Ribe that day.",
    'Schade, am 30. sind wir in Ribe.',
  ])('keeps away who is sorry to be there: %s', (text) => {
    expect(answer(text)).toBe('declined');
  });

  it('of the replies may be any other', () => {
    const named = fixtures()
      .map(({ source }) => source.slice(source.indexOf('\r\n\r\n') + 4).trim())
      .filter((text) => PLACES.test(text));
    expect(named.length).toBeGreaterThan(30);
    for (const text of named) {
      for (const town of TOWNS) {
        const other = text.replaceAll(new RegExp(PLACES, 'gi'), (name) =>
          /^\p{Ll}/u.test(name) ? town.toLowerCase() : town,
        );
        const said = answer(other, town.toLowerCase());
        expect([other, said]).toEqual([other, answer(text, ...OURS)]);
        // Where nobody knows the meeting, it is at most lost.
        expect([said, 'unclear']).toContain(answer(other));
      }
    }
  });
});

const PLACES =
  /nykøbing falster|lolland-falster|nykøbing f\.|nykøbing|kulturforsyningen|falster|lolland/i;
const OURS = ['nykøbing', 'falster', 'lolland', 'lolland-falster', 'kulturforsyningen'];
