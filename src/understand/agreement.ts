/** What all sentences of a mail say together. One that says otherwise makes an answer a question. */
import type { Answer } from '../domain/model.ts';
import type { Sentence } from './clauses.ts';
import type { Sense } from './hearing.ts';
import { judge, type Judged } from './judged-sentence.ts';
import type { WordList } from './word-list.ts';

export interface Agreed {
  /** Only where it is certain. */
  readonly answer?: Answer;
  /** Likely, for a person to confirm. */
  readonly suggestion?: Answer;
  /** What is suggested hangs on something: "we come if …". */
  readonly depends?: boolean;
  /** The sentence that decided, or that made it doubtful; as written. */
  readonly sentence?: string;
  /** An answer that other words of the mail call in doubt. */
  readonly held?: boolean;
  /** Nothing but thanks and greetings; asked only where it matters. */
  saysNothing?(): boolean;
  /** What all of it sounds like, which is not enough for an answer. */
  readonly soundsLike?: Answer;
  /** By how all of it sounds, where the words alone do not decide. */
  readonly asAWhole?: boolean;
}

const ANSWER: Readonly<Record<Sense, Answer>> = {
  yes: 'accepted',
  no: 'declined',
  maybe: 'tentative',
};

/** A mail, sentence by sentence, as one language hears it. */
interface Mail {
  readonly list: WordList;
  readonly sentences: readonly Sentence[];
  readonly judged: readonly Judged[];
  /** All of it, lower case, a point between sentences. */
  readonly all: string;
  /** Sentences that answer. */
  readonly decided: readonly Judged[];
  /** Sentences that only lean towards an answer. */
  readonly leaning: readonly Judged[];
  readonly joyful: Judged | undefined;
}

/** A mail in which something answers. */
interface AnsweringMail extends Mail {
  /** What its first answer is. */
  readonly one: Sense;
  /** Nothing but "yes", "no" and the like. */
  readonly bare: boolean;
}

/** `isWhole`: not only the beginning of a long text. */
export function agree(sentences: readonly Sentence[], list: WordList, isWhole: boolean): Agreed {
  const mail = heard(sentences, list);
  const isCertain = isWhole && !isTurned(mail);
  const [first] = mail.decided;
  if (!first) return withoutAnswer(mail, isCertain);
  const one = first.sense!;
  const answering = { ...mail, one, bare: mail.decided.every(({ bare }) => bare) };
  const disputing = mail.leaning.find((each) => disputes(each, answering));
  const ask = suggested(mail, one, (disputing ?? first).sentence);
  if (!isCertain || disputing) return ask;
  const doubt = DOUBTS.find((each) => each(answering));
  if (doubt) return { ...ask, ...(doubt === isOfBusiness && { held: true }) };
  return { answer: ANSWER[one], sentence: first.sentence };
}

function heard(sentences: readonly Sentence[], list: WordList): Mail {
  const all = sentences.map(({ lower }) => lower).join(' . ');
  const judged = withRegret(
    sentences.map((sentence) => judge(sentence, list)),
    all,
    list,
  );
  const stated = judged.filter(({ sense }) => sense !== undefined);
  // "I have a meeting that day." "I would love to come." "Put me down as a maybe."
  const perhaps = stated.some(({ sense }) => sense === 'maybe');
  return {
    list,
    sentences,
    judged,
    all,
    decided: stated.filter(({ inferred, wished }) => !(perhaps && (inferred || wished))),
    leaning: judged.filter(({ sense, leans }) => leans !== undefined && sense === undefined),
    joyful: judged.find(({ joy }) => joy),
  };
}

/** "Sadly I am in Leeds that day": away, wherever the meeting is. */
function withRegret(judged: readonly Judged[], all: string, list: WordList): readonly Judged[] {
  if (!judged.some(({ there }) => there)) return judged;
  const regrets = (text: string) => list.has('regret', list.without('harmless', text));
  if (!regrets(all) && !list.has('farewell', all)) return judged;
  return judged.map((each) => {
    const { there, sense, leans = 'no', asks, lower } = each;
    if (!there || asks || sense !== undefined || leans !== 'no') return each;
    return { ...each, sense: 'no', inferred: !regrets(lower) };
  });
}

function withoutAnswer(mail: Mail, isCertain: boolean): Agreed {
  const { joyful, judged, leaning } = mail;
  // "See you there!", and nothing but courtesies beside it.
  if (joyful && isCertain && !judged.some(isStrange))
    return { answer: 'accepted', sentence: joyful.sentence };
  const [first] = leaning;
  if (!first && !joyful) return { saysNothing: () => judged.every((each) => each.empty()) };
  return suggested(mail, first?.leans ?? (joyful && 'yes'), (first ?? joyful)?.sentence);
}

function suggested(
  { judged }: Mail,
  lean: Sense | undefined,
  sentence: string | undefined,
): Agreed {
  return {
    ...(lean && { suggestion: ANSWER[lean], depends: judged.some(({ depends }) => depends) }),
    ...(sentence !== undefined && { sentence }),
  };
}

/** Neither an answer nor a courtesy. */
function isStrange({ sense, joy, empty }: Judged): boolean {
  return sense === undefined && !joy && !empty();
}

/** Words that turn whatever was said: "forget it", "another evening", irony. */
function isTurned(mail: Mail): boolean {
  const { list, all } = mail;
  const turns = (['retracts', 'elsewhere', 'jests'] as const).some((key) => list.has(key, all));
  return turns || isTakenBack(mail);
}

const SAID = ['yes', 'firmYes', 'bareYes', 'no', 'firmNo', 'bareNo', 'maybe', 'firmMaybe'] as const;

/** "We come. Forget it." */
function isTakenBack({ sentences, judged, list }: Mail): boolean {
  return sentences.some(({ lower }, at) => {
    const [back] = list.where('revokes', lower);
    if (!back) return false;
    const before = list.without('elsewhen', lower.slice(0, back.index).trim());
    const answered = SAID.some((key) => list.has(key, before));
    return answered || judged.slice(0, at).some(({ sense }) => sense !== undefined);
  });
}

/** A sentence that leans towards another answer. */
function disputes(
  { asks, leans, ofOther }: Judged,
  { one, bare, decided }: AnsweringMail,
): boolean {
  // Questions beside an answer are only questions.
  if (asks && !bare) return false;
  // Who says "perhaps" would like to come.
  if (leans === one || (one === 'maybe' && leans === 'yes')) return false;
  const own = one === 'yes' && !bare && decided.every((each) => each.own);
  return !((own || one === 'maybe') && ofOther);
}

/** Reasons to ask all the same, in the order in which they are looked for. */
const DOUBTS: readonly ((mail: AnsweringMail) => boolean)[] = [
  saysBoth,
  hangsOnQuestion,
  isNarrowed,
  isSetAside,
  isOnlySorry,
  isOfBusiness,
  isOfAnother,
  isStruckOff,
  isHalved,
  offersOther,
  mayStillCome,
];

/** A yes and a no. */
function saysBoth({ one, decided }: AnsweringMail): boolean {
  return decided.some(({ sense }) => sense !== one);
}

/** "Can we afford it? Then we come." "Will you be at the fair? We'll be there." "Absent? No!" */
function hangsOnQuestion({ judged, list }: AnsweringMail): boolean {
  return judged.some(({ sense, lower, bare }, at) => {
    const before = judged[at - 1];
    if (sense === undefined || !before?.sentence.endsWith('?')) return false;
    if (bare && before.leans === 'no') return true;
    return list.opens('thereupon', lower) || list.has('asksBack', before.lower);
  });
}

/** "We come. Only if it does not rain." */
function isNarrowed({ one, judged }: AnsweringMail): boolean {
  return one === 'yes' && judged.some(({ onlyIf }) => onlyIf);
}

/** "Yes, gladly. But not before the summer." */
function isSetAside({ one, bare, judged, list }: AnsweringMail): boolean {
  if (one !== 'yes' || !bare) return false;
  return judged.some(
    (each) =>
      !each.asks &&
      list.opens('but', each.lower) &&
      (['limits', 'condition', 'elsewhen'] as const).some((key) => list.has(key, each.lower)) &&
      isStrange(each),
  );
}

/** "Sorry." beside something else is sorry for that. */
function isOnlySorry({ decided, judged }: AnsweringMail): boolean {
  return decided.every(({ sorry }) => sorry) && judged.some(isStrange);
}

/** "Yes." beside talk of invoices, or of what may be borrowed, may be a yes to those. */
function isOfBusiness({ one, bare, judged, list }: AnsweringMail): boolean {
  if (one === 'maybe' || !bare) return false;
  return judged.some((each) => {
    if (!isStrange(each)) return false;
    // "Of course. Who would not like to sit indoors all evening." is no yes.
    const mocks = !each.sentence.endsWith('?') && list.opens('asks', each.lower);
    return mocks || (['business', 'grants'] as const).some((key) => list.has(key, each.lower));
  });
}

/** "Garth is coming. I would need to be asked twice." */
function isOfAnother({ one, decided, judged, list }: AnsweringMail): boolean {
  if (one !== 'yes' || !decided.every(({ ofNamed }) => ofNamed)) return false;
  return judged.some((each) => !each.asks && isStrange(each) && list.has('own', each.lower));
}

/** "I said we would come. Take me off the list." */
function isStruckOff({ one, all, list }: AnsweringMail): boolean {
  return one === 'yes' && list.has('offList', all);
}

/** "Yes." beside something that leans only half so. */
function isHalved({ one, bare, joyful, leaning }: AnsweringMail): boolean {
  if (one === 'maybe' || !bare || joyful) return false;
  return leaning.some(({ asks, ofOther }) => !asks && !(ofOther && one === 'no'));
}

/** "I cannot. Perhaps Lise can." */
function offersOther({ one, all, judged, list }: AnsweringMail): boolean {
  if (one !== 'no') return false;
  if (list.has('instead', list.without('firmNo', list.without('no', all)))) return true;
  return judged.some(
    (each) =>
      isStrange(each) &&
      list.has('maybe', each.lower) &&
      !list.has('elsewhen', each.lower) &&
      !list.opens('begs', each.lower),
  );
}

/** "I work that evening. I will see whether I can swap." */
function mayStillCome({ decided, judged, list }: AnsweringMail): boolean {
  if (!decided.every(({ inferred }) => inferred)) return false;
  return judged.some(
    (each) =>
      each.joy || each.sentence.endsWith('?') || (isStrange(each) && list.has('hedge', each.lower)),
  );
}
