/** The address of a mail server as people write it: `smtps://user:password@send.example.dk:465`. */
import { isLoopback, type Side } from '../domain/hosts.ts';
import type { ServerSettings } from '../world.ts';

/** What is wrong; never holds the password. */
export type UrlTrouble =
  | { readonly trouble: 'scheme'; readonly found: string }
  | { readonly trouble: 'host' }
  /** From which character on, from 1: what stands there may be a password, and is not quoted. */
  | { readonly trouble: 'port'; readonly at: number }
  /** A character that must be percent-encoded, or a `%` that encodes nothing; from 1. */
  | { readonly trouble: 'character'; readonly character: string; readonly at: number };

const PORTS = { smtps: 465, smtp: 587, imaps: 993, imap: 143 } as const;

/**
 * `imap:` and `smtp:` ask for STARTTLS, but to a loopback address speak plainly; `?tls=required`
 * and `?tls=none` say otherwise.
 */
export function readServerUrl(text: string, kind: Side): ServerSettings | UrlTrouble {
  const [, scheme = '', rest = ''] =
    /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(text.trim()) ?? [];
  const name = scheme.toLowerCase();
  if (name !== kind && name !== `${kind}s`) return { trouble: 'scheme', found: scheme };
  const odd = /\s/.exec(text.trim());
  if (odd) return { trouble: 'character', character: odd[0], at: odd.index + 1 };
  // A password with an @ in it that was not encoded: the last @ is the one before the host.
  const split = rest.lastIndexOf('@');
  const login = split === -1 ? '' : rest.slice(0, split);
  const [address = '', query = ''] = rest.slice(split + 1).split('?', 2);
  const server = address.replace(/\/$/, '');
  const begin = text.trim().indexOf('://') + 4;
  const behindLogin = begin + split + 1;
  const trouble = oddCharacter(login, begin) ?? oddCharacter(server, behindLogin);
  if (trouble) return trouble;
  const [, host = '', port] = /^(\[[0-9a-fA-F:.]+\]|[^:/@[\]]*)(?::(.*))?$/.exec(server) ?? [];
  if (host === '') return { trouble: 'host' };
  if (
    port !== undefined &&
    !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)
  ) {
    return { trouble: 'port', at: behindLogin + server.length - port.length };
  }
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  const [user, password] = split === -1 ? [] : loginOf(login);
  return {
    host: bare,
    port: port === undefined ? PORTS[name as keyof typeof PORTS] : Number(port),
    security: securityOf(name, query, bare),
    ...(user && { user }),
    ...(password !== undefined && { password }),
  };
}

/** What a person types for a server, `send.one.com` or `send.one.com:587`, as an address. */
export function serverAddress(typed: string, kind: Side): string | undefined {
  const text = typed.trim();
  const [, host, port] = /^([\w.-]+)(?::(\d+))?$/.exec(text) ?? [];
  const started = port === undefined || Number(port) === PORTS[`${kind}s`];
  const address =
    host === undefined
      ? text
      : `${kind}${started ? 's' : ''}://${host}:${port ?? PORTS[`${kind}s`]}`;
  return 'trouble' in readServerUrl(address, kind) ? undefined : address;
}

function securityOf(scheme: string, query: string, host: string): ServerSettings['security'] {
  if (scheme.endsWith('s')) return 'implicit';
  const asked = new URLSearchParams(query).get('tls');
  if (asked === 'required') return 'starttls';
  return asked === 'none' || isLoopback(host) ? 'none' : 'starttls';
}

/** `#`, `/`, `?` and a lone `%` are the ones that people forget; an `@` can be told. */
function oddCharacter(part: string, from: number): UrlTrouble | undefined {
  const odd = /[#/?\\<>"^`{|}]|%(?![0-9A-Fa-f]{2})/.exec(part);
  return odd ? { trouble: 'character', character: odd[0], at: from + odd.index } : undefined;
}

function loginOf(login: string): readonly [string, string | undefined] {
  const colon = login.indexOf(':');
  const user = decoded(colon === -1 ? login : login.slice(0, colon));
  return [user, colon === -1 ? undefined : decoded(login.slice(colon + 1))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Encoded in Latin-1.
    return unescape(text);
  }
}
