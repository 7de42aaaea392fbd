/** Quoted-printable (RFC 2045, 6.7): text of any language in short lines of ASCII. */

const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const DOT = 0x2e;
const EQUALS = 0x3d;
const HEX = Buffer.from('0123456789ABCDEF');

/** A line may be 76 characters long; one that goes on ends in an equals sign. */
const LONGEST_LINE = 76;

/** UTF-8, with line breaks of any kind as CRLF. A character is never torn over two lines. */
export function quotedPrintable(text: string): Uint8Array {
  const source = Buffer.from(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, 'utf8');
  // Every octet as three, and a soft break after 73 of them at the latest.
  const coded = Buffer.allocUnsafe(source.length * 3 + Math.ceil(source.length / 20) * 3 + 3);
  let at = 0;
  let column = 0;
  for (let from = 0; from < source.length; from += 1) {
    const octet = source[from]!;
    if (octet === LF) {
      coded[at++] = CR;
      coded[at++] = LF;
      column = 0;
      continue;
    }
    const isLast = from + 1 === source.length || source[from + 1] === LF;
    let asIs = isLiteral(octet) || ((octet === SPACE || octet === TAB) && !isLast);
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
  return coded.subarray(0, at);
}

function isLiteral(octet: number): boolean {
  return octet > SPACE && octet < 0x7f && octet !== EQUALS;
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
  return source[at] === 0x46 && source.toString('latin1', at, at + 5) === 'From ';
}
