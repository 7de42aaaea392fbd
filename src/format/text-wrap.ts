/** The text part of a mail as it is read: lines of at most 76 letters. */

const WIDTH = 76;

/** Lines that fit stay as they are; a longer word stands whole; an item of a list hangs under its text. */
export function wrapText(text: string): string {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at]!.length > WIDTH) lines[at] = wrapLine(lines[at]!);
  }
  return lines.join('\n');
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
