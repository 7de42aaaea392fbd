/** Where in a JSON text a value stands, so that a problem can name its line. */

export interface JsonPlaces {
  /** Line of each path, as `programme[2].title.da`. */
  readonly lines: ReadonlyMap<string, number>;
  /** Keys that stand in one object twice; `JSON.parse` silently takes the last. */
  readonly twice: readonly { readonly path: string; readonly line: number }[];
}

/** The text must be valid JSON, and no deeper than a person writes it. */
export function placesInJson(text: string): JsonPlaces {
  const lines = new Map<string, number>();
  const twice: { path: string; line: number }[] = [];
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
      const keys = new Set<string>();
      members('}', () => {
        const key = string();
        const own = path === '' ? key : `${path}.${key}`;
        if (keys.has(key)) twice.push({ path: own, line });
        keys.add(key);
        skip();
        at += 1;
        value(own);
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
  return { lines, twice };
}

/** How deep the brackets go, and how many keys are written; of a text that is no JSON, at least that. */
export function shapeOfJson(text: string): { readonly depth: number; readonly keys: number } {
  let depth = 0;
  let deepest = 0;
  let keys = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, (depth += 1));
    else if (token === ']' || token === '}') depth -= 1;
    else if (token.endsWith(':')) keys += 1;
  }
  return { depth: deepest, keys };
}

/** Fewer than were written, where one stands in an object twice. */
export function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value);
  const own = Array.isArray(value) ? 0 : inside.length;
  return inside.reduce((sum: number, each) => sum + keysIn(each), own);
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
