/**
 * The prefilled answer that comes back: labelled lines, however reordered, requoted or half
 * filled; the subject alone is enough. The labels are those that `format/` prints in the mails.
 */
import type { Answer, Attendee } from '../domain/model.ts';
import { LEXICONS } from './languages.ts';
import type { NewText } from './text/new-text.ts';

export interface FilledForm {
  readonly answer?: Answer;
  readonly seats?: number;
  readonly attendees: readonly Attendee[];
  /** By the letter that was printed before the question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly remark?: string;
  /** The field that decided, as written. */
  readonly sentence: string;
  /** Subject and field disagree. */
  readonly disagrees: boolean;
  /** The field holds more than the answer: "JA, hvis vi får passet børnene". */
  readonly qualified?: string;
  /** What was written beside the fields. */
  readonly beside: string;
}

const LABELS: Readonly<Record<'answer' | 'seats' | 'names' | 'remark' | 'ref', RegExp>> = {
  answer: /^(?:svar|answer|antwort|reply)\s?:/i,
  seats: /^(?:antal|number|anzahl|antall|seats)\s?:/i,
  names: /^(?:navne?|names?|namen?|namn)\s?:/i,
  remark: /^(?:besked|message|nachricht|meddelande|melding|remark|bemærkning|bemerkung)\s?:/i,
  ref: /^(?:ref|reference|referenz|referens|referanse)\s?[.:]/i,
};
const NAMES = Object.keys(LABELS) as (keyof typeof LABELS)[];
const MARKED = /^[^:.]{2,12}[:.]/;
const QUESTION = /^([A-Z])[.)]\s/;

const SAYS: readonly (readonly [RegExp, Answer])[] = [
  [/^(?:ja|yes)(?![\p{L}])/iu, 'accepted'],
  [/^(?:nej|nein|nei|no)(?![\p{L}])/iu, 'declined'],
  [
    /^(?:måske|maaske|m.{1,2}ske|maybe|perhaps|vielleicht|kanske|kanskje)(?![\p{L}])/iu,
    'tentative',
  ],
];

/** Most mails hold no line of a form. */
const ANSWERED = /(?:svar|answer|antwort|reply)\s?:/i;

function isQualified(value: string): boolean {
  return value.trim().split(/\s+/).length > 1;
}

function answerOf(value: string): Answer | undefined {
  const text = value.trim();
  return SAYS.find(([pattern]) => pattern.test(text))?.[1];
}

const PREFIX = /^(?:(?:re|sv|vs|aw|svar|antw|fw|fwd|wg|vb)(?:\[\d+\])?\s*:\s*)+/i;

/** `JA - Træf (ref. 7QK-2M4-XDF)`: yes, where both the word and a reference stand in it. */
function answerInSubject(subject: string): Answer | undefined {
  const bare = subject.replace(PREFIX, '');
  if (!/^\p{L}{2,12}\s+[-–—]\s/u.test(bare) || !/\(?ref\b/i.test(bare)) return undefined;
  return answerOf(bare);
}

/** The subject names a reference, as those do that our links fill in. */
export function isReferred(subject: string): boolean {
  return /\(ref\b[^)]{8,20}\)/i.test(subject);
}

/** undefined where neither the text nor the subject is a form of ours. */
export function readForm(
  { text, quoted }: Pick<NewText, 'text' | 'quoted'>,
  subject: string,
): FilledForm | undefined {
  const inSubject = answerInSubject(subject);
  if (inSubject === undefined && !ANSWERED.test(text.replaceAll('*', ''))) return undefined;
  let fields = fieldsIn(text);
  // Some programmes quote even what a link has filled in.
  if (inSubject !== undefined && text === '') {
    const requoted = fieldsIn(quoted);
    if (answerOf(requoted.named.get('answer') ?? '') === inSubject) fields = requoted;
  }
  const value = fields.named.get('answer');
  const inField = value === undefined ? undefined : answerOf(value);
  if (inSubject === undefined && (inField === undefined || fields.named.size < 2)) return undefined;
  const answer = inField ?? inSubject;
  const seats = seatsOf(fields.named.get('seats') ?? '');
  const comes = answer === 'accepted' || answer === 'tentative';
  const remark = fields.named.get('remark')?.trim();
  return {
    ...(answer && { answer }),
    ...(comes && seats !== undefined && { seats }),
    attendees: comes ? attendeesOf(fields.named.get('names') ?? '') : [],
    answers: Object.fromEntries(fields.questions),
    ...(remark && { remark: remark.slice(0, 2_000) }),
    sentence: inField === undefined ? subject : `${fields.answerLine}`,
    disagrees: inField !== undefined && inSubject !== undefined && inField !== inSubject,
    ...(inField !== undefined && value !== undefined && isQualified(value) && { qualified: value }),
    beside: fields.beside.trim(),
  };
}

function fieldsIn(text: string) {
  const named = new Map<string, string>();
  const questions = new Map<string, string>();
  const beside: string[] = [];
  let answerLine = '';
  const lines = linesIn(text);
  const isDoubled = isDoubleSpaced(lines);
  let open: Open | undefined;
  /** A blank line stands between the field and what follows. */
  let gap = false;
  for (const raw of lines) {
    const line = raw.replace(/^[>|\s]+/, '').slice(0, 1_000);
    const label = MARKED.test(line) ? NAMES.find((name) => LABELS[name].test(line)) : undefined;
    const question = QUESTION.exec(line)?.[1];
    if (label) {
      const value = line.slice(line.search(/[:.]/) + 1).trim();
      if (label === 'answer' && answerLine === '') answerLine = line.trim();
      if (!named.has(label)) named.set(label, value);
      open = label === 'ref' || label === 'answer' ? undefined : { fields: named, key: label };
      gap = false;
    } else if (question !== undefined) {
      questions.set(question, line.slice(2).trim());
      open = { fields: questions, key: question };
      gap = false;
    } else if (line.trim() === '') {
      if (open && endsAtBlank(open) && !isDoubled) open = undefined;
      gap = true;
    } else {
      if (open) {
        const { fields, key } = open;
        fields.set(key, `${fields.get(key) ?? ''}\n${line.trim()}`.trim());
      }
      // Behind a blank line it may be said of something else.
      if (!open || gap) beside.push(line);
    }
  }
  return { named, questions, answerLine, beside: beside.join('\n') };
}

/** A field, or a question, that the next lines go on with. */
interface Open {
  readonly fields: Map<string, string>;
  readonly key: string;
}

/** It holds something: not only its label or its question. A remark may have several paragraphs. */
function endsAtBlank({ fields, key }: Open): boolean {
  return key !== 'remark' && !/^$|[?:]$/.test((fields.get(key) ?? '').trim());
}

/** As Outlook writes text: a blank line behind every other. */
function isDoubleSpaced(lines: readonly string[]): boolean {
  const filled = lines.map((line) => line.trim() !== '');
  return (
    filled.filter(Boolean).length >= 4 && !filled.some((is, at) => is && filled[at + 1] === true)
  );
}

/** A line a field, also where a programme made one line of all. */
function linesIn(text: string): readonly string[] {
  return text
    .replaceAll('*', '')
    .split('\n')
    .slice(0, MANY_LINES)
    .flatMap((line) => (LABELS.answer.test(line.trim()) ? line.split(NEXT_LABEL) : [line]));
}

const MANY_LINES = 400;
const NEXT_LABEL =
  /\s(?=(?:antal|number|anzahl|navne|names|namen|besked|message|nachricht|ref)\s?:)/i;

/** One number and no other: `2`, `2 personer`, `to`. */
function seatsOf(value: string): number | undefined {
  const numbers = value.match(/\d+/g) ?? [];
  if (numbers.length === 1) {
    const seats = Number(numbers[0]);
    return seats >= 1 && seats <= 999 ? seats : undefined;
  }
  const [word = ''] = value
    .trim()
    .toLowerCase()
    .split(/[\s.,]/);
  const written = LEXICONS.map((lexicon) =>
    lexicon.numbers.findIndex((ways) => ways.includes(word)),
  );
  const found = written.find((index) => index >= 0);
  return numbers.length > 0 || found === undefined ? undefined : found + 1;
}

const MANY = 100;
const ADDRESS = /[^\s<>()[\]]{1,64}@[^\s<>()[\]]{1,250}/;

/** `Anna Holm, Bo Berg og Carl <carl@…>`: by commas, semicolons, lines and "and". */
function attendeesOf(value: string): readonly Attendee[] {
  return value
    .slice(0, 4_000)
    .split(/[\n,;]|\s(?:og|and|und|och|&|\+)\s/i)
    .map((each) => each.replace(/^[\s*•–-]+|\s+$/g, ''))
    .filter((each) => /\p{L}{2}/u.test(each))
    .slice(0, MANY)
    .map((each): Attendee => {
      const email = ADDRESS.exec(each)?.[0];
      const name = each
        .replace(ADDRESS, '')
        .replace(/[<>()[\]]/g, '')
        .trim()
        .slice(0, 200);
      return { ...(name && { name }), ...(email && { email: email.toLowerCase() }) };
    });
}
