/** Delivery reports by the standard (RFC 3464): groups of fields, one a recipient. */
import { addressIn } from './addresses.ts';
import { entry, type BounceEntry } from './entry.ts';
import { better, statusIn } from './status.ts';

const LONGEST = 60_000;

/** The entries of a report; none for recipients that were reached. */
export function entriesIn(report: string): readonly BounceEntry[] {
  const groups = report
    .slice(0, LONGEST)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsIn);
  return groups.flatMap((fields): readonly BounceEntry[] => {
    const original = fields.get('original-recipient');
    const given = fields.get('final-recipient') ?? original;
    const action = (fields.get('action') ?? '').toLowerCase().trim();
    if (given === undefined || /^(?:deliver|relay|expand)/.test(action)) return [];
    const recipient = addressIn(fields.get('final-recipient') ?? '') ?? addressIn(original ?? '');
    const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]{1,20}\s*;\s*/, '');
    const stated = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0];
    const status = better(stated, statusIn(diagnostic));
    const delayed = action.startsWith('delay') || (action === '' && (status ?? '').startsWith('4'));
    return [entry(recipient, status, delayed, diagnostic)];
  });
}

/** True where a report names recipients at all; some tell in words what happened. */
export function namesRecipients(report: string): boolean {
  return /^(?:final|original)-recipient\s*:/im.test(report);
}

function fieldsIn(group: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0 || colon >= 60) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (fields.has(name)) continue;
    fields.set(name, line.slice(colon + 1, colon + 2_000).trim());
  }
  return fields;
}

/** Reports that lost their type on the way: the fields stand in the text. */
export function reportsInText(text: string): readonly string[] {
  const at = text.search(/^(?:Reporting-MTA|Final-Recipient|Original-Recipient)\s*:/im);
  const is =
    /^(?:Final|Original)-Recipient\s*:/im.test(text) && /^(?:Action|Status)\s*:/im.test(text);
  // The group of a recipient may begin above the field that was found.
  return at !== -1 && is ? [text.slice(Math.max(0, text.lastIndexOf('\n\n', at)))] : [];
}
