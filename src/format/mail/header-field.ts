/**
 * Header fields of a mail that leaves (RFC 5322, RFC 2047). Whatever a value holds, a field is
 * ASCII, its lines are short, and nothing in it begins another field.
 */
import { readAddress, type Correspondent } from '../address.ts';

/** RFC 5322, 2.1.1, without the line break. */
const GOOD_LINE = 76;
const LONGEST_LINE = 998;

/** An encoded word is at most 75 characters long. */
const WORD_BEGINS = '=?UTF-8?Q?';
const WORD_ENDS = '?=';
const WORD_HOLDS = 75 - WORD_BEGINS.length - WORD_ENDS.length;

/** Free text, as in Subject. */
export function textField(name: string, value: string): string {
  const text = oneLine(value);
  const column = name.length + 2;
  const words = text.split(' ');
  const plain = isPlain(text) && words.every((word) => word.length <= GOOD_LINE - column);
  return `${name}: ${plain ? folded(words, column) : encodedWords(text, column)}\r\n`;
}

/** One address with its name; an address that no server would take is a bug of ours. */
export function addressField(name: string, { name: person = '', address }: Correspondent): string {
  const read = readAddress(address);
  if (read.kind !== 'address') throw new Error(`not an address for a mail: ${address}`);
  const text = oneLine(person);
  if (text === '') return `${name}: ${read.address}\r\n`;
  const shown = displayName(text, name.length + 2);
  const used = shown.includes('\n')
    ? shown.length - shown.lastIndexOf('\n')
    : name.length + 2 + shown.length;
  const gap = used + read.address.length + 3 > GOOD_LINE ? '\r\n ' : ' ';
  return `${name}: ${shown}${gap}<${read.address}>\r\n`;
}

function displayName(text: string, column: number): string {
  if (/^[A-Za-z0-9 ]+$/.test(text) && text.length <= GOOD_LINE - column) return text;
  const quoted = `"${text.replace(/["\\]/g, '\\$&')}"`;
  const fits = isPlain(text) && quoted.length <= GOOD_LINE - column;
  return fits ? quoted : encodedWords(text, column);
}

/** Message-IDs without their brackets, one a line; what is none is left out. */
export function idsField(name: string, ids: readonly string[]): string {
  const good = ids.filter((id) => /^[!-;=?-~]+$/.test(id) && id.length < LONGEST_LINE - 2);
  return good.length === 0 ? '' : `${name}: ${good.map((id) => `<${id}>`).join('\r\n ')}\r\n`;
}

/** A URI in brackets, on a line of its own where it is long; one that fits on none is left out. */
export function uriField(name: string, uri: string): string {
  const safe = uri.replace(/[^!-;=?-~]+/g, (part) => encodeURIComponent(oneLine(part)));
  if (safe.length > LONGEST_LINE - 3) return '';
  return `${name}:${name.length + safe.length + 4 > GOOD_LINE ? '\r\n' : ''} <${safe}>\r\n`;
}

/** Words in ASCII that no reader takes for encoded ones. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !text.includes('=?');
}

// oxlint-disable-next-line no-control-regex
const BREAKS = /[\x00-\x20\x7f-\x9f\u2028\u2029]+/g;

function oneLine(value: string): string {
  return value.replace(BREAKS, ' ').toWellFormed().trim();
}

function folded(words: readonly string[], column: number): string {
  let lines = '';
  let used = column;
  for (const [index, word] of words.entries()) {
    const breaks = index > 0 && used + 1 + word.length > GOOD_LINE;
    lines += index === 0 ? word : `${breaks ? '\r\n' : ''} ${word}`;
    used = breaks ? 1 + word.length : used + word.length + (index === 0 ? 0 : 1);
  }
  return lines;
}

/** RFC 2047, 5: each word holds whole characters; blanks between words are not shown. */
function encodedWords(text: string, column: number): string {
  const words: string[] = [];
  let word = '';
  let room = Math.min(WORD_HOLDS, GOOD_LINE - column - WORD_BEGINS.length - WORD_ENDS.length);
  for (const character of text) {
    const coded = encodedCharacter(character);
    if (word.length + coded.length > room) {
      words.push(word);
      word = '';
      room = WORD_HOLDS;
    }
    word += coded;
  }
  return [...words, word].map((each) => WORD_BEGINS + each + WORD_ENDS).join('\r\n ');
}

/** The few signs that may stand for themselves also in a name (RFC 2047, 5 (3)). */
function encodedCharacter(character: string): string {
  if (/^[A-Za-z0-9!*+/-]$/.test(character)) return character;
  if (character === ' ') return '_';
  return Buffer.from(character, 'utf8').toString('hex').toUpperCase().replace(/../g, '=$&');
}
