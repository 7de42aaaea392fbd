/**
 * A mailing in one language, compiled: read and rendered from Markdown once, filled for each mail.
 */
import { createHash } from 'node:crypto';
import type { Problem } from '../../errors.ts';
import type { Words } from '../../words/words.ts';
import { Handlebars } from './handlebars.ts';
import type { MailDates } from './mail-dates.ts';
import { checkNames } from './template-check.ts';
import { LINK_HELPER, renderMarkdown } from './template-markdown.ts';
import { HELPERS, type NameParts } from './template-names.ts';
import { parseTemplate, type ParsedTemplate } from './template-parse.ts';
import { splitTemplate, type TemplateFile } from './template-source.ts';
import { escapeHtml, Link, Moment, type Values } from './template-values.ts';
import { wrapText } from './text-wrap.ts';

type Say = Words<'templates'>;

/** The files of a mailing in one language. */
export interface TemplateFiles {
  readonly main: TemplateFile;
  /** `.html.hbs` beside it: the HTML is this and not what the Markdown makes. */
  readonly twin?: TemplateFile | undefined;
  readonly layout: TemplateFile;
  /** By name. */
  readonly partials: ReadonlyMap<string, TemplateFile>;
}

/** What a mail says, ready to be packed. */
export interface FilledTemplate {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mailing in a language, compiled. */
export interface Template {
  /** Names from the root that occur in it, also in partials: `answer.yes`, `> footer`. */
  readonly used: ReadonlySet<string>;
  /** The sources, for the digest. */
  readonly sources: string;
  /** `notice` stands above the text, in a paragraph of its own. */
  fill(values: Values, language: string, notice?: string): FilledTemplate;
}

/** Checks and compiles; with problems there is no template. */
export function compileTemplate(
  files: TemplateFiles,
  names: NameParts,
  dates: MailDates,
  say: Say,
): { readonly template?: Template; readonly problems: readonly Problem[] } {
  const read = readFiles(files, say);
  const known = { ...names, language: 'value', subject: 'value' } as const;
  const { problems: unknown, used } = checkNames(read.parsed, read.partials, known, say);
  const problems = [...read.problems, ...unknown];
  if (problems.length > 0) return { problems };
  try {
    return { template: compiled(files, used, dates), problems };
  } catch {
    return {
      problems: [{ file: files.main.file, message: say.cannotCompile, hint: say.syntaxHint }],
    };
  }
}

interface Read {
  readonly parsed: readonly ParsedTemplate[];
  readonly partials: ReadonlyMap<string, ParsedTemplate | undefined>;
  readonly problems: readonly Problem[];
}

function readFiles({ main, twin, layout, partials }: TemplateFiles, say: Say): Read {
  const problems: Problem[] = [];
  const parse = ({ file, text }: TemplateFile, source = text, column = 0) => {
    const read = parseTemplate(file, source, text.split('\n'), column, say);
    if ('program' in read) return read;
    problems.push(read);
    return undefined;
  };
  const { subject, column, body } = splitTemplate(main.text);
  if (subject === undefined) {
    problems.push({ file: main.file, line: 1, message: say.noSubject, hint: say.noSubjectHint });
  } else if (subject === '') {
    problems.push({ file: main.file, line: 1, message: say.emptySubject, hint: say.noSubjectHint });
  }
  if (!BODY.test(layout.text)) {
    problems.push({ file: layout.file, message: say.noBody, hint: say.noBodyHint });
  }
  const parsed = [
    parse(main, subject ?? '', column),
    parse(main, body),
    twin && parse(twin),
    // The one place where HTML is meant to be put in.
    parse(layout, layout.text.replace(BODY, '')),
  ].flatMap((each) => each ?? []);
  return {
    parsed,
    partials: new Map([...partials].map(([name, file]) => [name, parse(file)])),
    problems,
  };
}

type Fill = (values: object, options?: object) => string;

function compiled(
  { main, twin, layout, partials }: TemplateFiles,
  used: ReadonlySet<string>,
  dates: MailDates,
): Template {
  const { subject = '', body } = splitTemplate(main.text);
  const html = handlebars(dates);
  const text = handlebars(dates);
  const taken = [...partials].filter(([name]) => used.has(`> ${name}`));
  for (const [name, file] of taken) {
    const rendered = renderMarkdown(file.text);
    html.registerPartial(name, rendered.html);
    text.registerPartial(name, rendered.text);
  }
  const rendered = renderMarkdown(body);
  const whole = twin?.text ?? rendered.html;
  // A function: a replacement text would have signs of its own.
  const page = /<html[\s>]/i.test(whole)
    ? whole.replace(/<body[^>]*>/i, (tag) => `${tag}${NOTICE_HERE}`)
    : layout.text.replace(BODY, () => `${NOTICE_HERE}${whole}`);
  const options = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: KNOWN,
    preventIndent: true,
  };
  const fillHtml: Fill = html.compile(page, options);
  const fillText: Fill = text.compile(rendered.text, { ...options, noEscape: true });
  const fillSubject: Fill = text.compile(subject, { ...options, noEscape: true });
  return {
    used,
    sources: [main, ...(twin ? [twin] : []), ...taken.map(([, file]) => file)]
      .map((file) => file.text)
      .join('\f'),
    fill(values, language, notice) {
      const line = oneLine(fillSubject(values));
      const top = notice === undefined ? '' : `<p><strong>${escapeHtml(notice)}</strong></p>\n`;
      const plain = fillText(values);
      return {
        subject: line,
        text: wrapText(notice === undefined ? plain : `${notice}\n\n${plain}`),
        html: fillHtml(Object.assign({}, values, { language, subject: line, [NOTICE]: top })),
      };
    },
  };
}

const BODY = /\{\{\{\s*body\s*\}\}\}/;
const NOTICE = 'noticeAbove';
const NOTICE_HERE = `{{{${NOTICE}}}}`;

const KNOWN = Object.fromEntries(
  [...Object.keys(HELPERS), LINK_HELPER].map((name) => [name, true]),
);

function handlebars(dates: MailDates): typeof Handlebars {
  const own = Handlebars.create();
  // What would write to the terminal, or look up what no check has seen.
  for (const name of ['log', 'lookup', 'helperMissing', 'blockHelperMissing']) {
    own.unregisterHelper(name);
  }
  own.registerHelper('date', asMoment(dates.date));
  own.registerHelper('day', asMoment(dates.day));
  // Within the programme `{{time}}` is the time of the item.
  own.registerHelper('time', function (this: { readonly time?: unknown }, ...given: unknown[]) {
    return given.length > 1 ? asMoment(dates.time)(given[0]) : (this.time ?? '');
  });
  own.registerHelper('list', (items: unknown) =>
    Array.isArray(items) ? dates.list(items.map(String)) : String(items ?? ''),
  );
  own.registerHelper(LINK_HELPER, followed);
  return own;
}

/** Of a date or a time; any other value is shown as it is. */
function asMoment(say: (moment: Moment) => string) {
  return (value: unknown) => (value instanceof Moment ? say(value) : String(value ?? ''));
}

/** An address that may be followed; a cell of networks.csv may hold any. */
function followed(value: unknown): unknown {
  if (value instanceof Link) return value;
  const address = String(value ?? '').trim();
  if (/^(?:https?:|mailto:|tel:)/i.test(address)) return address;
  return address === '' || /^[^/.]*:/.test(address) ? '#' : `https://${address}`;
}

/** No control character, no line break: it becomes a header. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Short, and the same for the same texts. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64url').slice(0, 16);
}
