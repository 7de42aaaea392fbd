/** What a person sees of an HTML mail, without what is quoted in it. */
import type { FormatCallback, HtmlToTextOptions } from 'html-to-text';
import { markHidden } from './hidden-html.ts';

const HTML_READ = 250_000;
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
  'div.gmail_attr',
  'div.gmail_quote_container',
  'blockquote[type=cite]',
  'blockquote.gmail_quote',
  'div.moz-cite-prefix',
  'div.moz-forward-container',
  'div.yahoo_quoted',
  'div.protonmail_quote',
  'div.tutanota_quote',
  'div.zmail_extra',
  'div[name=quote]',
  'div[name=messageReplySection]',
  'blockquote.spark_quote',
  'blockquote.front-blockquote',
  'blockquote.tutanota_quote',
  'blockquote.iosymail',
];
/** Signatures that the client marks as such. */
const SIGNATURES = [
  'div.gmail_signature',
  'div.moz-signature',
  'pre.moz-signature',
  'div.protonmail_signature_block',
  '#Signature',
  '#ms-outlook-mobile-signature',
  '#AppleMailSignature',
];
/** Outlook puts a mark, and the quotation behind it. */
const CUTS = [
  '#divRplyFwdMsg',
  '#appendonsend',
  '#mail-editor-reference-message-container',
  '#OLK_SRC_BODY_SECTION',
  '#replySplit',
  'hr#stopSpelling',
];
const UNSEEN = ['[data-unseen]', '[hidden]', 'img', 'style', 'script', 'title', 'template'];

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: 2 * HTML_READ, maxDepth: 200, maxChildNodes: 20_000, ellipsis: '' },
  formatters: { hidden, cut },
  selectors: [
    ...[...QUOTED, ...SIGNATURES, ...UNSEEN].map((selector) => ({ selector, format: 'hidden' })),
    ...CUTS.map((selector) => ({ selector, format: 'cut' })),
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/** Loads its library only now: most mails have a plain text. */
export async function htmlToText(html: string): Promise<string> {
  const { convert } = await import('html-to-text');
  const text = convert(markHidden(html.slice(0, HTML_READ)).slice(0, 2 * HTML_READ), OPTIONS);
  return text.split(CUT, 1)[0]!.trim();
}
