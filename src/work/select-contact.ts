/** A contact of a network, as a person names it on the command line. */
import type { NetworkJson } from '../domain/contract.ts';
import { EXIT, MikronetError } from '../errors.ts';
import type { Words } from '../words/words.ts';

/** Its address; named by that, or by its name or a part of it. None, or several, is thrown (exit 2). */
export function contactOf(network: NetworkJson, typed: string, say: Words<'answers'>): string {
  const wanted = typed.normalize('NFC').trim().toLowerCase();
  const whole = network.contacts.filter(
    ({ name, email }) => email.toLowerCase() === wanted || name?.toLowerCase() === wanted,
  );
  const part = network.contacts.filter(({ name }) => name?.toLowerCase().includes(wanted));
  // Bo is meant where there is a Bo Hansen too.
  const [only, ...others] = whole.length > 0 ? whole : part;
  if (only && others.length === 0 && wanted !== '') return only.email;
  throw new MikronetError(EXIT.usage, {
    message: say.unknownContact(typed, network.name),
    hint: say.contactsAre(
      network.contacts.map(({ name, email }) => (name ? `${name} <${email}>` : email)),
    ),
  });
}
