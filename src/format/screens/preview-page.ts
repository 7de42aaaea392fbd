/**
 * The page of `preview`: every mail in the list's order, as HTML, text, headers and calendar, with
 * search, and those who get none. One file that needs nothing else and runs nothing of what it
 * shows: all is escaped, the mails stand in frames without rights, and the page's own policy allows
 * no script but its own and loads nothing.
 */
import { createHash } from 'node:crypto';
import type { Words } from '../../words/words.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './preview-page-looks.ts';
import { escapeHtml } from '../templates/template-values.ts';

/** What a recipient gets. */
export interface PreviewedMail {
  readonly subject: string;
  /** Absent beyond SHOWN_WHOLE. */
  readonly body?: {
    readonly text: string;
    readonly html: string;
    /** As they stand in the mail, made readable. */
    readonly headers: string;
    readonly calendar?: string;
  };
}

export interface PreviewedContact {
  readonly network: string;
  readonly contact?: string;
  readonly address: string;
  readonly language: string;
  /** Absent: nothing is composed for this contact. */
  readonly mail?: PreviewedMail;
  /** The .eml beside the page; absent where the mail would not be sent. */
  readonly file?: string;
  /** Why it would not be sent, in words. */
  readonly skipped?: string;
}

export interface Preview {
  readonly language: string;
  readonly meeting: string;
  /** In words. */
  readonly mailing: string;
  readonly from: string;
  /** When it was made, in words. */
  readonly moment: string;
  /** In the list's order. */
  readonly contacts: readonly PreviewedContact[];
}

type Say = Words<'previewing'>['page'];

/** So many contacts stand in the page with their mails, the rest by name: it stays quick to open. */
export const SHOWN_WHOLE = 200;

/** The whole page, as HTML. */
export function previewPage(preview: Preview, say: Say): string {
  const { contacts, meeting, mailing, language } = preview;
  const skipped = contacts.filter((contact) => contact.skipped !== undefined).length;
  const title = say.title(mailing, meeting);
  const script = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${script}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(say.summary(contacts.length - skipped, skipped))}. ${escaped(say.notSent(preview.moment))}${contacts.length > SHOWN_WHOLE ? ` ${escaped(say.onlyFirst(SHOWN_WHOLE))}` : ''}</p>
</header>
<nav aria-label="${escaped(say.recipients)}">
<input type="search" id="search" aria-label="${escaped(say.search)}" placeholder="${escaped(say.search)}" autocomplete="off">
<ol id="list">
${contacts.map((contact, index) => listItem(contact, index, say)).join('\n')}
</ol>
<p id="none" hidden>${escaped(say.noneFound)}</p>
</nav>
<main>
${views(say)}
${contacts
  .slice(0, SHOWN_WHOLE)
  .map((contact, index) => article(contact, index, preview.from, say))
  .join('\n')}
${contacts.length === 0 ? `<p class="note">${escaped(say.empty)}</p>` : ''}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function listItem(contact: PreviewedContact, index: number, say: Say): string {
  const { network, address, language, skipped } = contact;
  const who = contact.contact === undefined ? '' : `${own(contact.contact)} · `;
  const why =
    skipped === undefined ? '' : `<span class="why">${escaped(say.skipped(skipped))}</span>`;
  return `<li${skipped === undefined ? '' : ' class="skipped"'}><a${targetOf(contact, index)}><b>${own(network)}</b><span>${who}<i>${own(address)}</i></span>${why}<em>${escaped(language)}</em></a></li>`;
}

/** Its mail in the page, else its file, else nothing. */
function targetOf({ file }: PreviewedContact, index: number): string {
  if (index < SHOWN_WHOLE) return ` href="#m${index + 1}"`;
  return file === undefined ? '' : ` href="${encodeURIComponent(file)}"`;
}

/** The four ways to look at a mail; chosen once for all of them. */
function views(say: Say): string {
  const radio = ([view, label]: readonly [string, string], index: number) =>
    `<label><input type="radio" name="view" id="view-${view}"${index === 0 ? ' checked' : ''}><span>${escaped(label)}</span></label>`;
  return `<fieldset class="views"><legend>${escaped(say.show)}</legend>${Object.entries(say.views).map(radio).join('')}<label class="narrow"><input type="checkbox" id="narrow"><span>${escaped(say.narrow)}</span></label></fieldset>`;
}

function article(contact: PreviewedContact, index: number, from: string, say: Say): string {
  const { mail, skipped, file } = contact;
  const to =
    contact.contact === undefined
      ? own(contact.address)
      : `${own(contact.contact)} &lt;${own(contact.address)}&gt;`;
  const rows = [
    ...(mail ? [[say.subject, own(mail.subject)] as const, [say.from, own(from)] as const] : []),
    [say.to, to] as const,
    ...(file === undefined
      ? []
      : [[say.file, `<a href="${encodeURIComponent(file)}">${escaped(file)}</a>`] as const]),
  ];
  const heading = rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${value}</dd>`);
  return `<article id="m${index + 1}" aria-label="${escaped(contact.network)}">
<dl>${heading.join('')}</dl>
${skipped === undefined ? '' : `<p class="note">${escaped(say.skipped(skipped))}</p>`}
${mail?.body ? bodies(mail.body, say) : ''}
</article>`;
}

function bodies(mail: NonNullable<PreviewedMail['body']>, say: Say): string {
  const { views: names } = say;
  return `<iframe class="mail" sandbox="" loading="lazy" title="${escaped(names.mail)}" srcdoc="${escaped(mail.html)}"></iframe>
<pre class="text" tabindex="0" aria-label="${escaped(names.text)}">${escaped(mail.text)}</pre>
<pre class="headers" tabindex="0" aria-label="${escaped(names.headers)}">${escaped(mail.headers)}</pre>
${mail.calendar === undefined ? `<p class="calendar note">${escaped(say.noCalendar)}</p>` : `<pre class="calendar" tabindex="0" aria-label="${escaped(names.calendar)}">${escaped(mail.calendar)}</pre>`}`;
}

/** A value written by others: its direction of writing ends where it ends. */
function own(value: string): string {
  return `<bdi>${escaped(value)}</bdi>`;
}

// Not allowed in HTML, not even escaped.
// oxlint-disable-next-line no-control-regex
const NOT_HTML = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** For text and for attributes in quotes. */
export function escaped(value: string): string {
  return escapeHtml(value.replace(NOT_HTML, '\ufffd'));
}
