import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { screenLanguage } from '../src/words/words.ts';

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

test('every sentence for people stands in words/', () => {
  const found = sources(SRC)
    // What people and servers write to us; the answer form speaks the languages of the mails.
    .filter(
      (file) =>
        !/^words|^understand.lexicon|^understand.bounce.phrases|^format.answer-form/.test(
          relative(SRC, file),
        ),
    )
    .flatMap((file) =>
      sentences(readFileSync(file, 'utf8')).map((each) => `${relative(SRC, file)}: ${each}`),
    );
  expect(found).toEqual([]);
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
