/** What the DNS says about the domain that the invitations come from: SPF and DMARC, and whether it takes mail. */
import { isFreeMail } from '../domain/mail-domains.ts';
import { domainOf } from '../domain/hosts.ts';
import type { Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';
import type { Dns } from '../world.ts';

/** Undefined where there is no DNS to ask. */
export async function senderDomainProblems(
  dns: Dns,
  address: string,
  say: Words<'mailbox'>['dns'],
): Promise<readonly Problem[] | undefined> {
  const domain = domainOf(address);
  const [mx, texts, policy] = await Promise.all([
    dns.mx(domain),
    dns.txt(domain),
    dmarcOf(dns, domain),
  ]);
  if (mx === undefined || texts === undefined || policy === undefined) return undefined;
  const problems: Problem[] = [];
  if (mx.length === 0 && !(await dns.hasAddress(domain))) {
    problems.push({ message: say.noMail(domain), hint: say.noMailHint });
  }
  // The provider's own affair.
  if (isFreeMail(domain)) return problems;
  const spf = texts.filter((text) => /^v=spf1(?: |$)/i.test(text));
  if (spf.length === 0) problems.push({ message: say.noSpf(domain), hint: say.noSpfHint });
  if (spf.length > 1) problems.push({ message: say.manySpf(domain), hint: say.manySpfHint });
  if (policy.length === 0) {
    problems.push({ message: say.noDmarc(domain), hint: say.noDmarcHint(`_dmarc.${domain}`) });
  }
  return problems;
}

/** Of the domain itself, else of the one above it (RFC 7489 6.6.3). */
async function dmarcOf(dns: Dns, domain: string): Promise<readonly string[] | undefined> {
  const above = domain.split('.').slice(-2).join('.');
  for (const each of new Set([domain, above])) {
    const texts = await dns.txt(`_dmarc.${each}`);
    if (texts === undefined) return undefined;
    const found = texts.filter((text) => /^v=DMARC1\b/i.test(text));
    if (found.length > 0) return found;
  }
  return [];
}
