/** Who stands in From, To and their sisters (RFC 5322, 3.4). */
import { required } from './required.ts';

const { parseAddressHeader } = required('mailparser') as typeof import('mailparser');

export interface Mailbox {
  readonly name?: string;
  /** Lower case. */
  readonly address: string;
}

const MANY = 100;

const NAME = '[a-z0-9][a-z0-9.-]*(?: [a-z0-9][a-z0-9.-]*){0,9}';
const ADDRESS = '[a-z0-9._+-]{1,64}@(?:(?!xn--)[a-z0-9-]{1,63}\\.){1,9}[a-z]{2,24}';
/** What most fields hold, and a parser takes long for: one address, with a name of plain words. */
const PLAIN = new RegExp(`^(?:(?:(${NAME}) )?<(${ADDRESS})>|(${ADDRESS}))$`, 'i');

/** `value` as it stands in the mail, a character a byte. */
export function mailboxesIn(value: string): readonly Mailbox[] {
  const [plain, name, address, bare] = value.length < 300 ? (PLAIN.exec(value) ?? []) : [];
  return plain === undefined ? anyMailboxesIn(value) : [mailbox(address ?? bare!, name)];
}

export function anyMailboxesIn(value: string): readonly Mailbox[] {
  // Addresses and names may stand there as they are (RFC 6532).
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return parseAddressHeader(text)
    .value.slice(0, MANY)
    .flatMap(({ address, name }) => (address ? [mailbox(address, name)] : []));
}

function mailbox(address: string, name: string | undefined): Mailbox {
  return { address: address.toLowerCase(), ...(name && { name }) };
}
