/**
 * Where the well-known mail providers have their servers, from their own help pages. What is
 * proposed here is tried before it is written down, so a wrong guess costs one question.
 */
import { domainOf, isWithin } from './hosts.ts';

export interface MailServers {
  /** As in .env: `smtps://send.one.com:465`. */
  readonly smtp: string;
  readonly imap: string;
  /** The provider, as people call it; absent for a guess. */
  readonly provider?: string;
  /** What a person must do first there; a key of words/…/mailbox.ts. */
  readonly needs?: Needs;
}

export type Needs = 'appPassword' | 'outlookCom' | 'microsoft365' | 'protonBridge';

interface Provider {
  readonly name: string;
  /** Of addresses, where the provider has its own. */
  readonly domains: readonly string[];
  /** How the names of its MX hosts end, for domains it hosts. */
  readonly mx: readonly string[];
  readonly smtp: string;
  readonly imap: string;
  readonly needs?: Needs;
}

const PROVIDERS: readonly Provider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
    smtp: 'smtps://smtp.gmail.com:465',
    imap: 'imaps://imap.gmail.com:993',
    needs: 'appPassword',
  },
  {
    name: 'Outlook.com',
    domains: [
      'outlook.com',
      'outlook.dk',
      'hotmail.com',
      'hotmail.dk',
      'live.com',
      'live.dk',
      'msn.com',
    ],
    mx: ['olc.protection.outlook.com'],
    smtp: 'smtp://smtp-mail.outlook.com:587',
    imap: 'imaps://outlook.office365.com:993',
    needs: 'outlookCom',
  },
  {
    name: 'Microsoft 365',
    domains: [],
    mx: ['mail.protection.outlook.com', 'mx.microsoft'],
    smtp: 'smtp://smtp.office365.com:587',
    imap: 'imaps://outlook.office365.com:993',
    needs: 'microsoft365',
  },
  {
    name: 'one.com',
    domains: ['one.com'],
    mx: ['one.com'],
    smtp: 'smtps://send.one.com:465',
    imap: 'imaps://imap.one.com:993',
  },
  {
    name: 'Simply.com',
    domains: ['simply.com', 'unoeuro.com'],
    mx: ['simply.com', 'unoeuro.com'],
    smtp: 'smtp://smtp.simply.com:587',
    imap: 'imaps://imap.simply.com:993',
  },
  {
    name: 'DanDomain',
    domains: ['dandomain.dk'],
    mx: ['dandomain.dk'],
    smtp: 'smtp://asmtp.dandomain.dk:587',
    imap: 'imaps://post.dandomain.dk:993',
  },
  {
    name: 'Gigahost',
    domains: ['gigahost.dk'],
    mx: ['gigahost.dk'],
    smtp: 'smtp://smtp.gigahost.dk:587',
    imap: 'imaps://mail.gigahost.dk:993',
  },
  {
    name: 'YouSee',
    domains: ['mail.dk', 'mail.tele.dk', 'post.tele.dk'],
    mx: ['mail.dk'],
    smtp: 'smtp://asmtp.mail.dk:587',
    imap: 'imaps://imap.mail.dk:993',
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'yahoo.dk', 'yahoo.de', 'ymail.com'],
    mx: ['yahoodns.net'],
    smtp: 'smtps://smtp.mail.yahoo.com:465',
    imap: 'imaps://imap.mail.yahoo.com:993',
    needs: 'appPassword',
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
    smtp: 'smtp://smtp.mail.me.com:587',
    imap: 'imaps://imap.mail.me.com:993',
    needs: 'appPassword',
  },
  {
    name: 'Proton Mail',
    domains: ['proton.me', 'protonmail.com', 'pm.me'],
    mx: ['protonmail.ch'],
    smtp: 'smtp://127.0.0.1:1025',
    imap: 'imap://127.0.0.1:1143',
    needs: 'protonBridge',
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm'],
    mx: ['messagingengine.com'],
    smtp: 'smtps://smtp.fastmail.com:465',
    imap: 'imaps://imap.fastmail.com:993',
    needs: 'appPassword',
  },
  {
    name: 'Zoho',
    domains: ['zoho.com', 'zohomail.eu'],
    mx: ['zoho.eu'],
    smtp: 'smtps://smtp.zoho.eu:465',
    imap: 'imaps://imap.zoho.eu:993',
  },
  {
    name: 'mailbox.org',
    domains: ['mailbox.org'],
    mx: ['mailbox.org'],
    smtp: 'smtps://smtp.mailbox.org:465',
    imap: 'imaps://imap.mailbox.org:993',
  },
  {
    name: 'IONOS',
    domains: ['ionos.de'],
    mx: ['kundenserver.de', 'ionos.de'],
    smtp: 'smtps://smtp.ionos.de:465',
    imap: 'imaps://imap.ionos.de:993',
  },
  {
    name: 'STRATO',
    domains: ['strato.de'],
    mx: ['rzone.de'],
    smtp: 'smtps://smtp.strato.de:465',
    imap: 'imaps://imap.strato.de:993',
  },
  {
    name: 'GMX',
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    mx: ['gmx.net'],
    smtp: 'smtps://mail.gmx.net:465',
    imap: 'imaps://imap.gmx.net:993',
  },
  {
    name: 'WEB.DE',
    domains: ['web.de'],
    mx: ['web.de'],
    smtp: 'smtps://smtp.web.de:465',
    imap: 'imaps://imap.web.de:993',
  },
];

/** From the address alone, else from the domain's MX hosts; undefined for an unknown provider. */
export function knownServers(address: string, mx: readonly string[] = []): MailServers | undefined {
  const domain = domainOf(address);
  const hosts = mx.map(bareHost);
  const found =
    PROVIDERS.find(({ domains }) => domains.includes(domain)) ??
    PROVIDERS.find(({ mx: ends }) => ends.some((end) => hosts.some((host) => isWithin(host, end))));
  if (!found) return undefined;
  const { name, smtp, imap, needs } = found;
  return { provider: name, smtp, imap, ...(needs && { needs }) };
}

/**
 * What the servers of an unknown provider may be called, the likeliest first: by the domain's own
 * name, then by that of the host that takes its mail.
 */
export function likelyHosts(
  address: string,
  mx: readonly string[] = [],
): { readonly smtp: readonly string[]; readonly imap: readonly string[] } {
  const [first] = mx.map(bareHost);
  // mx1.mail.host.dk -> host.dk
  const domains = new Set([
    domainOf(address),
    ...(first === undefined ? [] : [first.split('.').slice(-2).join('.')]),
  ]);
  const named = (...labels: readonly string[]) =>
    [...domains].flatMap((domain) => labels.map((label) => `${label}.${domain}`));
  return { smtp: named('smtp', 'mail', 'asmtp'), imap: named('imap', 'mail', 'post') };
}

/** A guess at an unknown provider's servers. */
export function guessedServers(smtpHost: string, imapHost: string): MailServers {
  return { smtp: `smtps://${smtpHost}:465`, imap: `imaps://${imapHost}:993` };
}

function bareHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
