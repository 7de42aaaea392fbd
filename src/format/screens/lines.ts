/** Text for a terminal: how wide it stands, how it wraps, and nothing in it that steers the terminal. */

/** Columns that a text takes in a terminal: marks take none, CJK letters and emoji take two. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

/** Nearly every text: Latin letters, dashes, quotation marks, and what bars are drawn with. */
const NARROW = /^[\x20-\x7e\xa0-\u02af\u2010-\u2027\u2500-\u259f]*$/;
const NO_WIDTH = /^[\p{M}\p{Cf}\p{Cc}]$/u;
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])$/u;

function letterWidth(letter: string): number {
  if (NO_WIDTH.test(letter)) return 0;
  return WIDE.test(letter) ? 2 : 1;
}

/** Made to fit: the end is replaced by `…` where it is too wide. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let taken = '';
  let used = 0;
  for (const letter of text) {
    const next = letterWidth(letter);
    if (used + next > width - 1) break;
    taken += letter;
    used += next;
  }
  return `${taken.trimEnd()}…`;
}

/** Filled up with spaces to `width` columns; never cut. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const filling = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'left' ? text + filling : filling + text;
}

/**
 * Broken at spaces into lines of at most `width` columns; a longer word stands alone and whole, and
 * a `command in backticks` is one word, so that it can be copied.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.match(/`[^`]*`\S*|\S+/g) ?? []) {
      if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** What is wider than `width` is broken at spaces, further lines as far in as the first; the rest, and what stands in columns or has colours, is left as it is. */
export function fitted(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const isDrawn = /\S {2,}\S/.test(line) || line.includes('\u001b');
      if (isDrawn || displayWidth(line) <= width) return line;
      const indent = /^ */.exec(line)![0];
      return wrap(line, width - indent.length).map((part) => indent + part);
    })
    .join('\n');
}

/** As an item of a list: behind a dash, and hanging under itself where it does not fit. */
export function item(text: string, width: number): readonly string[] {
  return wrap(text, width - 4).map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}`);
}

// C0, DEL and C1 steer a terminal; the bidirectional controls turn a line around.
// oxlint-disable-next-line no-control-regex
const STEERING = /[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** On one line, with nothing in it that steers a terminal: for whatever strangers wrote. */
export function printable(text: string): string {
  return text.replace(STEERING, ' ');
}

/** As JSON, a line with its newline where `indent` is 0: what steers a terminal stands there by its number. */
export function jsonText(value: unknown, indent = 2): string {
  const text = JSON.stringify(value, null, indent);
  const harmless = text.replace(
    STEERING_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${harmless}\n`;
}

// JSON itself takes care of C0.
// oxlint-disable-next-line no-control-regex
const STEERING_IN_JSON = /[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

// oxlint-disable-next-line no-control-regex
const STEERING_IN_TEXT = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/** The same for a text that keeps its lines: a file of it may be shown on a terminal, too. */
export function harmlessText(text: string): string {
  return text.replace(STEERING_IN_TEXT, '');
}
