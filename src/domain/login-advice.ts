/**
 * What a person can do about a login that failed: what the large providers say when they refuse,
 * and which setting is the likely culprit otherwise.
 */
import { isLoopback, isWithin, type Side } from './hosts.ts';

/** How the trouble is called on both sides; `world.ts` has all of them. */
export interface LoginFailure {
  readonly side: Side;
  readonly host: string;
  readonly port: number;
  readonly trouble: string;
  /** What the server or the system said. */
  readonly said: string;
}

export interface Advice {
  /** Of words/…/mailbox.ts. */
  readonly key:
    | 'appPassword'
    | 'smtpAuthOff'
    | 'microsoftBlocks'
    | 'microsoftReading'
    | 'outlookCom'
    | 'protonBridge'
    | 'wrongLogin'
    | 'otherName'
    | 'expired'
    | 'unknownIssuer'
    | 'otherPort'
    | 'unknownHost'
    | 'noNetwork'
    | 'tooMany'
    | 'later';
  /** What the sentence is about: a server's name, or the address to try in its place. */
  readonly about: string;
}

/** There is always some: to try again later, at least. */
export function adviceFor(failure: LoginFailure): Advice {
  const { host, trouble, said, side } = failure;
  const as = (key: Advice['key'], about = host): Advice => ({ key, about });
  switch (trouble) {
    case 'login-refused':
      return as(loginAdvice(side, host.toLowerCase(), said));
    case 'certificate': {
      if (/expired/i.test(said)) return as('expired');
      const names = certificateNames(said);
      return names === undefined ? as('unknownIssuer') : as('otherName', names);
    }
    case 'rate-limited':
      return as('tooMany');
    case 'unreachable':
    case 'timeout':
      if (isLoopback(host))
        return as([1025, 1143].includes(failure.port) ? 'protonBridge' : 'later');
      if (/ENOTFOUND|EBADNAME/.test(said)) return as('unknownHost');
      if (/EAI_AGAIN|ENETUNREACH|ENETDOWN/.test(said)) return as('noNetwork');
      return otherPort(failure) ?? as('later');
    case 'no-starttls':
    case 'not-smtp':
    case 'not-imap':
      return otherPort(failure) ?? as('later');
    default:
      return as('later');
  }
}

function loginAdvice(side: Side, host: string, said: string): Advice['key'] {
  if (/SmtpClientAuthentication is disabled/i.test(said)) return 'smtpAuthOff';
  if (/application-specific password|app[- ]?password|InvalidSecondFactor/i.test(said)) {
    return 'appPassword';
  }
  if (host === 'smtp-mail.outlook.com') return 'outlookCom';
  if (isWithin(host, 'office365.com') || isWithin(host, 'outlook.com')) {
    if (side === 'imap') return 'microsoftReading';
    return /basic auth|5\.7\.139/i.test(said) ? 'microsoftBlocks' : 'wrongLogin';
  }
  return WITH_APP_PASSWORDS.some((domain) => isWithin(host, domain)) ? 'appPassword' : 'wrongLogin';
}

const WITH_APP_PASSWORDS = [
  'gmail.com',
  'googlemail.com',
  'mail.yahoo.com',
  'mail.me.com',
  'fastmail.com',
];

/** "Host: mail.a.dk. is not in the cert's altnames: DNS:*.one.com, DNS:one.com" -> "*.one.com, one.com" */
function certificateNames(said: string): string | undefined {
  const list = /.*altnames: (.*)$/i.exec(said)?.[1] ?? /is not cert's CN: (\S+)/.exec(said)?.[1];
  const names = list?.match(/[\w*-]+(?:\.[\w*-]+)+/g);
  return names && names.length > 0 ? [...new Set(names)].slice(0, 4).join(', ') : undefined;
}

const TWINS: Readonly<Record<string, string>> = {
  'smtp 465': 'smtp://HOST:587',
  'smtp 587': 'smtps://HOST:465',
  'smtp 25': 'smtps://HOST:465',
  'imap 993': 'imap://HOST:143',
  'imap 143': 'imaps://HOST:993',
};

/** The same server at the other usual port, with the encryption that goes with it. */
function otherPort({ side, host, port }: LoginFailure): Advice | undefined {
  const twin = TWINS[`${side} ${port}`] ?? `${side}s://HOST:${side === 'smtp' ? 465 : 993}`;
  // Colons of its own stand in brackets (RFC 3986).
  const name = host.includes(':') ? `[${host}]` : host;
  return { key: 'otherPort', about: twin.replace('HOST', name) };
}
