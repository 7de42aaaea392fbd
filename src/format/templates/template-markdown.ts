/**
 * Markdown with Handlebars, rendered once: what comes out is one Handlebars template for the HTML
 * and one for the text. A paragraph of links alone is a row of buttons.
 */
import type Token from 'markdown-it/lib/token.mjs';
import { buttonRow, MAIL_LOOKS, type Look } from './mail-looks.ts';
import { required } from '../required.ts';
import { mark, type Marked } from './template-marks.ts';
import { blockText, inlineText } from './template-plain.ts';
import type { Mustache } from './template-source.ts';

export interface Rendered {
  /** Handlebars, to be filled with escaping. */
  readonly html: string;
  /** Handlebars, to be filled without. */
  readonly text: string;
}

/** Of a value that is a whole address: only what a mail programme may follow. */
export const LINK_HELPER = 'toFollow';

/** Part of a document: mustaches that stand alone, or what Markdown makes of the rest. */
type Block =
  | { readonly mustaches: readonly Mustache[] }
  | { readonly tokens: readonly Token[]; readonly loop?: Loop };

/** A list whose items are repeated: it stays one list. */
interface Loop {
  readonly open: string;
  readonly close: string;
}

// One built file; the library's modules are sixty.
const MarkdownIt = required(
  'markdown-it/dist/markdown-it.min.js',
) as typeof import('markdown-it').default;

// The source's own HTML is shown as text: a twin .html.hbs is the place for HTML.
const markdown = new MarkdownIt('commonmark', { html: false });

/** `source` is the body of a template, without its subject, or a partial. */
export function renderMarkdown(source: string): Rendered {
  const marked = mark(source);
  const tokens = markdown.parse(marked.text, {});
  dress(tokens);
  const blocks = joinLoops(blocksOf(tokens, marked));
  return {
    html: blocks.map((block) => htmlOf(block, marked)).join(''),
    text: blocks.map((block) => textOf(block, marked)).join(''),
  };
}

function blocksOf(tokens: readonly Token[], marked: Marked): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length;) {
    let end = at + 1;
    for (let depth = tokens[at]!.nesting; depth > 0; end += 1) depth += tokens[end]!.nesting;
    const group = tokens.slice(at, end);
    const mustaches = group.length === 3 ? marked.standing(group[1]!.content) : undefined;
    blocks.push(mustaches ? { mustaches } : { tokens: group });
    at = end;
  }
  return blocks;
}

/** `{{#each}}`, a list, `{{/each}}`: the list stands around the loop. */
function joinLoops(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [open, list, close] = blocks.slice(at, at + 3);
    const opens = single(open);
    const closes = single(close);
    if (
      opens &&
      /^\{\{~?#each\b/.test(opens) &&
      closes?.startsWith('{{/') &&
      list &&
      'tokens' in list &&
      /^(?:bullet|ordered)_list_open$/.test(list.tokens[0]!.type)
    ) {
      joined.push({ tokens: list.tokens, loop: { open: opens, close: closes } });
      at += 2;
    } else joined.push(blocks[at]!);
  }
  return joined;
}

function single(block: Block | undefined): string | undefined {
  return block && 'mustaches' in block && block.mustaches.length === 1
    ? block.mustaches[0]!.raw
    : undefined;
}

function textOf(block: Block, marked: Marked): string {
  if ('mustaches' in block) return block.mustaches.map(({ raw }) => `${raw}\n`).join('');
  const { tokens, loop } = block;
  const isSame = (label: string, href: string) => {
    const address = plain(href, marked);
    return [address, address.replace(/^mailto:/, '')].includes(plain(label, marked));
  };
  const buttons = links(tokens);
  const text = buttons
    ? buttons.map((each) => `${inlineText(each, isSame)}\n`).join('') + '\n'
    : blockText(tokens, isSame, loop && { open: `${loop.open}\n`, close: `${loop.close}\n` });
  return plain(text, marked);
}

function plain(text: string, marked: Marked): string {
  return marked.unmark(text, ({ raw }) => raw);
}

function htmlOf(block: Block, marked: Marked): string {
  if ('mustaches' in block) return block.mustaches.map(({ raw }) => `${raw}\n`).join('');
  const { tokens, loop } = block;
  const row = links(tokens);
  if (row) return withValues(buttonsOf(row), marked);
  const html = loop
    ? render(tokens.slice(0, 1)) +
      loop.open +
      render(tokens.slice(1, -1)) +
      loop.close +
      render(tokens.slice(-1))
    : render(tokens);
  return withValues(html, marked);
}

function render(tokens: readonly Token[]): string {
  return markdown.renderer.render([...tokens], {}, {});
}

/** Gives every element its look; what stands below a rule is small print. */
function dress(tokens: readonly Token[], isSmall = false): void {
  let small = isSmall;
  for (const token of tokens) {
    if (token.type === 'hr') small = true;
    const element = token.tag === 'p' && small ? 'small' : token.tag === 'h1' ? 'h2' : token.tag;
    const look: Look | undefined =
      token.nesting >= 0 ? (MAIL_LOOKS as Readonly<Record<string, Look>>)[element] : undefined;
    if (look?.class !== undefined) token.attrSet('class', look.class);
    if (look) token.attrSet('style', look.style);
    dress(token.children ?? [], small);
  }
}

/** A value that is the beginning of an address decides where the reader goes. */
function withValues(html: string, marked: Marked): string {
  return marked.unmark(html, ({ kind, raw }, before) => {
    if (kind !== 'value' || !before.endsWith('href="')) return raw;
    const inner = raw.replace(/^\{+~?\s*|\s*~?\}+$/g, '');
    return `{{${LINK_HELPER} ${/\s/.test(inner) ? `(${inner})` : inner}}}`;
  });
}

/** The links of a paragraph that holds nothing else. */
function links(tokens: readonly Token[]): readonly (readonly Token[])[] | undefined {
  const [paragraph, inline] = tokens;
  if (paragraph?.type !== 'paragraph_open' || !inline?.children) return undefined;
  const found: Token[][] = [];
  let inside = false;
  for (const token of inline.children) {
    if (token.type === 'link_open') {
      inside = true;
      found.push([]);
    }
    if (inside) found.at(-1)!.push(token);
    else if (!token.type.endsWith('break') && token.content.trim() !== '') return undefined;
    if (token.type === 'link_close') inside = false;
  }
  return found.length > 0 ? found : undefined;
}

function buttonsOf(row: readonly (readonly Token[])[]): string {
  return buttonRow(
    row.map(([open, ...label]) => ({
      href: markdown.utils.escapeHtml(open!.attrGet('href') ?? ''),
      text: markdown.renderer.renderInline(label.slice(0, -1), {}, {}),
    })),
  );
}
