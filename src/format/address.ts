/** E-mail addresses as people write them, and as they are used on the wire. */
import { domainToASCII } from 'node:url';

/** RFC 5321 4.5.3.1: 64 octets before the @, 254 in all (the path with its brackets is 256). */
const LONGEST_LOCAL = 64;
const LONGEST = 254;

/** What nearly every cell holds: an address as it is used on the wire. */
const PLAIN =
  /^[\w!#$%&'*+/=^`{|}~-]+(?:\.[\w!#$%&'*+/=^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

/** RFC 5322 atext, with single dots between. Quoted local parts occur in standards, not in lists. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Who writes, or is written to: a name as typed, and an address. */
export interface Correspondent {
  readonly name?: string | undefined;
  readonly address: string;
}

export type ReadAddress =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'bad' }
  /** Letters beyond ASCII before the @: needs SMTPUTF8 all the way (RFC 6531). */
  | { readonly kind: 'foreign' };

/**
 * One address: trimmed, out of `<…>` and `mailto:`, its domain in lower case and punycode.
 * The local part keeps its case; addresses are compared by `addressKey`.
 */
export function readAddress(cell: string): ReadAddress {
  const isPlain = cell.length <= LONGEST_LOCAL && PLAIN.test(cell) && !cell.includes('xn--');
  return isPlain ? { kind: 'address', address: cell } : readAnyAddress(cell);
}

function readAnyAddress(cell: string): ReadAddress {
  const text = cell
    .slice(0, 1000)
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
  const inside = /<([^<>]*)>$/.exec(text)?.[1] ?? text;
  const bare = inside
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .trim();
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at);
  if (at < 1 || /\s/.test(bare)) return { kind: 'bad' };
  const domain = domainToASCII(bare.slice(at + 1).toLowerCase());
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return { kind: 'bad' };
  // oxlint-disable-next-line no-control-regex
  if (/[^\x00-\x7f]/.test(local)) return { kind: 'foreign' };
  if (!LOCAL.test(local) || local.length > LONGEST_LOCAL) return { kind: 'bad' };
  const address = `${local}@${domain}`;
  return address.length > LONGEST ? { kind: 'bad' } : { kind: 'address', address };
}

/** Several in one cell: separated by `;`, `,`, `/`, `&`, "og", line breaks, or spaces between addresses. */
export function splitAddresses(cell: string): readonly string[] {
  if (cell.indexOf('@') === cell.lastIndexOf('@')) return [cell];
  return cell
    .slice(0, 1000)
    .split(
      /[;,\n\r\t]+|\s+\/\s+|(?<=\.[a-z]{2,24}>?)\s+(?:&|og|and|und)\s+|(?<=\.[a-z]{2,24}>?)[\s\u00a0/]+(?=[^\s@]+@|<)/i,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** By which addresses are the same: no server in use tells them apart by case. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}
