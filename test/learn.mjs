/**
 * `npm run learn`: learns from the replies written for the project (test/fixtures/replies) how a
 * yes, a no and a perhaps sound, and writes src/understand/learned/weights.ts. `--try` only tells
 * how well it would do with replies it has not seen: learned from nine tenths, tried on the tenth.
 *
 * Logistic regression by AdaGrad (Duchi, Hazan, Singer 2011), the mean of runs in another order
 * each. The same fixtures give the same weights.
 */
import { writeFileSync } from 'node:fs';
import { featuresOf, SLOTS } from '../dist/understand/learned/features.js';
import { newText } from '../dist/understand/text/new-text.js';
import { fixtures } from './support/reply-fixtures.mjs';

const ANSWERS = ['accepted', 'declined', 'tentative'];
const CLASSES = ANSWERS.length + 1;
const NONE = ANSWERS.length;
const RUNS = 2;
const ROUNDS = 10;
const RATE = 0.5;
const BIAS_RATE = 0.1;

/**
 * @typedef {object} Example
 * @property {Int32Array} features
 * @property {number} is index of ANSWERS, or NONE
 *
 * @typedef {{ readonly slots: Float64Array, readonly bias: Float64Array }} Weights
 */

const examples = fixtures()
  .filter(({ name }) => name.includes('.words#'))
  .map(({ source, expected: { outcomes } }) => {
    const { text } = newText(source.slice(source.indexOf('\r\n\r\n')).trim());
    const [one = '', ...others] = outcomes;
    const at = others.length > 0 ? -1 : ANSWERS.indexOf(one.replace('answer ', ''));
    return {
      features: Int32Array.from(featuresOf(text)),
      is: at === -1 ? NONE : at,
    };
  });

if (process.argv.includes('--try')) tell(examples);
else write(learned(examples));

/** @param {readonly Example[]} from @returns {Weights} */
function learned(from) {
  const mean = blank(0);
  for (let run = 0; run < RUNS; run += 1) {
    const random = mulberry32(run + 1);
    const weights = blank(0);
    const squares = blank(1e-8);
    const order = [...from];
    for (let round = 0; round < ROUNDS; round += 1) {
      shuffle(order, random);
      for (const example of order) learn(example, weights, squares);
    }
    for (const part of /** @type {const} */ (['slots', 'bias'])) {
      for (const [at, weight] of weights[part].entries()) mean[part][at] += weight / RUNS;
    }
  }
  return mean;
}

/** One step down the slope. @param {Example} example @param {Weights} weights @param {Weights} squares */
function learn({ features, is }, { slots, bias }, squares) {
  const part = 1 / Math.sqrt(features.length);
  const likely = likelihood(features, { slots, bias });
  for (let at = 0; at < CLASSES; at += 1) {
    const off = likely[at] - (at === is ? 1 : 0);
    if (Math.abs(off) < 1e-4) continue;
    const slope = off * part;
    for (const feature of features) {
      const place = feature * CLASSES + at;
      squares.slots[place] += slope * slope;
      slots[place] -= (RATE * slope) / Math.sqrt(squares.slots[place]);
    }
    squares.bias[at] += off * off;
    bias[at] -= (BIAS_RATE * off) / Math.sqrt(squares.bias[at]);
  }
}

/** @param {Int32Array} features @param {Weights} weights @returns {readonly number[]} */
function likelihood(features, { slots, bias }) {
  const part = 1 / Math.sqrt(features.length);
  const sums = [...bias];
  for (const feature of features) {
    for (let at = 0; at < CLASSES; at += 1) sums[at] += slots[feature * CLASSES + at] * part;
  }
  const top = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - top));
  const all = odds.reduce((sum, each) => sum + each, 0);
  return odds.map((each) => each / all);
}

/** @param {number} value @returns {Weights} */
function blank(value) {
  return {
    slots: new Float64Array(SLOTS * CLASSES).fill(value),
    bias: new Float64Array(CLASSES).fill(value),
  };
}

/** In bytes, against "no answer", which then weighs nothing. @param {Weights} weights */
function write({ slots, bias }) {
  const against = ANSWERS.map((_, at) => bias[at] - bias[NONE]);
  const weights = Array.from({ length: SLOTS * ANSWERS.length }, (_, at) => {
    const first = Math.floor(at / ANSWERS.length) * CLASSES;
    return slots[first + (at % ANSWERS.length)] - slots[first + NONE];
  });
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  const file = new URL('../src/understand/learned/weights.ts', import.meta.url);
  const lines = [
    '/** Written by `npm run learn`, from the replies in test/fixtures/replies. */',
    `export const SCALE = ${Number(scale.toPrecision(6))};`,
    `export const BIAS = [${against.map((each) => Number(each.toFixed(4))).join(', ')}] as const;`,
    '/** A byte for each slot and answer, in base64. */',
    `export const WEIGHTS =\n  '${Buffer.from(bytes.buffer).toString('base64')}';`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  process.stdout.write(`learned from ${examples.length} replies\n`);
}

/** @param {readonly Example[]} all */
function tell(all) {
  const random = mulberry32(7);
  const parts = all.map(() => Math.floor(random() * 10));
  const said = all.map(() => /** @type {readonly number[]} */ ([]));
  for (let part = 0; part < 10; part += 1) {
    const weights = learned(all.filter((_, at) => parts[at] !== part));
    for (const [at, { features }] of all.entries()) {
      if (parts[at] === part) said[at] = likelihood(features, weights);
    }
  }
  for (const sure of [0.5, 0.7, 0.8, 0.9]) {
    const heard = all.map(({ is }, at) => ({
      is,
      says: said[at].findIndex((each, to) => to !== NONE && each >= sure),
    }));
    const clear = heard.filter(({ is }) => is !== NONE);
    const taken = heard.filter(({ is, says }) => is === NONE && says !== -1);
    const right = clear.filter(({ is, says }) => is === says);
    const wrong = clear.filter(({ is, says }) => says !== -1 && is !== says);
    process.stdout.write(
      `at ${sure}: ${share(right.length, clear.length)} of clear answers, ${share(wrong.length, clear.length)} wrong; ` +
        `${share(taken.length, heard.length - clear.length)} of unclear replies taken for one\n`,
    );
  }
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** Fisher and Yates. @template T @param {T[]} list @param {() => number} random */
function shuffle(list, random) {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other], list[at]];
  }
}

/** Numbers between 0 and 1 that can be repeated. @param {number} seed */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
