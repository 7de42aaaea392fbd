/** The header of a mail of ours as a person reads it: a field a line, encoded words decoded. */
import { decodeWords } from './mail-start.ts';

/** Of the bytes of a whole mail. */
export function readableHeader(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [header = ''] = raw.split(/\r?\n\r?\n/, 1);
  return header
    .split(/\r?\n(?![ \t])/)
    .map((field) => decodeWords(field.replace(/\r?\n[ \t]+/g, ' ')))
    .join('\n');
}
