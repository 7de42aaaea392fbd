/** The header of a mail, a field at a time (RFC 5322, 2.2). */

export interface MailFields {
  /** The raw values of a field, unfolded, in order; a character a byte. */
  values(name: string): readonly string[];
  /** Whether a field's name begins so. */
  hasHeaderStarting(start: string): boolean;
  /**
   * The mail with only the subject and the fields that say how it is built. A header is mostly a
   * log of servers, which a parser takes apart field by field, and nobody asks for.
   */
  readonly lean: Uint8Array;
}

/** A longer header is no mail: what parses the rest refuses it. */
const HEADER_READ = 1024 * 1024;
const LONG_FIELD = 20_000;
const MANY = 100;
const BUILDS = /^(?:content-|subject$)/;

export function readFields(bytes: Uint8Array): MailFields {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfHeader(whole);
  const header = whole.toString('latin1', 0, end ?? HEADER_READ);
  const fields = new Map<string, string[]>();
  const kept: Buffer[] = [];
  for (let from = 0, next = 0; from < header.length; from = next) {
    next = endOfField(header, from);
    const line = header.slice(from, next);
    if (from === 0 && ENVELOPE.test(line)) continue;
    const name = nameOf(line);
    const same = fields.get(name);
    if (!same) fields.set(name, [line]);
    else if (same.length < MANY) same.push(line);
    if (BUILDS.test(name)) kept.push(whole.subarray(from, next));
  }
  return {
    values: (name) => (fields.get(name) ?? []).map(valueOf),
    hasHeaderStarting: (start) => [...fields.keys()].some((name) => name.startsWith(start)),
    lean: end === undefined ? whole : Buffer.concat([...kept, whole.subarray(end)]),
  };
}

/** What a mailbox file or a web server puts before a mail. */
const ENVELOPE = /^(?:From|POST) /i;

/** Where the empty line stands that ends it. */
function endOfHeader(whole: Buffer): number | undefined {
  if (/^\r?\n/.test(whole.toString('latin1', 0, 2))) return 0;
  const start = whole.subarray(0, HEADER_READ);
  const crlf = start.indexOf('\n\r\n', 0, 'latin1');
  const lf = (crlf === -1 ? start : start.subarray(0, crlf + 1)).indexOf('\n\n', 0, 'latin1');
  const found = lf === -1 ? crlf : lf;
  return found === -1 ? undefined : found + 1;
}

/** A field goes on in lines that begin with a blank. */
function endOfField(header: string, from: number): number {
  for (let at = from; ;) {
    const next = header.indexOf('\n', at) + 1;
    if (next === 0) return header.length;
    if (header[next] !== ' ' && header[next] !== '\t') return next;
    at = next;
  }
}

function nameOf(line: string): string {
  return line
    .slice(0, Math.max(0, line.indexOf(':')))
    .trim()
    .toLowerCase();
}

/** A value is made plain when it is asked for, as few are. */
function valueOf(line: string): string {
  const whole = line.slice(line.indexOf(':') + 1, LONG_FIELD).trim();
  return /[\r\n]/.test(whole) ? whole.replace(/(?:\r?\n|\r)[ \t]*/g, ' ') : whole;
}

/** The Message-IDs in a field, without their brackets. */
export function messageIdsIn(value: string): readonly string[] {
  if (!value.includes('<')) return [];
  return (value.slice(0, LONG_FIELD).match(/<[^<>\s]{1,500}>/g) ?? []).map((id) => id.slice(1, -1));
}

/** Some programs write `<>` on every mail: then it names none. */
export function isMessageId(id: string): boolean {
  return /[\p{L}\p{N}]/u.test(id);
}
