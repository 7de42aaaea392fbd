/** Quoted-printable (RFC 2045, 6.7): text of any language in short lines of ASCII. */

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const DOT = 0x2e;
const EQUALS = 0x3d;
const CAPITAL_F = 0x46;
const HEX = Buffer.from('0123456789ABCDEF');

/** A line may be 76 characters long; one that goes on ends in an equals sign. */
const LONGEST_LINE = 76;

/** 1 for octets that stand for themselves, at the end of a line too. */
const LITERAL = new Uint8Array(256).fill(1, SPACE + 1, 0x7f);
LITERAL[EQUALS] = 0;

/** Where texts are coded before they are copied out: many mails need no more than one. */
let desk = Buffer.allocUnsafeSlow(64 * 1024);

/** UTF-8, with line breaks of any kind as CRLF. A character is never torn over two lines. */
export function quotedPrintable(text: string): Uint8Array {
  const source = Buffer.from(text, 'utf8');
  const { length } = source;
  // Every octet as three, and a soft break after 73 of them at the latest.
  const most = length * 3 + Math.ceil(length / 20) * 3 + 3;
  if (desk.length < most) desk = Buffer.allocUnsafeSlow(most);
  const coded = desk;
  let at = 0;
  let column = 0;
  for (let from = 0; from < length; from += 1) {
    // Nearly all of a mail: letters in the middle of a line.
    if (column > 0) {
      const begin = from;
      const end = Math.min(length, from + LONGEST_LINE - 1 - column);
      while (from < end && LITERAL[source[from]!] === 1) coded[at++] = source[from++]!;
      column += from - begin;
      if (from === length) break;
    }
    const octet = source[from]!;
    if (octet === LF || octet === CR) {
      if (octet === CR && source[from + 1] === LF) from += 1;
      coded[at++] = CR;
      coded[at++] = LF;
      column = 0;
      continue;
    }
    const next = source[from + 1];
    const isLast = next === undefined || next === LF || next === CR;
    let asIs = LITERAL[octet] === 1 || ((octet === SPACE || octet === TAB) && !isLast);
    const width = asIs ? 1 : 3 * charactersOctets(octet);
    if (column + width > (isLast ? LONGEST_LINE : LONGEST_LINE - 1)) {
      coded[at++] = EQUALS;
      coded[at++] = CR;
      coded[at++] = LF;
      column = 0;
    }
    if (column === 0 && isFragile(source, from)) asIs = false;
    if (asIs) {
      coded[at++] = octet;
      column += 1;
    } else {
      coded[at++] = EQUALS;
      coded[at++] = HEX[octet >> 4]!;
      coded[at++] = HEX[octet & 15]!;
      column += 3;
    }
  }
  return Buffer.from(coded.subarray(0, at));
}

/** How many octets begin here: 1 for ASCII; 0 inside a character, where no line may end. */
function charactersOctets(octet: number): number {
  if (octet < 0x80) return 1;
  if (octet < 0xc0) return 0;
  if (octet < 0xe0) return 2;
  return octet < 0xf0 ? 3 : 4;
}

/** RFC 2049, 3: old mailboxes turn `From ` at the start of a line into `>From `, some lose a dot. */
function isFragile(source: Buffer, at: number): boolean {
  if (source[at] === DOT) return true;
  return source[at] === CAPITAL_F && source.toString('latin1', at, at + 5) === 'From ';
}
