/** Which servers an address is likely to have: of a known provider, or by name where the DNS knows one. */
import { domainOf } from '../domain/hosts.ts';
import {
  guessedServers,
  knownServers,
  likelyHosts,
  type MailServers,
} from '../domain/mail-hosts.ts';
import type { World } from '../world.ts';

/** A guess at least: whether it is right, trying tells. */
export async function proposeServers({ dns }: World, address: string): Promise<MailServers> {
  const byAddress = knownServers(address);
  if (byAddress) return byAddress;
  const mx = await dns.mx(domainOf(address));
  const byMx = knownServers(address, mx);
  if (byMx) return byMx;
  const likely = likelyHosts(address, mx);
  const exists = async (hosts: readonly string[]) => {
    const found = await Promise.all(hosts.map((host) => dns.hasAddress(host)));
    return hosts.find((_, at) => found[at]) ?? hosts[0]!;
  };
  const [smtp, imap] = await Promise.all([exists(likely.smtp), exists(likely.imap)]);
  return guessedServers(smtp, imap);
}
