/** Names of hosts: which are this computer, which belong together, and where an address is at home. */

/** The two servers of a mailbox. */
export type Side = 'smtp' | 'imap';

/** Whether a host is this very computer. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replaceAll(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** Whether a host is a domain, or lies below it; both in lower case. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** `Kim@Example.dk` -> `example.dk`. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
