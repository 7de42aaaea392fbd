/** What keeps somebody away, told as a fact: "samme aften har vi generalforsamling". */
import { DAYS } from './days.ts';
import { row, type Lexicon } from './lexicon.ts';

const { weekday } = DAYS.da;

const one = (words: string) => `(?:${row(words).join('|')})`;

const engagement = `\\S*${one(`fest bryllup begravelse bisættelse koncert premiere generalforsamling møde vagt
  eksamen konfirmation barnedåb jubilæum kor korprøve korøvning prøve træning kamp operation tandlæge lægetid
  stævne forestilling dyrskue vielse undervisning kursus konference arrangement fernisering gæster studietur
  udflugt rejse aftale repetition sportsdag afdansning dimission`)}`;
const away =
  one(`ferie rejse kursus arbejde vagt aftenvagt nattevagt job studietur udflugt tur sommerhus sommerhuset
  hospitalet sygehuset udlandet spejderlejr lejr stævne cykelferie bryllupsrejse højskole barsel orlov`);
const abroad =
  row(`norge sverige finland island tyskland holland belgien england skotland irland frankrig spanien
  portugal italien grækenland kreta rhodos tyrkiet kroatien polen tjekkiet ungarn østrig schweiz usa thailand mallorca
  madeira gran canaria tenerife malta cypern egypten marokko kina japan færøerne grønland svalbard`);
/** Anything but where one may well come from. */
const somewhere = `(?!(?:${row(
  '@here jer dig byen nærheden området egnen plads pletten mødet træffet listen den det en et vores min mit kontoret arbejde vej gaden linje tide møde mødet fri fødderne toppen banen',
).join('|')})(?!\\S))\\S+`;
/** Behind "in" and "to", and not where the meeting is. */
const known = row(
  'uge den det de en et vores min mit hele samme familien går dag morgen aften weekenden udlandet bestyrelsen foreningen klubben netværket lauget gruppen udvalget kirken skolen hallen huset haven butikken stalden marken byrådet koret',
);
const elsewhere = `(?:${[...abroad, '@elsewhere', ...known].join('|')})`;
/** No "in" behind it with a word that may be the name of the meeting's town. */
const notInTown = `(?!.* i (?!${elsewhere}(?!\\S))\\S+)`;
const task =
  '(?:passe (?:børnebørn|barnebarn|børnebørnene|børn)|arbejde|undervise|opereres|synge|spille|rejse|flytte|male)';
/** What somebody does who is not elsewhere as well. */
const doing = one(
  `synger spiller optræder rejser flyver sejler afholder fejrer begraver vandrer sælger holder`,
);
const deed = `(?!${one(`være have vide huske komme deltage møde se høre finde tilmelde betale sende aflevere hente tage
  nå få spise gøre sige lade bruge vente hilse spørge svare kunne give`)}(?!\\S))[a-zæøå]{2,}e(?!\\S)`;
/** What leaves the evening free, or is of the meeting. */
const open = `(?!(?: \\S+)* ${one(`fri fridag ledig ledige hjem hjemme hjemmefra tid plads klar klare parat åben åbent gerne
  med ikke jer jeres dig mødet træffet seminaret arrangementet kalenderen listen først kun næsten lige også nok alligevel
  venteliste rådighed her for oplæg foredrag foredraget tale indlæg kaffe kaffen kage maden ind inn aftalt`)}(?!\\S))(?!.* (?:til|mod) (?!${elsewhere}(?!\\S)))`;
const so = `(?:${row('vi jeg desværre selv jo også allerede nemlig desuden nok mig os').join('|')}|ærgerligt nok)`;
const their = `(?:${row('vores en et min mit egen eget årlige stor stort rund datters søns sin års \\d+ andet anden vigtig vigtigt åbent').join('|')})`;

export const danishBusy = {
  towards: row('i på til'),
  nounsHaveCapitals: false,
  abroad,
  lands: ['danmark'],
  towns: row(
    'københavn odense aarhus århus aalborg ålborg esbjerg skagen jylland fyn sjælland bornholm samsø læsø berlin hamborg london paris rom prag bruxelles stockholm malmø göteborg oslo',
  ),
  away: [],
  busy: [
    `(?:er|blevet) (?:${so} )*(?:inviteret|bedt) (?:til|ud|på|med)`,
    `(?:har|holder|afholder|fejrer) (?:${so} )*(?:${their} )*(?:${engagement}|hus)`,
    `(?:skal|er|står|tager) (?:${so} )*(?:ude )?(?:med )?(?:til|på|for|i) (?:${their} )*${engagement}`,
    `(?:er|befinder|sidder|rejser|flyver|tager|skal|ligger) (?:${so} )*(?:i|på|til) (?:${[away, ...abroad, '@elsewhere'].join('|')})`,
    `skal (?:${so} )*${task}`,
    `passer (?:${so} )*(?:børnebørn|barnebarn|børnebørnene)`,
    `(?:${doing} (?:jeg|vi)|(?:jeg|vi) (?:(?:nemlig|jo|desværre) )?${doing})${open}`,
    `(?:(?:arbejder|underviser) (?:jeg|vi)(?<=aften .*)|(?:jeg|vi) (?:arbejder|underviser)(?=.* aften))${open}`,
    `(?:(?:står|sidder|ligger) (?:jeg|vi)|(?:jeg|vi) (?:står|sidder|ligger))${open}(?= (?:\\S+ )?(?:i|på|ved|bag|ude)(?!\\S))`,
    // "Den aften skal vi hygge os" may be of all who meet.
    `(?:skal jeg|jeg skal)${open}(?=(?: \\S+){0,6}? ${deed})`,
    `(?:skal vi|vi skal)${open}(?=(?: \\S+){0,6}? ${one('male flytte rejse begrave synge spille optræde arbejde undervise bygge høste slagte fejre sejle')}(?!\\S))`,
    `er der (?:${so} )*(?:${their} )*${engagement}(?: (?:i|hos|på) \\S+)?`,
    '(?:falder|ligger) (?:(?:desværre|det|den|nøjagtig|jo|mødet|dagen) )*(?:sammen|oven i|samtidig)(?: med)?',
    '(?:kolliderer|clasher|konflikter) (?:(?:desværre|det|den|jo) )*med(?: (?:vores|min|mit|en|et)(?: eget| egen| årlige)? \\S+)?',
  ]
    // A meeting may be the meeting, where it is in a town.
    .map((entry) => (entry.includes(engagement) ? `${entry}${notInTown}` : entry))
    .map(
      (entry) =>
        `${entry}(?!.* (?:kl|klokken|formiddagen|morgenen|jer|byen|@(?:here|place))(?!\\S))`,
    ),
  farewell: [
    'god fornøjelse',
    'hyg jer',
    '(?:hav|ha) (?:det|en) (?:\\S+ )?(?:sjovt|hyggeligt|skønt|rart|(?:god|dejlig|hyggelig|skøn) aften)',
  ],
  whereabouts: [
    `(?:${doing} (?:jeg|vi)|(?:jeg|vi) ${doing}) (?:\\S+ )?(?:i|på|til) ${somewhere}`,
    `(?:er|befinder|sidder|rejser|flyver|tager|skal|ligger|bor) (?:${so} )*(?:(?:ude )?(?:i|på|til|hos|ved)|ude i|med (?:på|til|i)) ${somewhere}`,
  ],
  thatDay: [
    '(?:falder|ligger) (?:\\S+ )*?(?:sammen|oven i|samtidig)(?: med)?',
    '(?:kolliderer|clasher|konflikter) (?:\\S+ )*?med',
    `(?:(?:netop|lige|præcis|på|i|hele) )*(?:den|samme|denne|den samme) (?:aften|dag|dato|uge|${weekday}|eftermiddag|periode|weekend)`,
    'samtidig(?:t)?',
    'på (?:det|samme) tidspunkt',
    'i de dage',
    '^(?:for )?der(?= (?:er|skal|holder|har) (?:vi|jeg))',
    '(?:hele |i )*uge \\d{1,2}',
    '(?<!(?:til|indtil|fra|med|før|efter|siden) )den \\d{1,2}(?! (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?!\\S))',
    'lige (?:der|netop der)',
  ],
} satisfies Partial<Lexicon>;
