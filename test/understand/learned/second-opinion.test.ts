import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreed } from '../../../src/understand/agreement.ts';
import { sentencesIn } from '../../../src/understand/clauses.ts';
import { likelihood } from '../../../src/understand/learned/likelihood.ts';
import { secondOpinion } from '../../../src/understand/learned/second-opinion.ts';

function opinion(text: string, language: string | undefined, agreed: Agreed = {}): Agreed {
  return secondOpinion(agreed, { text, sentences: sentencesIn(text), language });
}

describe('where the lists find nothing, it hears', () => {
  it.each([
    ['da', 'Vi kommmer begge to og glædr os rigtigt meget', 'accepted'],
    ['da', 'Desværre er jeg forhinndret den aften, så det bliver uden mig.', 'declined'],
    ['en', 'Sadly we can’t be there, lambing starts that very week.', 'declined'],
    ['en', 'We shall all be attending, lokking forward to it!', 'accepted'],
    ['de', 'Wir sind zu viert gerne dabbei und freuen uns.', 'accepted'],
    ['de', 'Leider könen wir an dem Abend nicht kommen, die Schafe lammen.', 'declined'],
    ['nb', 'Vi er dessverre forhindret den kvelden, kua kalver.', 'declined'],
    ['sv', 'Vi kommer jättegärna, båda två.', 'accepted'],
  ])('%s: %s', (language, text, answer) => {
    expect(opinion(text, language)).toMatchObject({ answer, asAWhole: true });
  });
});

describe('and no answer where there is none', () => {
  it.each([
    ['da', 'Kan du sende fakturaen en gang til? Jeg kan ikke åbne filen.'],
    ['da', 'Hvad koster det, og er der parkering?'],
    ['en', 'Could you tell me who else has been invited?'],
    ['de', 'Vielen Dank für die Blumen, sie stehen auf dem Tisch.'],
    ['sv', 'Hur tar man sig dit med tåg?'],
  ])('%s: %s', (language, text) => {
    expect(opinion(text, language)).toEqual({});
  });
});

const YES = 'Ja tak, vi kommer gerne begge to.';

describe('it leaves to a person', () => {
  it.each<readonly [string, Agreed]>([
    ['what leans another way', { suggestion: 'declined' }],
    ['what hangs on something', { suggestion: 'accepted', depends: true }],
    ['what is nothing but thanks', { saysNothing: () => true }],
    ['what other words call in doubt', { suggestion: 'accepted', held: true }],
  ])('%s', (_what, agreed) => {
    expect(opinion(YES, 'da', agreed)).toBe(agreed);
    expect(opinion(YES, 'da').answer).toBe('accepted');
  });

  it('what is written in no language that is read', () => {
    expect(opinion(YES, undefined)).toEqual({});
  });

  it('what the lists took for an answer, and sounds like anything but that', () => {
    const sentence = 'Jeg kan desværre ikke komme.';
    expect(opinion(sentence, 'da', { answer: 'accepted', sentence })).toEqual({
      suggestion: 'accepted',
      sentence,
    });
  });
});

it('stands not against the lists where it only would not have known', () => {
  const agreed: Agreed = { answer: 'accepted', sentence: 'Ja.' };
  expect(opinion('Ja. Og så har hønsene lagt fjorten æg i dag!', 'da', agreed)).toBe(agreed);
});

it('shows the sentence that tells', () => {
  const text = 'Tak for sidst. Vi kan desværre ikke komme den dag. Hilsen fra alle hønsene.';
  expect(opinion(text, 'da').sentence).toBe('Vi kan desværre ikke komme den dag.');
});

it('what is likely of any text comes to 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
      const all = Object.values(likelihood(text));
      expect(all.every((each) => each >= 0)).toBe(true);
      expect(all.reduce((sum, each) => sum + each)).toBeCloseTo(1);
    }),
  );
});
