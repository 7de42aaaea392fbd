/**
 * Where the well-known mail providers have their servers, from their own help pages. What is
 * proposed here is tried before it is written down, so a wrong guess costs one question.
 */

export interface MailServers {
  /** As in .env: `smtps://send.one.com:465`. */
  readonly smtp: string;
  readonly imap: string;
  /** What a person must do first there; a key of words/…/setup.ts. */
  readonly needs?: 'appPassword' | 'outlookCom' | 'microsoft365';
}

interface Provider extends MailServers {
  /** Of addresses, where the provider has its own. */
  readonly domains: readonly string[];
  /** How the names of its MX hosts end, for domains it hosts. */
  readonly mx: readonly string[];
}

const PROVIDERS: readonly Provider[] = [
  {
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
    smtp: 'smtps://smtp.gmail.com:465',
    imap: 'imaps://imap.gmail.com:993',
    needs: 'appPassword',
  },
  {
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
    domains: [],
    mx: ['mail.protection.outlook.com', 'mx.microsoft'],
    smtp: 'smtp://smtp.office365.com:587',
    imap: 'imaps://outlook.office365.com:993',
    needs: 'microsoft365',
  },
  {
    domains: ['one.com'],
    mx: ['one.com'],
    smtp: 'smtps://send.one.com:465',
    imap: 'imaps://imap.one.com:993',
  },
  {
    domains: ['simply.com'],
    mx: ['simply.com', 'unoeuro.com'],
    smtp: 'smtp://smtp.simply.com:587',
    imap: 'imaps://imap.simply.com:993',
  },
  {
    domains: ['yahoo.com', 'yahoo.dk', 'yahoo.de', 'ymail.com'],
    mx: ['yahoodns.net'],
    smtp: 'smtps://smtp.mail.yahoo.com:465',
    imap: 'imaps://imap.mail.yahoo.com:993',
    needs: 'appPassword',
  },
  {
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
    smtp: 'smtp://smtp.mail.me.com:587',
    imap: 'imaps://imap.mail.me.com:993',
    needs: 'appPassword',
  },
  {
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    mx: ['gmx.net'],
    smtp: 'smtps://mail.gmx.net:465',
    imap: 'imaps://imap.gmx.net:993',
  },
  {
    domains: ['web.de'],
    mx: ['web.de'],
    smtp: 'smtps://smtp.web.de:465',
    imap: 'imaps://imap.web.de:993',
  },
  {
    domains: ['fastmail.com', 'fastmail.fm'],
    mx: ['messagingengine.com'],
    smtp: 'smtps://smtp.fastmail.com:465',
    imap: 'imaps://imap.fastmail.com:993',
    needs: 'appPassword',
  },
];

/** From the address alone, else from the domain's MX hosts, else `smtp.` and `imap.` of the domain. */
export function proposeServers(address: string, mx: readonly string[] = []): MailServers {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const hosts = mx.map((host) => host.toLowerCase().replace(/\.$/, ''));
  const provider =
    PROVIDERS.find(({ domains }) => domains.includes(domain)) ??
    PROVIDERS.find(({ mx: ends }) =>
      ends.some((end) => hosts.some((host) => host === end || host.endsWith(`.${end}`))),
    );
  if (!provider) return { smtp: `smtps://smtp.${domain}:465`, imap: `imaps://imap.${domain}:993` };
  const { smtp, imap, needs } = provider;
  return needs ? { smtp, imap, needs } : { smtp, imap };
}

/** Whether everybody may have an address there: such a domain says nothing about who writes. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain.toLowerCase());
}

const FREE_MAIL = new Set([
  ...PROVIDERS.flatMap(({ domains }) => domains).filter(
    (domain) => domain !== 'one.com' && domain !== 'simply.com',
  ),
  'hotmail.de',
  'live.de',
  'outlook.de',
  'mail.dk',
  'webspeed.dk',
  'mail.tele.dk',
  'post.tele.dk',
  'jubii.dk',
  'jubiimail.dk',
  'ofir.dk',
  'stofanet.dk',
  'youmail.dk',
  'privat.dk',
  'c.dk',
  'proton.me',
  'protonmail.com',
  't-online.de',
  'freenet.de',
  'gmx.com',
  'aol.com',
]);

/** Domains that people mistype, for `likelyMeant`. */
const OFTEN_MISTYPED = [
  'gmail.com',
  'hotmail.com',
  'hotmail.dk',
  'outlook.com',
  'outlook.dk',
  'yahoo.com',
  'yahoo.dk',
  'icloud.com',
];

/** `gmial.com` -> `gmail.com`: one slip away from a well-known domain, and not one itself. */
export function likelyMeant(domain: string): string | undefined {
  const typed = domain.toLowerCase();
  if (isFreeMail(typed)) return undefined;
  return OFTEN_MISTYPED.find((known) => oneSlip(typed, known));
}

/** One letter more, less, other, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
