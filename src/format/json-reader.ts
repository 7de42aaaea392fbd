/** Reads parsed JSON piece by piece and collects what is wrong with it. */
import { near } from '../domain/names.ts';
import type { Texts } from '../domain/model.ts';
import type { Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';
import { readAddress } from './address.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Letters of what stands on one line, as a title, and of what may be paragraphs. */
export const LONGEST_LINE = 300;
export const LONGEST_TEXT = 10_000;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as it stands in the file, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/**
 * Every method takes the value and its path; where the value is wrong it notes a problem and
 * returns something harmless, so that all problems are found in one pass.
 */
export class JsonReader {
  readonly problems: (Problem & { readonly path: string })[] = [];
  protected readonly say: Words<'reading'>;

  constructor(say: Words<'reading'>) {
    this.say = say;
  }

  protected email(value: unknown, path: string): string {
    const read = typeof value === 'string' ? readAddress(value) : { kind: 'bad' as const };
    if (read.kind === 'address') return read.address;
    if (value === undefined) this.wrong(path, this.say.missing, this.say.hints.email);
    else this.wrong(path, this.say.expected.email(shown(value)), this.say.hints.email);
    return '';
  }

  protected slug(json: Json, key: string, path: string): string {
    const where = join(path, key);
    const value = json[key];
    if (typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,62}$/.test(value)) return value;
    this.wrong(
      where,
      value === undefined ? this.say.missing : this.say.expected.slug(shown(value)),
    );
    return '';
  }

  protected language(value: unknown, path: string): string {
    if (typeof value === 'string' && /^[a-z]{2}$/.test(value)) return value;
    this.wrong(path, this.say.expected.language(shown(value)), this.say.hints.language);
    return 'da';
  }

  protected choice<T extends string>(value: unknown, path: string, choices: readonly T[]): T {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.wrong(path, this.say.expected.choice(shown(value), choices));
    return found ?? choices[0]!;
  }

  protected number(value: unknown, path: string, from: number, to: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) {
      return value;
    }
    const message =
      value === undefined ? this.say.missing : this.say.expected.number(shown(value), from, to);
    this.wrong(path, message);
    return from;
  }

  /** One text, or one a language. */
  protected texts(value: unknown, path: string, longest: number): Texts | undefined {
    if (typeof value === 'string') return this.checked(value, path, longest);
    if (isObject(value) && Object.keys(value).length > 0) {
      return Object.fromEntries(
        Object.entries(value).map(([language, text]) => {
          this.language(language, `${path}.${language}`);
          if (typeof text === 'string') {
            return [language, this.checked(text, `${path}.${language}`, longest)];
          }
          this.wrong(`${path}.${language}`, this.say.expected.text(shown(text)));
          return [language, ''];
        }),
      );
    }
    this.wrong(
      path,
      value === undefined ? this.say.missing : this.say.expected.texts(shown(value)),
    );
    return undefined;
  }

  protected text(json: Json, key: string, path: string, sayMissingParent = false): string {
    const value = json[key];
    // A parent that is missing has been said.
    if (sayMissingParent && this.problems.some((problem) => problem.path === path)) return '';
    if (value === undefined) {
      this.wrong(join(path, key), this.say.missing);
      return '';
    }
    return this.line(value, join(path, key));
  }

  protected optionalText(json: Json, key: string, path: string): string | undefined {
    return this.optional(json, key, (value) => this.line(value, join(path, key)));
  }

  protected line(value: unknown, path: string): string {
    if (typeof value !== 'string') {
      this.wrong(path, this.say.expected.text(shown(value)));
      return '';
    }
    return this.checked(value, path, LONGEST_LINE);
  }

  /** Bounded; what may stand in a mail's header has no line breaks. */
  protected checked(value: string, path: string, longest: number): string {
    const text = value.normalize('NFC').trim();
    if (text === '') this.wrong(path, this.say.expected.emptyText);
    if (text.length > longest) this.wrong(path, this.say.expected.longText(longest));
    // oxlint-disable-next-line no-control-regex
    if (longest === LONGEST_LINE && /[\x00-\x1f\x7f\u2028\u2029]/.test(text)) {
      this.wrong(path, this.say.expected.line);
    }
    return text;
  }

  protected object(
    json: Json,
    key: string,
    keys: readonly string[] | undefined,
    optional = false,
  ): Json | undefined {
    const value = json[key];
    if (isObject(value)) {
      if (keys) this.known(value, key, keys);
      return value;
    }
    if (value !== undefined) this.wrong(key, this.say.expected.object(shown(value)));
    else if (!optional) this.wrong(key, this.say.missing);
    return undefined;
  }

  protected entry(value: unknown, path: string, keys: readonly string[]): Json {
    if (!isObject(value)) {
      this.wrong(path, this.say.expected.object(shown(value)));
      return {};
    }
    this.known(value, path, keys);
    return value;
  }

  protected list(
    json: Json,
    key: string,
    path = '',
  ): readonly { readonly value: unknown; readonly path: string }[] {
    const value = json[key];
    if (value === undefined) return [];
    if (Array.isArray(value)) {
      return value.map((each: unknown, index) => ({
        value: each,
        path: `${join(path, key)}[${index}]`,
      }));
    }
    this.wrong(join(path, key), this.say.expected.list(shown(value)));
    return [];
  }

  protected optional<T>(json: Json, key: string, read: (value: unknown) => T): T | undefined {
    return json[key] === undefined ? undefined : read(json[key]);
  }

  protected maybe<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
    return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
  }

  protected known(json: Json, path: string, keys: readonly string[]): void {
    for (const key of Object.keys(json)) {
      if (keys.includes(key)) continue;
      this.wrong(
        join(path, key),
        this.say.unknownKey(near(key, keys)),
        this.say.unknownKeyHint(keys),
      );
    }
  }

  protected wrong(path: string, message: string, hint?: string): void {
    this.problems.push({ path, message, ...(hint !== undefined && { hint }) });
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
