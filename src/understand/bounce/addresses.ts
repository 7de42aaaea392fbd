/** Addresses in running text, and which of them a report means. */

const ADDRESS =
  /[a-z0-9!#$%&'*+/=?^_{}~.-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,30}(?![a-z0-9@])/gi;

const LINES = 400;
const LINE = 500;
const MANY = 200;

/** Stands at the beginning of its line, whatever marks stand before it. */
const ALONE = /^[\s>*•·\-–"'<({[]*(?:rfc822;\s*)?(?:smtp:|mailto:)?[\s"'<]*$/i;
const COMMANDED = /rcpt\s+to:?\s*<?$/i;
const LABELLED =
  /(?:\bto|recipients?\b|addresse?e?s?\b|\buser|mailbox\b|\bfor|following\b|account\b|destinat\w+|empfänger|nachricht an|bericht aan|modtager\w*|mottaga\w*|mottaker\w*|levere[ts]? til|levert til|destinatai\w*|messaggio a|mensaje|vastaanottaja\w*|wiadomości do|получател\w*|宛先|收件人)[^@\n]{0,40}$/iu;
/** Who wrote, or whom to ask: not who was not reached. */
const OTHER =
  /(?:\b(?:from|by|sender|reply-to|mail from|contact|return-path|fra|von|från|afsender|absender|support|kontakt\w*)\b[:\s<"'(]*|message-id:.*)$/i;
const REASON = /^[>"')\]]*\s*(?:[:;,.(\-–[]|\.\.\.|was|is|does|on\b|den\b|am\b|$)/i;
const SERVICE = /^(?:postmaster|mailer-daemon|abuse|hostmaster|noreply|no-reply)@/i;

/** The first, without what surrounds it; lower case. */
export function addressIn(text: string): string | undefined {
  const match = text.slice(0, 1_000).match(/[^\s<>;:,"|/@()]{1,200}@[^\s<>;:,"|/@()]{1,250}/);
  return match
    ? match[0]
        .toLowerCase()
        .replace(/^['*`=]+/, '')
        .replace(/['.!?\]]+$/, '')
    : undefined;
}

/** Those that the text names as not reached: by how they stand in it. `own` are those of the sender. */
export function failedIn(text: string, own: ReadonlySet<string>): readonly string[] {
  const ranks = new Map<string, number>();
  for (const whole of text.split('\n').slice(0, LINES)) {
    const line = whole.slice(0, LINE);
    if (!line.includes('@')) continue;
    for (const match of line.matchAll(ADDRESS)) {
      const address = match[0].toLowerCase().replace(/^['*=]+/, '');
      if (own.has(address) || ranks.size >= MANY) continue;
      const before = line.slice(0, match.index);
      const rank = rankOf(before, line.slice(match.index + match[0].length), address);
      ranks.set(address, Math.max(rank, ranks.get(address) ?? 0));
    }
  }
  const highest = Math.max(...ranks.values());
  return [...ranks].filter(([, rank]) => rank > 0 && rank === highest).map(([address]) => address);
}

function rankOf(before: string, after: string, address: string): number {
  if (OTHER.test(before)) return 0;
  if (SERVICE.test(address)) return 1;
  if (COMMANDED.test(before)) return 4;
  if (ALONE.test(before) && REASON.test(after)) return 4;
  if (LABELLED.test(before) || ALONE.test(before)) return 3;
  return /\b[45]\d\d\b/.test(before) ? 3 : 2;
}

/** Whom a returned mail was written to. */
export function headerRecipient(text: string, own: ReadonlySet<string>): string | undefined {
  for (const [, value = ''] of text
    .slice(0, 60_000)
    .matchAll(/^[ \t]*(?:x-original-to|delivered-to|to|envelope-to):(.{1,500})$/gim)) {
    const address = addressIn(value);
    if (address !== undefined && !own.has(address)) return address;
  }
  return undefined;
}
