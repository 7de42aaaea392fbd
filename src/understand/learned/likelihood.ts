/**
 * How likely a text is a yes, a no or a perhaps: multinomial logistic regression over what
 * `npm run learn` found in the replies written for the project (test/fixtures/replies).
 */
import type { Answer } from '../../domain/model.ts';
import { featuresOf, SLOTS } from './features.ts';
import { BIAS, SCALE, WEIGHTS } from './weights.ts';

/** Together 1; `needs-action` stands for a text that answers nothing for certain. */
export type Likelihood = Readonly<Record<Answer, number>>;

/** In the order of the weights. */
export const ANSWERS = ['accepted', 'declined', 'tentative'] as const satisfies readonly Answer[];

let decoded: Int8Array | undefined;

/** Decoded once, where it is first wanted. */
function weights(): Int8Array {
  decoded ??= new Int8Array(Buffer.from(WEIGHTS, 'base64'));
  if (decoded.length !== SLOTS * ANSWERS.length) throw new RangeError('weights of another size');
  return decoded;
}

export function likelihood(text: string): Likelihood {
  const table = weights();
  const features = featuresOf(text);
  const sums = ANSWERS.map(() => 0);
  for (const feature of features) {
    for (let at = 0; at < sums.length; at += 1) sums[at]! += table[feature * sums.length + at]!;
  }
  const share = SCALE / Math.sqrt(features.length);
  // "No answer" is what the others are measured against: its weight is 0.
  const odds = sums.map((sum, at) => Math.exp(sum * share + BIAS[at]!));
  const all = odds.reduce((sum, each) => sum + each, 1);
  const [accepted = 0, declined = 0, tentative = 0] = odds.map((each) => each / all);
  return { accepted, declined, tentative, 'needs-action': 1 / all };
}
