/** The text part of a mail as it is read: lines of at most 76 letters. */

const WIDTH = 76;

/** Of what mail programmes take for the beginning of the small print; its space belongs to it. */
const RULE = '-- ';

/**
 * Lines that fit stay as they are; a longer word stands whole; an item of a list hangs under its
 * text. The empty lines that conditions leave behind are one, and none at either end.
 */
export function wrapText(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.endsWith(' ') && line !== RULE ? line.trimEnd() : line;
    if (trimmed === '' && (lines.at(-1) ?? '') === '') continue;
    lines.push(trimmed.length > WIDTH ? wrapLine(trimmed) : trimmed);
  }
  if (lines.at(-1) === '') lines.pop();
  return `${lines.join('\n')}\n`;
}

function wrapLine(line: string): string {
  const margin = /^ */.exec(line)![0];
  const hanging = /^ *(?:- |\d{1,3}\. )/.exec(line)?.[0];
  const indent = ' '.repeat(hanging?.length ?? margin.length);
  let rest = line;
  let start = indent.length;
  let wrapped = '';
  while (rest.length > WIDTH) {
    let cut = rest.lastIndexOf(' ', WIDTH);
    if (cut <= start) cut = rest.indexOf(' ', WIDTH);
    if (cut <= start) break;
    wrapped += `${rest.slice(0, cut).trimEnd()}\n`;
    rest = indent + rest.slice(cut + 1).trimStart();
    start = indent.length;
  }
  return wrapped + rest;
}
