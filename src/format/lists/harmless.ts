/**
 * Cells that a spreadsheet would calculate (CWE-1236): strangers write names and remarks. They are
 * written with a leading apostrophe, which reading takes off again.
 */

const PHONE = /^\+?[0-9][0-9 ()./-]{4,}$/;

/** A phone number is kept as text by being written in groups. */
export function harmless(cell: string): string {
  if (PHONE.test(cell)) return inGroups(cell);
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** What was meant by a cell that `harmless` wrote; every other cell is as it is. */
export function asMeant(cell: string): string {
  return cell.startsWith("'") && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** `+4554123456` -> `+45 54 12 34 56`; one with gaps of its own stays. */
function inGroups(phone: string): string {
  if (/[ ()./-]/.test(phone)) return phone;
  const plus = phone.startsWith('+') ? '+' : '';
  const digits = phone.slice(plus.length);
  const odd = digits.length % 2 === 1 ? digits.slice(0, 1) : '';
  const pairs = digits.slice(odd.length).match(/../g) ?? [];
  return `${plus}${[odd + (pairs.shift() ?? ''), ...pairs].join(' ')}`;
}
