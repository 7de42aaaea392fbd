/**
 * What a template is filled with: the values behind the names in template-names.ts. One set of
 * values serves the text, the subject and the HTML: a value that differs between them knows both.
 */
import type { AnswerLinks } from '../mail/answer-link.ts';

/** Handlebars asks a value for `toHTML` where it would escape, and for `toString` where it would not. */
interface Shown {
  toString(): string;
  toHTML(): string;
}

/** A text with line breaks, which HTML has to be told of. */
class Lines implements Shown {
  private readonly text: string;
  private html: string | undefined;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
  toHTML(): string {
    return (this.html ??= escapeHtml(this.text).replaceAll('\n', '<br>'));
  }
}

/** A link that is short where it is read, and whole where it is pressed. */
export class Link implements Shown {
  private readonly short: string;
  readonly whole: string;
  constructor(short: string, whole: string) {
    this.short = short;
    this.whole = whole;
  }
  toString(): string {
    return this.short;
  }
  toHTML(): string {
    return this.whole.replaceAll('&', '&amp;');
  }
}

/** A point in time: the helpers say it in words. */
export class Moment {
  /** Noon UTC of a day that has no time. */
  readonly instant: number;
  readonly hasTime: boolean;
  private readonly said: () => string;
  /** `said` is how it is shown where no helper is asked. */
  constructor(instant: number, hasTime: boolean, said: () => string) {
    this.instant = instant;
    this.hasTime = hasTime;
    this.said = said;
  }
  toString(): string {
    return this.said();
  }
}

/** A value as a template shows it, whole or by its parts. */
export type Value = string | number | boolean | Shown | Moment;

export interface Change {
  readonly was: Value;
  readonly now: Value;
}

export interface Values {
  readonly meeting: {
    readonly title: Value;
    readonly start: Moment;
    readonly end: Moment;
    /** Start and end in words. */
    readonly when: string;
    readonly venue: { readonly name: Value; readonly address: Value };
    readonly replyBy: Moment | '';
    readonly summary: Value;
    readonly programme: readonly { readonly time: Value; readonly title: Value }[];
    readonly questions: readonly {
      readonly letter: Value;
      readonly text: Value;
      readonly shared: boolean;
    }[];
    /** There are questions, and all of them are shared. */
    readonly allShared: boolean;
    readonly capacity: number | '';
    readonly seatsPerNetwork: number | '';
  };
  readonly organizer: Readonly<Record<'name' | 'email' | 'contact' | 'phone' | 'website', Value>>;
  readonly network: {
    readonly id: Value;
    readonly name: Value;
    readonly area: Value;
    readonly kind: Value;
    readonly seats: number | '';
  };
  readonly contact: Readonly<Record<'name' | 'email' | 'greeting' | 'phone' | 'language', Value>>;
  readonly row: Readonly<Record<string, Value>>;
  /** Shown form. */
  readonly reference: string;
  readonly answer: Readonly<Record<keyof AnswerLinks, Link>>;
  readonly addressSource: Value;
  readonly changes: Readonly<Record<'title' | 'time' | 'place', Change>>;
  readonly reply: {
    readonly accepted: boolean;
    readonly declined: boolean;
    readonly tentative: boolean;
    readonly seats: number;
    readonly waiting: number;
    readonly movedUp: boolean;
    readonly names: readonly Value[];
    readonly namesMissing: boolean;
    readonly seatsAssumed: boolean;
    readonly byCalendar: boolean;
  };
  /** Names of the other networks that come. */
  readonly coming: readonly Value[];
  readonly isTest: boolean;
}

/** A text as a value: line breaks are kept, control characters are not. */
export function textValue(text: string | undefined): Value {
  if (text === undefined || text === '') return '';
  const tidy = PLAIN.test(text)
    ? text
    : text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(CONTROLS, '');
  return tidy.includes('\n') ? new Lines(tidy) : tidy;
}

/** Nothing changed: false in {{#if}}, for an empty array is, and empty where it is shown all the same. */
export const NO_CHANGE: Change = Object.assign([], { was: '', now: '' });

// oxlint-disable-next-line no-control-regex
const PLAIN = /^[^\x00-\x1f\x7f\u2028\u2029]*$/;
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}
