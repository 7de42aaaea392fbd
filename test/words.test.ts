import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import danishWords from '../src/words/da/general.ts';
import general from '../src/words/en/general.ts';
import { screenLanguage } from '../src/words/words.ts';
import { type } from './support/meeting.ts';
import { fakeWorld } from './support/world.ts';

const SRC = new URL('../src/', import.meta.url).pathname;

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** Comments, and what follows `new Error(`, which only a programmer sees, are no sentences for people. */
function withoutCommentsAndBugs(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/new (?:Error|TypeError|RangeError)\((?:'[^'\n]*'|`[^`]*`)/g, 'new Error(');
}

/** Literals with four words or more. */
function sentences(source: string): readonly string[] {
  const literals = withoutCommentsAndBugs(source).match(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g);
  return (literals ?? []).filter((literal) =>
    /\p{L}{2,} \p{L}{1,} \p{L}{2,} \p{L}{2,}/u.test(literal.replace(/\$\{[^}]*\}/g, '…')),
  );
}

/** A literal where a sentence would be shown: told to the terminal, or a problem's message or hint. */
const IN_PLACE =
  /(?:terminal\.(?:out|err|progress)\(|\b(?:message|hint): )('(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)/g;

/** Sentences whose keys are put together, or are what another's library says. */
const COMPUTED =
  /^(?:mailings.ts audiences\.|replies.ts mailbox\.|general.ts (?:commander|placeholders|alsoCalled)\.|asking.ts keys\.|setup.ts init\.files\.|opening.ts delimiters\.)/;

function withoutHoles(literal: string): string {
  return literal.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}?/g, '');
}

/** Where each sentence stands. */
function paths(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [above];
  return Object.entries(value).flatMap(([key, each]) => paths(each, [...above, key]));
}

test('every sentence for people stands in words/', () => {
  const found = sources(SRC)
    // What people and servers write to us; the answer form speaks the languages of the mails.
    .filter(
      (file) =>
        !/^words|^understand.lexicon|^understand.bounce.phrases|^format.mail.answer-form/.test(
          relative(SRC, file),
        ),
    )
    .flatMap((file) =>
      sentences(readFileSync(file, 'utf8')).map((each) => `${relative(SRC, file)}: ${each}`),
    );
  expect(found).toEqual([]);
});

test('what is shown and what is wrong is never said in place', () => {
  const found = sources(SRC)
    .filter((file) => !/^words|^format.journal-lines/.test(relative(SRC, file)))
    .flatMap((file) =>
      [...withoutCommentsAndBugs(readFileSync(file, 'utf8')).matchAll(IN_PLACE)]
        .filter(([, literal]) => /\p{L}{2}/u.test(withoutHoles(literal!)))
        .map(([all]) => `${relative(SRC, file)}: ${all}`),
    );
  expect(found).toEqual([]);
});

test('no sentence is left that nobody says', async () => {
  const code = sources(SRC)
    .filter((file) => !/^words.(?:en|da)/.test(relative(SRC, file)))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const names = new Set(code.match(/[\w-]+/g));
  const silent: string[] = [];
  for (const topic of readdirSync(join(SRC, 'words/en'))) {
    const { default: all } = (await import(join(SRC, 'words/en', topic))) as { default: object };
    for (const path of paths(all)) {
      const key = path.at(-1)!;
      const isFoundByWhatItSays = COMPUTED.test(`${topic} ${path.join('.')}`);
      if (!names.has(key) && !isFoundByWhatItSays) silent.push(`${topic} ${path.join('.')}`);
    }
  }
  expect(silent).toEqual([]);
});

/** The lines of a command's help; of `mikronet --help` where no command is named. */
const help = async (language: string, name: string) => {
  const world = fakeWorld({ env: { MIKRONET_LANG: language }, terminal: { columns: 400 } });
  return (await type(world, ...name.split(' ').filter(Boolean), '--help')).stdout.split('\n');
};

test('the help of every command is Danish throughout', async () => {
  const names = Object.keys(general.summaries);
  for (const name of ['', ...names]) {
    const [english, danish] = [await help('en', name), new Set(await help('da', name))];
    const same = english.filter(
      (line) =>
        danish.has(line) &&
        /\p{L}{3,} \p{L}{2,}/u.test(line.replace(/^ *(?:-|mikronet ).*? {2,}/, '')),
    );
    expect({ name, same: same.filter((line) => !line.startsWith('  mikronet ')) }).toEqual({
      name,
      same: [],
    });
  }
});

test('the help of every command names its values in Danish', async () => {
  const names = Object.keys(general.summaries);
  const known = new Set(Object.values(danishWords.placeholders));
  for (const name of names) {
    const terms = (await help('da', name)).flatMap((line) =>
      /^ *(?:-|Brug:)/.test(line) ? line.trim().split('  ').slice(0, 1) : [],
    );
    const places = terms.flatMap((line) => line.match(/<[^>]*>|\[[^\]]*\]/g) ?? []);
    const words = places.flatMap((place) => place.match(/\p{L}[\p{L}-]*/gu) ?? []);
    const strange = words.filter((word) => !known.has(word));
    // The kinds of file are typed as they stand.
    const expected = name === 'export-attendees' ? ['valg', 'csv', 'json', 'md'] : ['valg'];
    expect({ name, strange: [...new Set(strange)].toSorted() }).toEqual({
      name,
      strange: expected.toSorted(),
    });
  }
});

test('Danish says something of its own wherever English does', async () => {
  const topics = readdirSync(join(SRC, 'words/en'));
  const same: string[] = [];
  for (const topic of topics) {
    const [en, da] = await Promise.all(
      ['en', 'da'].map(
        async (language) =>
          ((await import(join(SRC, 'words', language, topic))) as { default: object }).default,
      ),
    );
    const danish = new Map(leaves(da!));
    for (const [path, text] of leaves(en!)) {
      if (text.startsWith('mikronet ')) continue;
      const sentence = /\p{L}{3,} \p{L}{3,}/u.test(text.replaceAll(/`[^`]*`/g, ''));
      if (sentence && danish.get(path) === text) same.push(`${topic} ${path}: ${text}`);
    }
  }
  expect(same).toEqual([]);
});

/** Every text of a topic with its path; functions by their source. */
function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}.${key}`));
}

test.each([
  [{ MIKRONET_LANG: 'da', LANG: 'en_GB.UTF-8' }, 'da'],
  [{ LC_ALL: 'da_DK.UTF-8', LANG: 'en_GB.UTF-8' }, 'da'],
  [{ LC_ALL: 'C', LANG: 'da_DK.UTF-8' }, 'da'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{}, 'en'],
])('%j speaks %s', (env, language) => {
  expect(screenLanguage(env)).toBe(language);
});
