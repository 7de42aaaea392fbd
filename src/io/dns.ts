/** What the DNS knows, asked of the system's own servers. */
import { Resolver, lookup } from 'node:dns/promises';
import { codeOf } from './file-trouble.ts';
import { unlessStopped } from './interruption.ts';

/** Somebody sits there and waits. */
const PATIENCE = { timeout: 3_000, tries: 2 };

/** The hosts that take a domain's mail, the preferred first. */
export async function mailHosts(
  domain: string,
  stop?: AbortSignal,
): Promise<readonly string[] | undefined> {
  const found = await asked(domain, (resolver) => resolver.resolveMx(domain), [], stop);
  return (
    found
      ?.toSorted((a, b) => a.priority - b.priority)
      .map(({ exchange }) => exchange)
      // A single dot says that the domain takes no mail at all (RFC 7505).
      .filter((host) => host !== '' && host !== '.')
  );
}

/** The texts at a name, each in one piece. */
export async function texts(
  name: string,
  stop?: AbortSignal,
): Promise<readonly string[] | undefined> {
  const found = await asked(name, (resolver) => resolver.resolveTxt(name), [], stop);
  return found?.map((pieces) => pieces.join(''));
}

export async function hasAddress(host: string, stop?: AbortSignal): Promise<boolean | undefined> {
  // As the connection will look it up: the system's own list of hosts counts as well.
  return asked(host, async () => (await lookup(host, { all: true })).length > 0, false, stop);
}

/** `nothing` where the name or such an entry does not exist; undefined where nobody answers in time. */
async function asked<T>(
  name: string,
  question: (resolver: Resolver) => Promise<T>,
  nothing: T,
  stop: AbortSignal | undefined,
): Promise<T | undefined> {
  const resolver = new Resolver(PATIENCE);
  return unlessStopped(answered(resolver, name, question, nothing), stop, () => {
    resolver.cancel();
    return undefined;
  });
}

async function answered<T>(
  resolver: Resolver,
  name: string,
  question: (resolver: Resolver) => Promise<T>,
  nothing: T,
): Promise<T | undefined> {
  const top = topLevelOf(name);
  if (RESERVED.has(top)) return undefined;
  try {
    return await question(resolver);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENODATA') return nothing;
    return code === 'ENOTFOUND' && (await knows(resolver, top)) ? nothing : undefined;
  }
}

/** Names that no DNS will ever know (RFC 6761). */
const RESERVED = new Set(['example', 'test', 'invalid']);

function topLevelOf(name: string): string {
  return name.replace(/\.$/, '').split('.').at(-1)?.toLowerCase() ?? '';
}

/** Behind a closed door some servers say of every name that it does not exist; of .dk as well. */
async function knows(resolver: Resolver, topLevel: string): Promise<boolean> {
  try {
    return (await resolver.resolveNs(topLevel)).length > 0;
  } catch {
    return false;
  }
}
