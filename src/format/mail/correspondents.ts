/** Who stands in From, To and their sisters (RFC 5322, 3.4). */
import type { Correspondent } from '../address.ts';
import { required } from '../required.ts';

const { parseAddressHeader } = required('mailparser') as typeof import('mailparser');

const MANY = 100;

const NAME = '[a-z0-9][a-z0-9.-]*(?: [a-z0-9][a-z0-9.-]*){0,9}';
const ADDRESS = '[a-z0-9._+-]{1,64}@(?:(?!xn--)[a-z0-9-]{1,63}\\.){1,9}[a-z]{2,24}';
/** What most fields hold, and a parser takes long for: one address, with a name of plain words. */
const PLAIN = new RegExp(`^(?:(?:(${NAME}) )?<(${ADDRESS})>|(${ADDRESS}))$`, 'i');

/** `value` as it stands in the mail, a character a byte; addresses are given in lower case. */
export function correspondentsIn(value: string): readonly Correspondent[] {
  const [plain, name, address, bare] = value.length < 300 ? (PLAIN.exec(value) ?? []) : [];
  return plain === undefined ? anyCorrespondentsIn(value) : [correspondent(address ?? bare!, name)];
}

export function anyCorrespondentsIn(value: string): readonly Correspondent[] {
  // Addresses and names may stand there as they are (RFC 6532).
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return parseAddressHeader(text)
    .value.slice(0, MANY)
    .flatMap(({ address, name }) => (address ? [correspondent(address, name)] : []));
}

function correspondent(address: string, name: string | undefined): Correspondent {
  return { address: address.toLowerCase(), ...(name && { name }) };
}
