import { swedishAbsent } from './sv-absent.ts';
import { swedishAround } from './sv-around.ts';
import { swedishBusy } from './sv-busy.ts';
import { swedishComing } from './sv-coming.ts';
import { swedishPeople } from './sv-people.ts';
import { swedishSpelling } from './sv-spelling.ts';
import { joint, row, type Lexicon } from './lexicon.ts';

const still = '(?:(?:lite|väldigt|ännu|fortfarande|tyvärr|rätt|ganska) )+';

/** "Nej, så roligt!" is joy, and no no. */
const amazed =
  '(?:så|vad) (?:\\p{L}+ )?(?:jätte)?(?:roligt|kul|trevligt|härligt|spännande|fint|bra|snällt|mysigt|skoj)';
/** "Nej, det missar jag inte." */
const notMissed = '(?:det|detta) (?:(?:ska|vill) (?:jag|vi) inte missa|missar (?:jag|vi) inte)';

export const swedish: Lexicon = {
  language: 'sv',
  ...swedishComing,
  ...swedishAbsent,
  ...swedishBusy,
  maybe: [
    '(?:det är |är )?möjligt(?= (?:att )?(?:jag|vi|det)(?!\\S)|$)',
    'fifty[ -]fifty',
    'kanske',
    'eventuellt',
    'möjligen',
    'möjligtvis',
    '(?:ett|som) (?:ett )?(?:frågetecken|kanske)',
    'som (?:preliminär\\S*|osäk\\S+)',
    '(?:femtio femtio|50 ?[/-] ?50|50 50)',
    '(?:skriv|sätt|notera|räkna) (?:upp )?(?:mig |oss )?(?:som )?(?:ett )?kanske',
    '(?:e|är) inte säk(?:er|ra)(?: på)?(?: om (?:jag|vi) .*)?',
  ],
  firmMaybe: [
    `^(?:det är (?=${still}|\\S+ (?:nu|än|just))|är det )?(?:${still})?(?:osäkert|oklart|ovisst)(?: (?:än|ännu|nu|just nu|i nuläget|för tillfället))*$`,
    '(?:kan|vågar) (?:(?:jag|vi|tyvärr) )*(?:inte|ej) (?:ge|lämna) (?:(?:något|ett|er|dig) )*(?:(?:klart|definitivt|säkert|slutgiltigt) )*(?:besked|svar)(?: på (?:det|detta|inbjudan))?(?: (?:än|ännu|nu|förrän .*))*$',
    '(?:det är |är )?(?:fifty[ -]fifty|50 ?[/-] ?50|50 50)(?: om (?:vi|jag) .*)?',
    '(?:säg|skriv|sätt) kanske(?: (?:så länge|tills vidare))?',
    '(?:är |känns )?(?:osäkert|oklart|ovisst) om (?:jag|vi) .*',
    '(?:svårt|för tidigt) att säga(?: (?:redan|nu|än|ännu|just))*(?: om (?:jag|vi) .*)?',
    '(?:lutar åt|drar åt) (?:ett )?(?:ja|nej|att (?:jag|vi) .*)',
    '(?:lovar|vågar lova) (?:(?:jag|vi) )*(?:inget|ingenting|inte)',
    'kan (?:(?:jag|vi|tyvärr) )*(?:inte|ej|inget) lova(?: (?:något|det))?$',
    'har (?:(?:vi|jag) )*inte (?:bestämt (?:oss|mig)|tagit ställning|fått klart)(?: (?:än|ännu))?(?: om .*)?',
    'vet (?:(?:jag|vi|det) )*(?:först|inte förrän) .*',
    'med (?:ett )?frågetecken',
    '(?:kan|vågar) (?:jag |vi )?inte (?:lova|svara|säga) (?:något|säkert)(?: .*)?',
    '(?:vet|kan) (?:(?:vi|jag|det|tyvärr) )*(?:inte|ej) (?:svara |säga |lova )?(?:än|ännu|riktigt|säkert)(?: om (?:vi|jag) .*)?',
    'vet (?:vi |jag )?(?:inte|ej) om (?:vi|jag) .*',
    'osäkra?(?: om| på)?(?: (?:vi|jag) .*)?',
    'inte (?:helt )?säk(?:er|ra|ert)(?: (?:på )?(?:om|att) (?:vi|jag) .*)?',
    'med reservation',
    'preliminärt',
  ],
  hearsay: [
    '(?<!(?:jag|vi|att) )(?:säger|sa|sade|berättade|skriver) (?:att|hon|han|de|min)',
    '(?:hörde|hört) (?:av|från|att)',
  ],
  untrue: [
    '(?:stämmer|är|var) (?:\\S+ )?inte (?:(?:sant|riktigt|rätt|så|meningen) )*att(?! (?:komma|delta|vara)(?!\\S))',
  ],
  would: row('skulle ville hade'),
  regret: row('tyvärr dessvärre trist synd tråkigt beklagar beklagligtvis ledsen'),
  hedge: [
    'möjligt(?! (?:att )?(?:jag|vi|det)(?!\\S)| för )',
    '(?:\\S*(?:mejl|mail|post|adress)\\S*list\\S*|väntelistan?|reservlistan?|som reserv\\S*|nyhetsbrev\\S*|utskick\\S*)',
    'som (?:vi|du|ni) (?:sa|sade|bestämde)',
    'sa att',
    'säger att',
    'har (?:sagt|hört)',
    'som överenskommet',
    ...row(
      'hoppas troligen troligtvis förmodligen antagligen tror försöker försöka återkommer planerar funderar sannolikt skulle tänkte',
    ),
    'räknar med att',
    'hör(?:er)? av',
    '(?:ska|måste|får) (?:(?:jag|vi|bara|först) )*(?:kolla|fråga|höra med)',
    'ville',
  ],
  wish: [
    'skulle bara (?:fattas|annat)',
    'hoppas (?:vi |jag )?(?:att )?(?:ni|det|det blir|på en|på ett|(?:vi )?(?:ses|får ses|kan ses)|(?:få |kunna )?(?:se|träffa|vara med|komma) (?:\\S+ )?(?:nästa|en annan) gång)',
  ],
  condition: [
    joint(
      'om',
      'vi jag det ni man någon hon han inget inte alla barnen tåget min vädret ingenting',
    ),
    'ifall',
    'förutsatt',
    'såvida',
    'under förutsättning',
    'beror på',
    'så länge(?= (?:vi|jag|det|ni|ingen|inte|alla|som|man)(?!\\S))',
    'så snart',
    '(?<=bara )om',
    'när (?:vi|jag|det)(?! har (?:stängt|slutat|ledigt))',
  ],
  limits: row(
    'före innan först bara endast ensam ensamma utan efter inte ej varken aldrig ingen inga senare tidigare halva vem vad när hur förbi',
  ).concat('hela (?:mötet|kvällen|träffen|arrangemanget|tiden)'),
  elsewhen: [
    '(?:kommer|är|blir)(?: (?:jag|vi|kanske|nog|eventuellt|tyvärr))* (?:lite|en kvart|en halvtimme|(?:\\d+|fem|tio) minuter|några minuter) (?:för )?(?:sen|sena|sent|senare|försenad|försenade)',
    'nästa (?:gång|år|möte|träff)',
    'en annan gång',
    'förra (?:året|gången|veckan)',
    'senast',
    'i framtiden',
    'igår',
    'imorgon',
    'i (?:går|morgon|dag)',
    'idag',
  ],
  elsewhere: [
    '(?:kommer|deltar|anmäl\\S*) (?:\\S+ ){0,3}?till (?:\\S+ )?(?:sommar|jul|grill)fest\\S*',
    '(?:kommer|komma|deltar|delta|vara med|återbud|förhinder|nej|ja) (?:\\S+ ){0,3}?(?:till|på|i) (?:\\S+ )?(?:årsmötet|styrelsemötet|stämman|bröllopet)',
  ],
  others: [
    '(?:kassören|ordföranden|sekreteraren) är (?:\\S+ )?(?:sjuk|bortrest|på semester)',
    '(?:mannen|frugan|sonen|dottern|brodern|systern|grannen) min(?! och (?:jag|mig))',
    '(?<!(?:jeg|jag|vi|meg|mig|oss|uten|utan|uden) .{0,60})(?:min|mitt) (?:\\S+ )?(?:man|fru|son|dotter|bror|syster|mamma|pappa|mor|far|granne|vän|väninna)(?! (?:och|o|&|\\+) (?:jag|mig))',
  ],
  roles: [
    '(?:(?:vår|föreningens) )?(?:ordförande|ordföranden|kassör|kassören|sekreterare|sekreteraren|samordnare|samordnaren|styrelseledamot|kollega|representant)',
  ],
  own: row('jag vi oss mig undertecknad min mitt'),
  asksBack: ['(?:är|kommer|ska|deltar) (?:ni|du) (?:också |med |även )*(?:på|till|vid)'],
  abbreviated: row('kl nr ca dr pga'),
  particles: row('nämligen ju faktiskt egentligen'),
  thereupon: ['så', 'då', 'där'],
  greetings: [
    `nej (?:men )?${amazed}`,
    `nej(?= ${notMissed})`,
    '(?:hej|hejsan|tjena|bästa|god morgon|god dag|god kväll|hallå)',
  ],
  greeted: row('alla igen och'),
  unfinished: row(
    'och som att med för från till eller men eftersom om på i av en ett när vår min mitt vid hos',
  ),
  sighs: [
    `nej(?=,\\s+(?:(?:men )?${amazed}|${notMissed})(?!\\p{L}))`,
    '(?:jag |vi )?(?:beklagar|förlåt|ursäkta)(?=,\\s+att )',
  ],
  speakers: row('vi jag det tyvärr'),
  resumes: [
    '(?:kommer|kan|har|är|blir|deltar|måste|ska|hinner|orkar|får|vill)(?! (?:du|ni|det|den|de|han|hon|någon|alla|vi|jag)(?!\\S))',
  ],
  they: ['den (?:kommer|deltar|är)', '(?:de|han|hon) (?:kom|delta|är|vil|kan)\\S*'],
  relative: [],
  ofOthers: ['(?<!^vi är .{0,40})som(?= (?:kommer|deltar|vill|kan|ska|skall) )'],
  states: ['är (?:en|ett)'],
  hinges: ['\\S*(?:plats|för sent|möjlig|kost|pris)\\S*'],
  jests: [
    '(?:inget|inte något|ingenting) (?:annat|bättre) att göra',
    '(?:det|vad) (?:hela )?världen (?:har )?(?:behövde|behöver|väntat på|väntade på|saknade)',
  ],
  grants: [
    '^(?:du|ni|han|hon) (?:kan|får|ska) (?:\\S+ )*?(?:låna|hämta|behålla|få|ta|använda|ringa|köpa)',
    'det (?:är|var|stämmer) (?:\\S+ )?(?:rätt|riktigt|sant|jag|han|hon|min|mitt|vår)$',
    '^det stämmer',
    '^(?:den|det|de) (?:är|ligger|står|hänger|finns) ',
  ],
  practical: [
    '(?:måste|ska) (?:(?:jag|vi|dock|nog|tyvärr) )*(?:gå|åka|hem|vidare|hinna med (?:bussen|tåget|färjan))(?: .*)?',
    '(?:kommer|är|blir) (?:(?:jag|vi|nog|där|kanske|tyvärr) )*(?:först|inte förrän|lite senare|lite sen|lite sena|lite försenade?|senare|försenade?)(?: .*)?$',
    '(?:äter|tål|dricker) (?:(?:jag|vi) )*(?:inte|ingen|inget|allt|bara)(?: .*)?',
    '(?:är|har) (?:(?:jag|vi|båda) )*(?:vegetarian\\S*|vegan\\S*|allergi\\S*)(?: .*)?',
    'hittar (?:(?:jag|vi) )*inte(?: .*)?',
    '(?:skicka|skicka gärna|vill gärna (?:ha|se|läsa|höra)) (?:(?:gärna|oss|mig) )*(?:\\S+ )?(?:referat\\S*|anteckningar\\S*|material\\S*|mer)(?: .*)?',
    '(?:fråga|bjud|hör av er) (?:(?:gärna|oss|mig) )*(?:igen|nästa gång|till hösten)(?: .*)?',
  ],
  revokes: ['(?:nej )?vänta(?! på)', 'ångra\\S*', 'glöm det(?: igen)?'],
  retracts: [
    'inget (?:annat|bättre) (?:för (?:mig|oss)|att göra)',
    'eller jo',
    'å andra sidan',
    'som om',
  ],
  instead: [
    '(?:byta|bytt|bytte)(?! om)',
    'i (?:mitt|vårt) (?:ställe|stället)',
    '(?:å|på) (?:mina|våra) vägnar',
    '(?!(?:jag|vi|men|så|och|som) )\\S+ (?:från \\S+ )?(?:vill|kan) gärna',
    'funderar',
    '(?:kollar|pratar|hör) med',
    'kanske (?!jag|vi)\\S+ (?:vill|kan|kommer)',
    'kanske (?:vill|kan|kommer) (?!jag|vi)\\S+',
    'i stället',
    'istället',
    'skickar(?! (?:hälsningar|er|en hälsning))',
    'ersättare',
    'suppleant',
    'någon annan(?! .{0,30}(?:inte|ingen))',
    'någon av de andra',
    'de andra',
    'vidarebefordrat',
    'frågar',
    'bett(?! (?:mig|oss)(?!\\S))',
  ],
  asks: [
    '(?:kan|får|skulle|ska|är|har|kommer|blir|går|finns|deltar) (?:jag|vi|man|ni|du|det|de|han|hon|mötet|träffen)',
    '(?:vad|när|var|hur|varför|vilken|vilket|vilka|vem)',
  ],
  requests: [
    '(?:kan|kunde|vill) (?:du|ni) (?:snälla |vänligen )?(?:skriva upp|anmäla|sätta upp|notera) (?:oss|mig)',
  ],
  concludes: [],
  begs: ['kanske (?:kan|kunde|vill) (?:du|ni)(?!\\S)'],
  but: ['men', '^dock', 'förutom'],
  despite: ['även om', 'trots att', 'fastän'],
  because: [
    'eftersom',
    joint('då', 'vi jag det min'),
    'för att',
    joint('för', 'vi jag det min vår han hon barnen mannen frun'),
    'på grund av',
    'pga',
    joint('så', 'vi jag tyvärr måste det nu ses ni du'),
    joint(
      'och',
      'vi jag ser är vill har hoppas tar önskar ska kan ingen det han hon kommer blir måste får håller tackar har',
    ),
  ],
  ...swedishAround,
  ...swedishPeople,
  ...swedishSpelling,
};
