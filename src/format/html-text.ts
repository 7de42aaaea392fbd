/** What a person sees of an HTML mail, without what is quoted in it. */
import type { FormatCallback, HtmlToTextOptions } from 'html-to-text';

const HTML_READ = 500_000;
/** Stands where everything that follows is quoted. */
const CUT = '\u0001cut\u0001';

const hidden: FormatCallback = () => {};
const cut: FormatCallback = (_element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addLiteral(CUT);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** Each client's way of wrapping what it quotes. */
const QUOTED = [
  'div.gmail_quote',
  'div.gmail_extra',
  'blockquote[type=cite]',
  'blockquote.gmail_quote',
  'div.moz-cite-prefix',
  'div.gmail_attr',
  'div.yahoo_quoted',
  'div.protonmail_quote',
  'div.zmail_extra',
];
/** Outlook puts a mark, and the quotation behind it. */
const CUTS = [
  '#divRplyFwdMsg',
  '#appendonsend',
  '#mail-editor-reference-message-container',
  'hr#stopSpelling',
];
const HIDDEN = [
  '[style*="display:none"]',
  '[style*="display: none"]',
  '[style*="visibility:hidden"]',
  '[style*="visibility: hidden"]',
  '[hidden]',
  'img',
  'style',
  'script',
  'title',
];

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: HTML_READ, maxDepth: 200, maxChildNodes: 20_000, ellipsis: '' },
  formatters: { hidden, cut },
  selectors: [
    ...[...QUOTED, ...HIDDEN].map((selector) => ({ selector, format: 'hidden' })),
    ...CUTS.map((selector) => ({ selector, format: 'cut' })),
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/** Loads its library only now: most mails have a plain text. */
export async function htmlToText(html: string): Promise<string> {
  const { convert } = await import('html-to-text');
  const text = convert(html.slice(0, HTML_READ), OPTIONS);
  return text.split(CUT, 1)[0]!.trim();
}
