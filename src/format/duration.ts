/** Spans of time as people type them (`--max-wait`). */

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `30s`, `10m`, `2h`, `1h30m`, a bare number of seconds; in milliseconds. Undefined for anything else. */
export function parseDuration(typed: string): number | undefined {
  const text = typed.trim().toLowerCase().slice(0, 40);
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  if (!/^(?:\d{1,9}\s?[smhd]\s?)+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/(\d+)\s?([smhd])/g)) {
    sum += Number(number) * UNITS[unit!]!;
  }
  return sum;
}
