/** What is made with the journal's key: references, and the hashes of what was erased. */
import { createHmac } from 'node:crypto';
import { referenceFrom } from '../domain/reference.ts';

function keyed(key: string, purpose: string, text: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(`${purpose}\0${text}`).digest();
}

/** The reference of a contact of a network; its address in lower case. */
export function referenceOf(key: string, network: string, address: string): string {
  return referenceFrom(
    keyed(key, 'reference', `${network}\n${address.toLowerCase()}`),
    'invitation',
  );
}

/** Of a test mail: another kind, so that answering it files nothing. */
export function testReferenceOf(key: string, network: string, address: string): string {
  return referenceFrom(keyed(key, 'test', `${network}\n${address.toLowerCase()}`), 'test');
}

/** Of an address or a Message-ID that `forget` erased. */
export function erasedHash(key: string, text: string): string {
  return keyed(key, 'erased', text.toLowerCase()).toString('base64url').slice(0, 22);
}
