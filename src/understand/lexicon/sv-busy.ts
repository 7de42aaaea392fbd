/** What somebody is busy with that day, as Swedish has it. */
import type { Lexicon } from './lexicon.ts';

export const swedishBusy = {
  away: [],
  busy: [
    'har (?:(?:vi|jag|tyvärr|ju|redan|själva) )*(?:(?:en|ett|vår|vårt|eget|egen) )*(?:biljetter|skolavslutning|studentskivor|student|möte|fest|gäster|besök|inventering|öppet hus|träning|match|prov|tandläkartid|läkartid)',
    'är det (?:(?:tyvärr|ju|redan) )*(?:\\S+ )?(?:skolavslutning|studentskivor|studenten|årsmöte|bröllop|begravning|marknad|festival)',
    'det är (?:(?:tyvärr|ju|redan) )*(?:\\S+ )?(?:skolavslutning|studentskivor|studenten|årsmöte|bröllop|begravning|marknad|festival)',
    '(?:är|ska|reser|åker|sitter) (?:(?:vi|jag|tyvärr|ju|själva) )*(?:på|till|upp till|ner till) (?!(?:jobbet|kontoret|plats|er|nykøbing|falster|lolland|mötet|träffen|gång|väg|den|det|en|ett|min|mitt|tiden)(?!\\S))\\S+',
    '(?:har|håller|firar) (?:(?:vi|jag|tyvärr|ju|själva|vår|vårt|en|ett|eget) )*\\S*(?:årsmöte|styrelsemöte|möte|bröllop|konfirmation|begravning|jour|kvällspass|nattpass|körövning|konsert|kurs|jubileum|fest|tenta)',
    '(?:ska|är|reser) (?:(?:vi|jag|tyvärr|ju|själva) )*(?:i|på|till) (?:(?:en|ett) )*(?:semester|resa|kurs|jobbet|jobb|tjänsteresa|stugan|bröllop|begravning|konfirmation|utlandet|danmark|norge|spanien|tyskland|england|london|italien|frankrike|grekland|stockholm|göteborg|malmö|gotland)',
    'ska (?:(?:vi|jag|tyvärr|ju|själva) )*(?:jobba|arbeta|passa barnbarn|opereras)',
  ],
  thatDay: [
    '(?:(?:just|precis|på|i|hela) )*(?:den|samma|denna|den samma) (?:kvällen|kväll|dagen|dag|datumet|veckan|onsdagen)',
    'samtidigt',
    '^då(?= (?:är|ska|har) (?:vi|jag))',
    '(?:har|är) .* då$',
    '(?<!(?:till|från|före|efter) )den \\d{1,2}(?! (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\\S))',
    '(?:hela |i )*vecka \\d{1,2}',
  ],
} satisfies Partial<Lexicon>;
