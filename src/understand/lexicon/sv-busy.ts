/** What somebody is busy with that day, as Swedish has it. */
import { DAYS } from './days.ts';
import { row, type Lexicon } from './lexicon.ts';

const { weekday } = DAYS.sv;

const abroad =
  row(`norge finland island tyskland england skottland irland frankrike spanien portugal italien grekland
  turkiet kroatien polen holland belgien österrike schweiz usa thailand kreta rhodos mallorca kanarieöarna cypern malta
  egypten kina japan svalbard`);

export const swedishBusy = {
  towards: row('i på till'),
  nounsHaveCapitals: false,
  abroad,
  lands: row('sverige danmark'),
  towns: row(
    'stockholm göteborg malmö lund uppsala gotland öland skåne dalarna köpenhamn oslo helsingfors berlin london paris rom',
  ),
  away: [],
  busy: [
    '(?:jobbar|arbetar) (?:(?:vi|jag|tyvärr|ju|då|den) )*(?:kväll|natt|sent|helg|helgen|kvällen|dagen|veckan)',
    'har (?:(?:vi|jag|tyvärr|ju|redan) )*lovat bort (?:mig|oss|kvällen|dagen|helgen)',
    '(?:är|blivit) (?:(?:vi|jag|tyvärr|ju|redan) )*(?:bjudna?|inbjudna?) (?:till|på)',
    '(?:krockar|kolliderar) (?:(?:tyvärr|det|den|ju) )*med',
    '(?:seglar|flyger) (?:(?:vi|jag|tyvärr|ju) )*(?:till|mot) (?!@)\\S+',
    'har (?:(?:vi|jag|tyvärr|ju|redan|själva) )*(?:(?:en|ett|vår|vårt|eget|egen) )*(?:biljetter|skolavslutning|studentskivor|student|möte|fest|gäster|besök|inventering|öppet hus|träning|match|prov|tandläkartid|läkartid)',
    'är det (?:(?:tyvärr|ju|redan) )*(?:\\S+ )?(?:skolavslutning|studentskivor|studenten|årsmöte|bröllop|begravning|marknad|festival)',
    'det är (?:(?:tyvärr|ju|redan) )*(?:\\S+ )?(?:skolavslutning|studentskivor|studenten|årsmöte|bröllop|begravning|marknad|festival)',
    '(?:har|håller|firar) (?:(?:vi|jag|tyvärr|ju|själva|vår|vårt|en|ett|eget) )*\\S*(?:årsmöte|styrelsemöte|möte|bröllop|konfirmation|begravning|jour|kvällspass|nattpass|körövning|konsert|kurs|jubileum|fest|tenta)',
    `(?:ska|är|reser) (?:(?:vi|jag|tyvärr|ju|själva) )*(?:i|på|till) (?:(?:en|ett) )*(?:semester|resa|kurs|jobbet|jobb|tjänsteresa|stugan|bröllop|begravning|konfirmation|utlandet|${[...abroad, '@elsewhere'].join('|')})`,
    'ska (?:(?:vi|jag|tyvärr|ju|själva) )*(?:jobba|arbeta|passa barnbarn|opereras)',
  ],
  farewell: ['ha (?:det|en|så) (?:\\S+ )?(?:kul|roligt|trevligt|trevlig kväll)', 'mycket nöje'],
  whereabouts: [
    '(?:är|ska|reser|åker|sitter) (?:(?:vi|jag|tyvärr|ju|själva) )*(?:i|på|till|upp till|ner till) (?!(?:jobbet|kontoret|plats|er|@here|mötet|träffen|gång|väg|den|det|en|ett|min|mitt|tiden)(?!\\S))\\S+',
  ],
  thatDay: [
    `(?:(?:just|precis|på|i|hela) )*(?:den|samma|denna|den samma) (?:kvällen|kväll|dagen|dag|datumet|veckan|helgen|${weekday}en)`,
    'samtidigt',
    '(?<=\\S )då$',
    '^då(?= (?:är|ska|har) (?:vi|jag))',
    '(?:har|är) .* då$',
    '(?<!(?:till|från|före|efter) )den \\d{1,2}(?! (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?!\\S))',
    '(?:hela |i )*vecka \\d{1,2}',
  ],
} satisfies Partial<Lexicon>;
