/** What one sentence says: its clauses are heard one by one, and must agree. */
import { takeApart, type Clause, type Sentence } from './clauses.ts';
import { hear, isAside, isOfNamed, saysNothing, type Heard, type Sense } from './hearing.ts';
import type { WordList } from './word-list.ts';

/** What one sentence says of coming. */
export interface Judged {
  /** As written. */
  readonly sentence: string;
  /** Without its punctuation, as the lists have it. */
  readonly lower: string;
  readonly sense?: Sense;
  readonly bare: boolean;
  /** Nothing but a word of regret. */
  readonly sorry?: boolean;
  /** A no only by where they are that day. */
  readonly inferred?: boolean;
  readonly joy: boolean;
  /** Only where they are that day. */
  readonly there?: boolean;
  readonly leans?: Sense;
  /** A yes of who writes. */
  readonly own?: boolean;
  /** A yes that is only wished for. */
  readonly wished?: boolean;
  /** A yes of somebody named, and not of who writes. */
  readonly ofNamed?: boolean;
  /** It leans so only for somebody else of the network. */
  readonly ofOther?: boolean;
  /** Narrows a yes that stands before it. */
  readonly onlyIf?: boolean;
  /** A yes that hangs on something: if, provided that. */
  readonly depends?: boolean;
  /** Nothing but thanks and greetings; asked only where something else answers. */
  empty(): boolean;
  readonly asks: boolean;
}

/** Most sentences hold no word that could answer: those are taken apart only when it matters. */
export function judge(sentence: Sentence, list: WordList): Judged {
  if (list.speaks(sentence.lower)) return weigh(sentence, list);
  const { written, lower } = sentence;
  const about = { sentence: written, lower, bare: false, joy: false, asks: false };
  return { ...about, empty: () => weigh(sentence, list).empty() };
}

/** A clause, and what is heard in it. */
interface Part extends Heard {
  readonly clause: Clause;
}

/** A sentence whose clauses say one thing: yes or no. */
interface Weighed {
  readonly lower: string;
  readonly list: WordList;
  readonly parts: readonly Part[];
  readonly hedged: boolean;
  /** Nothing but "yes", "no" and the like. */
  readonly bare: boolean;
}

function weigh(sentence: Sentence, list: WordList): Judged {
  const { written, lower } = sentence;
  const { asks, said, clauses } = takeApart(sentence, list);
  const parts = partsOf(clauses, list);
  const senses = new Set(parts.flatMap(({ sense }) => sense ?? []));
  const [one] = senses;
  // "We come, but our treasurer cannot."
  const own = parts.some(({ sense, clause }) => sense === 'yes' && list.has('own', clause.text));
  const leaning = parts.filter((each) => each.leans && !(own && each.ofOther));
  const leans = leaning[0]?.leans;
  const ofOther = leaning.length > 0 && leaning.every((each) => each.ofOther);
  const lean = one ?? leans;
  const told = parts.some(({ practical }) => practical) ? list.without('practical', said) : said;
  const plain = list.without('no', list.without('firmNo', list.without('despite', told)));
  const depends = list.has('condition', plain);
  const about = {
    sentence: written,
    lower,
    bare: false,
    joy: false,
    there: parts.some((part) => part.there),
    empty: () => false,
    asks,
  } as const;
  const doubtful = {
    ...about,
    ...(lean && { leans: lean, ofOther, depends: depends && lean === 'yes' }),
  };
  const isOfWords = (['hearsay', 'untrue'] as const).some((key) => list.has(key, lower));
  if (asks || isOfWords || quotes(written, list)) return doubtful;
  const hedged = list.has('hedge', list.without('wish', plain));
  if (one === undefined) {
    if (leans !== undefined) return doubtful;
    // "Ja! Hvis vi får passet børnene."
    const [{ text } = { text: '' }] = clauses;
    const short = clauses.length === 1 && text.split(' ').length < 12;
    if (depends && short && isProviso(text, list)) {
      const onlyIf = isOnlyIf(text, list);
      return { ...about, leans: 'yes', onlyIf, depends: list.opens('condition', lower) };
    }
    const joy = !hedged && !depends && parts.some((each) => each.joy);
    return { ...about, joy, empty: () => parts.every((part) => isEmpty(part, list)) };
  }
  if (senses.size > 1) {
    // "Vi ved det ikke endnu, måske kommer vi": the doubt is what they say.
    const unsure = senses.has('maybe') && !senses.has('no') && leans !== 'no';
    return unsure ? { ...about, sense: 'maybe' } : doubtful;
  }
  if (one === 'maybe') return { ...about, sense: one };
  const limited = parts.some((each) => each.limited);
  if (depends || limited || (leans !== undefined && leans !== one)) return doubtful;
  const bare = parts.every((each) => each.sense === undefined || each.bare);
  const weighed = { lower, list, parts, hedged, bare };
  const plainly = one === 'yes' ? plainYes(weighed) : plainNo(weighed);
  return plainly
    ? { ...about, sense: one, bare, ...(one === 'yes' && { own }), ...plainly }
    : doubtful;
}

function partsOf(clauses: readonly Clause[], list: WordList): readonly Part[] {
  const heard = withoutPractical(
    clauses.map((clause, at) => hear(clause, at, list)),
    clauses,
    list,
  );
  // "We would love to come, but we cannot": the wish is taken back.
  const taken = heard.some(({ sense }) => sense === 'no');
  // "We have a meeting that day, so it is a perhaps." "I cannot say yet, sorry."
  const perhaps = heard.some(({ sense }) => sense === 'maybe');
  return heard.map((each, at) => {
    const clause = clauses[at]!;
    const isOver =
      (taken && each.wished) || (perhaps && (each.inferred || isSorry(each, clause, list)));
    return isOver ? { clause } : { ...each, clause };
  });
}

function isEmpty({ silent, clause }: Part, list: WordList): boolean {
  return silent === true && saysNothing(clause, list);
}

function isStrange(part: Part, list: WordList): boolean {
  return part.sense === undefined && !part.joy && !part.practical && !isEmpty(part, list);
}

/** "Yes, both invoices." */
function isBusiness({ sense, clause }: Part, list: WordList): boolean {
  return sense === undefined && list.has('business', clause.text);
}

/** Nothing but a word of regret. */
function isSorry({ sense, bare }: Heard, { text }: Clause, list: WordList): boolean {
  return sense === 'no' && bare === true && list.without('regret', text) === '';
}

/** It may turn around what was said before. */
function isTurn(part: Part, list: WordList): boolean {
  return part.clause.but && isStrange(part, list) && !(part.silent && isAside(part.clause, list));
}

/** "We talked about it over breakfast, and the verdict is yes." */
function concludes(parts: readonly Part[], list: WordList): boolean {
  const last = parts.at(-1)!;
  const ends = last.bare === true && list.opens('concludes', last.clause.text);
  return ends && !parts.some(({ clause }) => list.has('business', clause.text));
}

/** Undefined where something beside the yes makes it doubtful. */
function plainYes({ lower, list, parts, hedged, bare }: Weighed): Partial<Judged> | undefined {
  // "The answer is yes, you may borrow it."
  const grants = parts.some(({ clause }) => list.has('grants', clause.text));
  if (grants && !list.has('own', lower)) return undefined;
  // "It is far, but my neighbour drives: we come" is not turned around; "we come, but …" may be.
  const last = parts.findLastIndex(({ sense }) => sense === 'yes');
  const turned = parts.slice(last + 1).some((part) => isTurn(part, list));
  const ends = concludes(parts, list);
  const strange =
    bare && !ends && parts.some((part) => isStrange(part, list) || isBusiness(part, list));
  // "Me, Kate and Dev are coming" is of who writes; "not me, but Dennis will be there" is not.
  const mine = parts.filter(({ sense, clause }) => !sense && list.has('own', clause.text));
  const ofNamed =
    parts.every(({ sense, clause }) => sense !== 'yes' || isOfNamed(clause, list)) &&
    mine.every((part) => isStrange(part, list));
  const notMine = ofNamed && mine.length > 0;
  const wished = parts.every((part) => part.sense !== 'yes' || part.wished);
  // "I would love to come, put me down as a maybe in your list."
  const perhaps = parts.some(
    (part) =>
      part.sense === undefined &&
      list.has('own', part.clause.text) &&
      (['maybe', 'firmMaybe'] as const).some((key) => list.has(key, part.clause.text)),
  );
  return hedged || turned || strange || notMine || perhaps ? undefined : { ofNamed, wished };
}

/** Undefined where something beside the no makes it doubtful. */
function plainNo({ lower, list, parts, hedged, bare }: Weighed): Partial<Judged> | undefined {
  if (parts.some((part) => isOther(part, lower, list))) return undefined;
  // "I work that evening but finish at four": it is not said that she will not come then.
  const inferred = parts.every((each) => each.sense === undefined || each.inferred);
  const goesOn = parts.some((part) => isTurn(part, list));
  if (inferred && (hedged || goesOn || list.has('maybe', lower))) return undefined;
  // "It sounds nice, but no."
  const last = parts.at(-1)!;
  const ends = (last.clause.but && last.bare) || concludes(parts, list);
  const strange = bare && !ends && parts.some((part) => isStrange(part, list) && !part.busy);
  // "Sorry, I can't find the address": the regret is for something else.
  const refused = parts.some(
    ({ sense, clause }) => sense === 'no' && list.without('regret', clause.text) !== '',
  );
  const certain = !strange || (refused && list.has('regret', lower));
  return certain ? { inferred, sorry: bare && !refused } : undefined;
}

/** "I cannot, but perhaps Lise can": for the network that may be a yes. */
function isOther(part: Part, lower: string, list: WordList): boolean {
  if (!isStrange(part, list)) return false;
  const { but } = part.clause;
  const text = list.without('wish', part.clause.text);
  // "I cannot, perhaps Lise can"; but "I cannot, perhaps next time" is a courtesy.
  if (list.has('maybe', text))
    return !list.has('elsewhen', text) && (but || !list.has('regret', lower));
  return but && (list.has('yes', text) || list.has('hedge', text));
}

/** "We come, but must leave at eight": what goes with an answer turns none around. */
function withoutPractical(
  heard: readonly Heard[],
  clauses: readonly Clause[],
  list: WordList,
): readonly Heard[] {
  const practical = clauses.map(({ text }) => list.has('practical', text));
  const answers = heard.filter(({ sense }, at) => sense !== undefined && !practical[at]);
  const comes = answers.some(({ sense, bare }) => sense === 'yes' && !bare);
  const onlyBare = answers.every(({ bare }) => bare);
  return heard.map((each, at) => {
    if (!practical[at] || answers.length === 0 || (onlyBare && !clauses[at]!.but)) return each;
    return comes || (each.sense === undefined && each.leans === undefined)
      ? { practical: true }
      : each;
  });
}

/** "If we find a sitter", "only if it is dry"; not "ring me if there is anything". */
function isProviso(text: string, list: WordList): boolean {
  const before = text.slice(0, list.where('condition', text)[0]?.index).trim();
  return (
    before === '' || isOnlyIf(text, list) || before.split(' ').every((word) => list.isAround(word))
  );
}

/** "Only if it is dry." */
function isOnlyIf(text: string, list: WordList): boolean {
  const [hinge] = list.where('condition', text);
  return hinge !== undefined && list.has('limits', text.slice(0, hinge.index).trim());
}

const QUOTED = /["“”„«»](.{2,80}?)["“”«»]/u;

/** `My "yes, I come" was for my sister.` */
function quotes(written: string, list: WordList): boolean {
  const quoted = QUOTED.exec(written)?.[1]?.toLowerCase();
  if (quoted === undefined) return false;
  const plain = quoted.replace(/[^\p{L}\p{N}' ]+/gu, ' ').trim();
  // `Put me down as "perhaps".`
  return list.speaks(plain) && !list.is('maybe', plain);
}
