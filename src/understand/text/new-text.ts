/** What a person newly wrote, apart from what is quoted, the signature and the legal footer. */
import { isClosing, withoutClosing } from './closing.ts';
import { isQuoted, nextFilled, quoteHead } from './quotation.ts';

export interface NewText {
  /** What was newly written. */
  readonly text: string;
  /** What stood around it: quotations, with their heads. */
  readonly quoted: string;
  /** New lines stand below or between quoted ones. */
  readonly between: boolean;
  /** Sign-off, signature, footer. */
  readonly closing: string;
}

const LONGEST = 60_000;
const MANY_LINES = 3_000;

/** Line ends, special blanks and invisible characters made plain. */
function plain(whole: string): string {
  const text = whole.slice(0, LONGEST);
  if (!/[\r\u00a0\u00ad\u2000-\u206f\ufeff]/.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f\u2007\u2009]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]/g, '');
}

export function newText(mail: string): NewText {
  const lines = plain(mail).split('\n').slice(0, MANY_LINES);
  const fresh: string[] = [];
  const quoted: string[] = [];
  let quotedLines = 0;
  let between = false;
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    const head = quoteHead(lines, at);
    if (head > 0) {
      const next = nextFilled(lines, at + head);
      if (next === -1 || !isQuoted(lines[next]!)) {
        quoted.push(...lines.slice(at));
        break;
      }
      quoted.push(...lines.slice(at, next));
      at = next;
      continue;
    }
    if (isQuoted(line)) {
      quoted.push(line.replace(/^[>|\s]+/, ''));
      quotedLines += 1;
    } else {
      if (quotedLines > 0 && line.trim() !== '' && !isClosing(line)) between = true;
      fresh.push(line);
    }
    at += 1;
  }
  const { text, closing } = withoutClosing(fresh);
  return { text, quoted: quoted.join('\n'), between: between && text !== '', closing };
}
