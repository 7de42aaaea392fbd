/** What stands around an answer in Norwegian and says nothing of coming, and what counts people. */
import { DAYS } from './days.ts';
import { event } from './nb-pieces.ts';
import { row, type Lexicon } from './lexicon.ts';

export const norwegianAround = {
  harmless: [
    '(?:så lenge|inntil videre)$',
    '(?:(?:jeg|vi) )?(?:beklager|unnskyld) at (?:jeg|vi|det) (?!ikke )(?:\\S+ )*?(?:sent|seint|sein|tid|skrivefeil)(?: \\S+)*',
    'og ingen (?:flere|andre)',
    'er (?:du|dere) snill(?:e)?',
    '(?:rett|direkte) fra (?:jobb|jobben|arbeid|arbeidet)',
    '(?:tusen |hjertelig |mange |stor |så mye )*takk(?:er)?(?: (?:vi|jeg|så mye|skal dere ha))*(?: for)? ?(?:\\S+ ){0,3}?(?:invitasjonen|invitasjon|innbydelsen|e-posten|mailen|påminnelsen)?',
    `(?:til|i|på|ved|under|for) (?:(?!(?:til|i|på|ved|med|fra|hos|under|for|om|etter) )\\S+ ){0,3}?${event}`,
    `(?:den|deres|det|dette|samme|denne) (?:\\S+ ){0,1}?${event}`,
    '(?:den )?\\d{1,2} (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)',
    'den \\d{1,2}',
    '(?:kl|klokken|klokka) \\d{1,2}(?: \\d{2})?',
    '(?:på )?(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:en)?(?: kveld)?',
    '(?:ha en|ønsker dere en) (?:fin|god|hyggelig|flott|trivelig)(?: \\S+)?',
    'lykke til',
    '(?:høres|låter) (?:\\S+ )?(?:bra|spennende|interessant|hyggelig|gøy|fint)(?: ut)?',
    'med (?:stor |største )?(?:glede|fornøyelse)',
    '(?:samma|samme) det',
    'takker og (?:bukker|neier)',
    'skulle bare mangle',
    '(?:for|i) (?:en gangs skyld|alle fall|hvert fall)',
    'tross alt',
    'for (?:meg|min del|vår del|mitt vedkommende)',
    'for (?:oss|meg|vår del)',
    'fra (?:oss|vår side|styret|vårt nettverk)',
    'i (?:år|styret)',
    'som (?:alltid|vanlig|lovet)',
    'når (?:jeg|vi) har (?:stengt|lukket|lukka|fri)(?: \\S+){0,3}$',
    '(?:den )?\\d{1,2}/\\d{1,2}',
    'det (?:høres|er|blir) (?:\\S+ )?(?:fint|bra|moro|artig|synd|dumt|leit)',
    'denne gangen?',
    'den (?:uken|uka|dagen|kvelden)',
  ],
  around:
    row(`reisa reisen turen sjølvsagt sjølvsagd selvsagt takkar helsing vennleg klem jepp joda yes super supert topp toppen herlig fantastisk strålende knall kanon kjekt moro trivelig stas glad glade spent spente heldigvis jammen igjen endelig faktisk personlig dette selvsagt foreløpig co nestleder nestlederen både kjempefint tiltak ok alene åleine me eg oss vår våre gler difor diverre vi jeg meg min mitt mine vårt begge alle selv og samt pluss med fra hos & + ja jo nei takk så da også derfor altså nå herved hermed gjerne veldig svært mye absolutt selvfølgelig likevel
    bra fint flott kult hyggelig spennende interessant gøy
    personer person stk stykker deltakere deltaker plasser plass representanter representant medlemmer medlem gjester
    en én ett to tre fire fem seks sju syv åtte ni ti
    leder lederen kasserer kassereren kollega kolleger kone mann ektefelle datter sønn venn styret foreningen nettverket klubben gruppen
    hei kjære hilsen vennlig mvh dessverre beklager denne gang gangen kvelden dagen møtet treffet seminaret invitasjonen dere deres følgende nemlig navn`),
  business: row(
    'artikkel annonse medlemsblad faktura fakturaen regning regningen betalt betale kontingent konto vedlagt vedlegg fil filen sende sender lenke lenken nyhetsbrev materiale informasjon referat adresse telefon nøkkel nøkkelen pris prisen mottatt fått bestilt bestilling tilbud avlyst kaffe',
  ),
  optOut: [
    '(?:ingen|ikke) (?:…)?(?:flere|deres) (?:e-?post(?:er)?|mail(?:er)?|meldinger|utsendelser)',
    '(?:fjern|slett|ta) (?:oss|meg|vår adresse|min adresse) (?:fra|av) (?:\\S+ )?(?:e-?post|mail|adresse|nyhetsbrev)\\S*',
    'meld (?:oss|meg) av nyhetsbrev',
    'slutt(?:e)? å (?:sende|skrive|maile)',
  ],
  offList: ['(?:fjern|slett|ta) (?:oss|meg) (?:fra|av)', 'meld (?:oss|meg) av listen'],
  months: DAYS.nb.months,
  weekdays: DAYS.nb.weekdays,
  common: row(
    'sjølvsagt stiller vere veit berre noko helsing frå dykk dette beskjed gir hvem foreløpig ikkje eg kjem frå ein difor ikke jeg og til det på takk hilsen vennlig dessverre gjerne kommer deltar oss fra nei dere møtet være også kveld å kanskje vi hei takk oss meg deltar takker invitasjonen melder avbud blir vet noe noen enda gleder treffet men hva',
  ),
} satisfies Partial<Lexicon>;
