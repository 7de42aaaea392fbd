/** Where in a JSON text a value stands, so that a problem can name its line. */

/** Line of each path, as `programme[2].title.da`; the text must be valid JSON. */
export function linesOfPaths(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let at = 0;
  let line = 1;

  const skip = () => {
    while (at < text.length && ' \t\r\n'.includes(text[at]!)) {
      if (text[at] === '\n') line += 1;
      at += 1;
    }
  };
  const string = (): string => {
    const start = at;
    at += 1;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at += 1;
    return JSON.parse(text.slice(start, at)) as string;
  };
  const value = (path: string): void => {
    skip();
    if (!lines.has(path)) lines.set(path, line);
    if (text[at] === '{') {
      members('}', () => {
        const key = string();
        skip();
        at += 1;
        value(path === '' ? key : `${path}.${key}`);
      });
    } else if (text[at] === '[') {
      let index = 0;
      members(']', () => {
        value(`${path}[${index}]`);
        index += 1;
      });
    } else if (text[at] === '"') string();
    else while (at < text.length && !',]} \t\r\n'.includes(text[at]!)) at += 1;
  };
  const members = (end: string, member: () => void) => {
    at += 1;
    skip();
    while (text[at] !== end) {
      member();
      skip();
      if (text[at] === ',') at += 1;
      skip();
    }
    at += 1;
  };

  value('');
  return lines;
}

/** Where `JSON.parse` stumbled: line and column from 1. */
export function placeOfSyntaxError(
  text: string,
  error: unknown,
): { readonly line: number; readonly column: number } {
  const message = error instanceof Error ? error.message : '';
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
