/** Invited addresses whose domain takes no mail, as far as the DNS knows: mails to them would come back. */
import { domainOf } from '../domain/hosts.ts';
import type { Row } from '../domain/model.ts';
import type { Problem } from '../errors.ts';
import { NETWORKS_FILE } from '../format/lists/networks-csv.ts';
import type { Words } from '../words/words.ts';
import type { Dns } from '../world.ts';

/** More than any evening invites; a list of thousands is no business of the DNS. */
const MOST = 200;
const AT_ONCE = 20;

export async function recipientDomainProblems(
  dns: Dns,
  rows: readonly Row[],
  say: Words<'mailbox'>['dns'],
): Promise<readonly Problem[]> {
  const byDomain = new Map(rows.map((row) => [domainOf(row.address), row]));
  const domains = [...byDomain].slice(0, MOST);
  const problems: Problem[] = [];
  for (let at = 0; at < domains.length; at += AT_ONCE) {
    const group = domains.slice(at, at + AT_ONCE);
    const dead = await Promise.all(group.map(([domain]) => takesNoMail(dns, domain)));
    for (const [index, [domain, { line, address }]] of group.entries()) {
      if (!dead[index]) continue;
      const message = say.noRecipients(address, domain);
      problems.push({ file: NETWORKS_FILE, line, message, hint: say.noRecipientsHint });
    }
  }
  return problems;
}

/** Without an MX the address of the domain itself counts (RFC 5321 5.1). */
async function takesNoMail(dns: Dns, domain: string): Promise<boolean> {
  const mx = await dns.mx(domain);
  return mx?.length === 0 && (await dns.hasAddress(domain)) === false;
}
