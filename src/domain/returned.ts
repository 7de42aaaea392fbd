/** Why a mail came back, where the address may be right all the same. */
export type WhyReturned = 'full' | 'policy' | 'closed-list' | 'unknown';

/** By its status (RFC 3463). */
export function whyReturned(status: string): WhyReturned {
  // Exchange's lists that only members may write to: a mail will never arrive.
  if (status === '5.7.124' || status === '5.7.133') return 'closed-list';
  if (status.startsWith('5.7.')) return 'policy';
  return status === '5.2.2' ? 'full' : 'unknown';
}
