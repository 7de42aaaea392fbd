/**
 * A template as it is written: the first line `Subject: …`, then Markdown with Handlebars. Here it
 * is cut into its parts; nothing is rendered yet.
 */

/** A file of templates/ with its text. */
export interface TemplateFile {
  /** As the organiser knows it: `templates/invitation.da.md.hbs`. */
  readonly file: string;
  readonly text: string;
}

export interface SplitTemplate {
  /** What stands after `Subject:`; absent where there is no such line. */
  readonly subject?: string;
  /** The column at which it begins, from 0. */
  readonly column: number;
  /** All else; the subject's line is there as an empty one, so that lines keep their numbers. */
  readonly body: string;
}

/** LF, and no BOM. */
export function tidySource(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

export function splitTemplate(text: string): SplitTemplate {
  const [first = '', ...rest] = text.split('\n');
  const found = /^Subject:[ \t]*(?=(.*\S)?)/i.exec(first);
  if (!found) return { column: 0, body: text };
  return {
    subject: found[1] ?? '',
    column: found[0].length,
    body: ['', ...rest].join('\n'),
  };
}

/** `block` stands around others: {{#if}}, {{else}}, {{/if}}; `partial` and `note` print no value. */
export type MustacheKind = 'value' | 'open' | 'else' | 'close' | 'partial' | 'note' | 'escaped';

export interface Mustache {
  readonly kind: MustacheKind;
  /** With its braces. */
  readonly raw: string;
}

const MUSTACHE =
  /\\\{\{[^{}]*\}\}|\{\{~?!--[^]*?--~?\}\}|\{\{~?![^]*?\}\}|\{\{\{[^{}]*\}\}\}|\{\{(?:"[^"]*"|'[^']*'|\[[^\]]*\]|[^{}"'[])*\}\}/g;

/** Text and mustaches in turn. What is no mustache by the grammar of Handlebars was refused before. */
export function pieces(text: string): readonly (string | Mustache)[] {
  const found: (string | Mustache)[] = [];
  let at = 0;
  for (const { index, 0: raw } of text.matchAll(MUSTACHE)) {
    if (index > at) found.push(text.slice(at, index));
    found.push({ kind: kindOf(raw), raw });
    at = index + raw.length;
  }
  if (at < text.length) found.push(text.slice(at));
  return found;
}

function kindOf(raw: string): MustacheKind {
  if (raw.startsWith('\\')) return 'escaped';
  const inner = raw.replace(/^\{\{~?/, '').trimStart();
  if (inner.startsWith('!')) return 'note';
  if (inner.startsWith('#')) return 'open';
  if (inner.startsWith('/')) return 'close';
  if (inner.startsWith('>')) return 'partial';
  return /^(?:\^|else\b)/.test(inner) ? 'else' : 'value';
}
