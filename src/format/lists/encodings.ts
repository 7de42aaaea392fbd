/**
 * The encodings in which spreadsheets save CSV. Windows-1252 and Macintosh are small enough to
 * stand here: Node 20's TextDecoder reads 0x80-0x9F of the former wrongly, and a library would
 * cost every start more than these lines.
 */
import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../../domain/contract.ts';

/** 0x80 to 0x9F; what is undefined there is read as the control character of the same number. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** 0x80 to 0xFF. */
const MACINTOSH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** Of a text without such a letter each letter is a byte, and none has another form (NFC). */
// oxlint-disable-next-line no-control-regex
export const BEYOND_LATIN_1 = /[^\x00-\xff]/;

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** A byte order mark stood first. */
  readonly bom: boolean;
}

/**
 * UTF-8 or UTF-16 by their marks; UTF-8 where the bytes are valid as that; else Windows-1252, or
 * Macintosh where that alone makes words.
 */
export function decodeSpreadsheet(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    return { text: utf8(bytes.subarray(3)), encoding: 'utf-8', bom: true };
  }
  if (startsWith(bytes, 0xff, 0xfe)) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', bom: true };
  }
  if (startsWith(bytes, 0xfe, 0xff)) {
    const swapped = bytes.slice(0, bytes.length - (bytes.length % 2));
    for (let at = 0; at < swapped.length; at += 2) {
      [swapped[at], swapped[at + 1]] = [swapped[at + 1]!, swapped[at]!];
    }
    return { text: new TextDecoder('utf-16le').decode(swapped), encoding: 'utf-16be', bom: true };
  }
  if (isUtf8(bytes)) return { text: utf8(bytes), encoding: 'utf-8', bom: false };
  const windows = fromTable(bytes, WINDOWS_1252);
  const macintosh = fromTable(bytes, MACINTOSH);
  return wordLetters(macintosh) > wordLetters(windows)
    ? { text: macintosh, encoding: 'macintosh', bom: false }
    : { text: windows, encoding: 'windows-1252', bom: false };
}

/** The bytes of a text; undefined, with the first character it lacks, where the encoding cannot hold it. */
export function encode(
  text: string,
  { encoding, bom }: { readonly encoding: Encoding; readonly bom: boolean },
): { readonly bytes: Uint8Array } | { readonly lacks: string } {
  if (encoding === 'utf-8')
    return { bytes: new TextEncoder().encode((bom ? '\ufeff' : '') + text) };
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const units = (bom ? '\ufeff' : '') + text;
    const bytes = new Uint8Array(units.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < units.length; at += 1) {
      view.setUint16(at * 2, units.charCodeAt(at), encoding === 'utf-16le');
    }
    return { bytes };
  }
  const table = encoding === 'windows-1252' ? WINDOWS_1252 : MACINTOSH;
  const bytes = new Uint8Array(text.length);
  let at = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    const inTable = code < 0x80 ? -1 : table.indexOf(letter);
    const past = code >= 0x80 + table.length && code <= 0xff;
    if (code >= 0x80 && inTable === -1 && !past) return { lacks: letter };
    bytes[at] = inTable === -1 ? code : 0x80 + inTable;
    at += 1;
  }
  return { bytes: bytes.subarray(0, at) };
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** A byte a letter where the letters allow it, which TextDecoder never gives. */
function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Bytes from 0x80 by a table that may end before 0xFF; the rest are Latin-1. */
function fromTable(bytes: Uint8Array, table: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces
    .join('')
    .replace(/[\x80-\xff]/g, (letter) => table[letter.charCodeAt(0) - 0x80] ?? letter);
}

/** Letters of Danish, German, Swedish and French that stand beside an ASCII letter. */
function wordLetters(text: string): number {
  return (
    text.slice(0, 100_000).match(/(?<=[a-z])[æøåäöüßéèëÆØÅÄÖÜÉ]|[æøåäöüéèÆØÅÄÖÜÉ](?=[a-z])/gi) ?? []
  ).length;
}
