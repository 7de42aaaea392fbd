import { isPermanent } from './status.ts';

/** A recipient that a report names. */
export interface BounceEntry {
  /** Lower case. */
  readonly recipient?: string;
  /** RFC 3463. */
  readonly status?: string;
  readonly delayed: boolean;
  /** The address will never work; not said of full mailboxes and policies. */
  readonly permanent: boolean;
  readonly diagnostic?: string;
}

/** `words`: what else is said of that recipient, where there is no code. */
export function entry(
  recipient: string | undefined,
  status: string | undefined,
  delayed: boolean,
  diagnostic: string,
  words = diagnostic,
): BounceEntry {
  return {
    ...(recipient && { recipient }),
    ...(status !== undefined && { status }),
    delayed,
    permanent: !delayed && isPermanent(status, words),
    ...(diagnostic && { diagnostic: diagnostic.slice(0, 500) }),
  };
}
