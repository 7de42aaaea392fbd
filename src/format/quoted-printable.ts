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

/**
 * Most lines of a mail stand in the next one too: they are coded once. So many are kept, and then
 * it begins anew.
 */
const kept = new Map<string, string>();
const MOST_KEPT = 2_000;

/** UTF-8, with line breaks of any kind as CRLF. A character is never torn over two lines. */
export function quotedPrintable(text: string): Uint8Array {
  const lines = (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text).split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    let coded = kept.get(line);
    if (coded === undefined) {
      coded = codedLine(line);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(line, coded);
    }
    lines[at] = coded;
  }
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

function codedLine(line: string): string {
  const source = Buffer.from(line, 'utf8');
  // Every octet as three, and a soft break after 73 of them at the latest.
  const coded = Buffer.allocUnsafe(source.length * 3 + Math.ceil(source.length / 20) * 3 + 3);
  let at = 0;
  let column = 0;
  for (let from = 0; from < source.length; from += 1) {
    const octet = source[from]!;
    const isLast = from + 1 === source.length;
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
  return coded.toString('latin1', 0, at);
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
