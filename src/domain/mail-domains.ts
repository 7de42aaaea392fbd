/** What the domain of an address says about whoever has it. */

/** Whether everybody may have an address there: such a domain says nothing about who writes. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain.toLowerCase());
}

const FREE_MAIL = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'outlook.dk',
  'hotmail.com',
  'hotmail.dk',
  'live.com',
  'live.dk',
  'msn.com',
  'yahoo.com',
  'yahoo.dk',
  'yahoo.de',
  'ymail.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'gmx.de',
  'gmx.net',
  'gmx.at',
  'gmx.ch',
  'web.de',
  'fastmail.com',
  'fastmail.fm',
  'pm.me',
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
