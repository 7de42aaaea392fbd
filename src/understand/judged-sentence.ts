/** What one sentence says: its clauses are heard one by one, and must agree. */
import { takeApart, type Clause, type Sentence } from './clauses.ts';
import { hear, isAside, saysNothing, type Heard, type Sense } from './hearing.ts';
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
  readonly leans?: Sense;
  /** A yes of who writes. */
  readonly own?: boolean;
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

function weigh(sentence: Sentence, list: WordList): Judged {
  const { written, lower } = sentence;
  const { asks, said, clauses } = takeApart(sentence, list);
  const all = withoutPractical(
    clauses.map((clause, at) => hear(clause, at, list)),
    clauses,
    list,
  );
  // "We would love to come, but we cannot": the wish is taken back.
  const taken = all.some(({ sense }) => sense === 'no');
  // "We have a meeting that day, so it is a perhaps."
  const perhaps = all.some(({ sense }) => sense === 'maybe');
  const heard = all.map((each) =>
    (taken && each.wished) || (perhaps && each.inferred) ? {} : each,
  );
  const senses = new Set(heard.flatMap(({ sense }) => sense ?? []));
  const [one] = senses;
  // "We come, but our treasurer cannot."
  const own = heard.some(({ sense }, at) => sense === 'yes' && list.has('own', clauses[at]!.text));
  const leaning = heard.filter((each) => each.leans && !(own && each.ofOther));
  const leans = leaning[0]?.leans;
  const ofOther = leaning.length > 0 && leaning.every((each) => each.ofOther);
  const lean = one ?? leans;
  const isEmpty = ({ silent }: Heard, at: number) =>
    silent === true && saysNothing(clauses[at]!, list);
  const isStrange = (each: Heard, at: number) =>
    each.sense === undefined && !each.joy && !each.practical && !isEmpty(each, at);
  const isTurn = (each: Heard, at: number) =>
    isStrange(each, at) && !(each.silent && isAside(clauses[at]!, list));
  const about = {
    sentence: written,
    lower,
    bare: false,
    joy: false,
    empty: () => false,
    asks,
  } as const;
  const told = all.some((each) => each.practical) ? list.without('practical', said) : said;
  const plain = list.without('no', list.without('firmNo', list.without('despite', told)));
  const depends = list.has('condition', plain);
  const doubtful = {
    ...about,
    ...(lean && { leans: lean, ofOther, depends: depends && lean === 'yes' }),
  };
  if (asks || list.has('hearsay', lower) || quotes(written, list)) return doubtful;
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
    const joy = !hedged && heard.some((each) => each.joy);
    return { ...about, joy, empty: () => heard.every(isEmpty) };
  }
  if (senses.size > 1) {
    // "Vi ved det ikke endnu, måske kommer vi": the doubt is what they say.
    const unsure = senses.has('maybe') && !senses.has('no') && leans !== 'no';
    return unsure ? { ...about, sense: 'maybe' } : doubtful;
  }
  if (one === 'maybe') return { ...about, sense: one };
  const limited = heard.some((each) => each.limited);
  if (depends || limited || (leans !== undefined && leans !== one)) return doubtful;
  const bare = heard.every((each) => each.sense === undefined || each.bare);
  // "It sounds nice, but no."
  const ends = one === 'no' && clauses.at(-1)!.but && heard.at(-1)!.bare;
  const strange = bare && !ends && heard.some(isStrange);
  // "The answer is yes, you may borrow it."
  const grants = clauses.some(({ text }) => list.has('grants', text));
  if (one === 'yes' && grants && !list.has('own', lower)) return doubtful;
  if (one === 'yes') {
    // "It is far, but my neighbour drives: we come" is not turned around; "we come, but …" may be.
    const last = heard.findLastIndex(({ sense }) => sense === 'yes');
    const turned = heard.some((each, at) => at > last && clauses[at]!.but && isTurn(each, at));
    return hedged || turned || strange ? doubtful : { ...about, sense: one, bare, own };
  }
  // "I cannot, but perhaps Lise can": for the network that may be a yes.
  const other = heard.some((each, at) => {
    const { but } = clauses[at]!;
    const text = list.without('wish', clauses[at]!.text);
    if (!isStrange(each, at)) return false;
    // "I cannot, perhaps Lise can"; but "I cannot, perhaps next time" is a courtesy.
    if (list.has('maybe', text))
      return !list.has('elsewhen', text) && (but || !list.has('regret', lower));
    return but && (list.has('yes', text) || list.has('hedge', text));
  });
  // "I work that evening but finish at four": it is not said that she will not come then.
  const inferred = heard.every((each) => each.sense === undefined || each.inferred);
  const goesOn = heard.some((each, at) => clauses[at]!.but && isTurn(each, at));
  if (other || (inferred && (hedged || goesOn || list.has('maybe', lower)))) return doubtful;
  // "Sorry, I can't find the address": the regret is for something else.
  const refused = heard.some(
    ({ sense }, at) => sense === 'no' && list.without('regret', clauses[at]!.text) !== '',
  );
  const certain = !strange || (refused && list.has('regret', lower));
  return certain ? { ...about, sense: one, bare, inferred, sorry: bare && !refused } : doubtful;
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
