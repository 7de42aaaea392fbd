/** What stands around an answer in Danish and says nothing of coming, and what counts people. */
import { DAYS } from './days.ts';
import { row, type Lexicon } from './lexicon.ts';

const { month } = DAYS.da;

export const event =
  '\\S*(?:møder?|mødet|træf|træffet|seminar|seminaret|aften|aftenen|arrangement|arrangementet|invitation|invitationen|indbydelse|indbydelsen|konference|konferencen|begivenhed|begivenheden|event|eventet|dag|dagen|dato|datoen|middag|middagen|program|programmet|samling|sammenkomst|tidspunkt|tidspunktet)';

export const danishAround = {
  harmless: [
    '(?:(?:jeg|vi) )?(?:beklager|undskyld) at (?:jeg|vi) ikke (?:har|fik|nåede at) (?:svaret?|skrevet|skrive|fået svaret)(?: \\S+)*',
    '(?:(?:jeg|vi|og|ja|hej) )*(?:beklager|undskyld|undskylder)(?: (?:meget|mange gange|hvis))* at (?:jeg|vi|det|du|i) (?!ikke )(?:\\S+ )*?(?:sent|sene|først|længe|tid|travlt|glemt|stavefejl|forsinket|besvær)(?: \\S+)*',
    'den (?:\\S*tyvende|\\S*tredivte|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|ellevte|tolvte|\\S+tende)',
    '(?:jeg |vi )?glæder (?:os|mig) til at høre(?! (?:fra|nærmere|svar|tilbage|hvordan|resultatet|hvad der))(?: \\S+)*',
    '(?:i|med) (?:min|vores|egen|samme) bil',
    '(?:på|at stå på) (?:deltagerlisten|listen)',
    '(?:alle|os) (?:to|tre|fire)',
    'som (?:sædvanlig|sædvanligt|lovet|altid|vanligt|planlagt|annonceret)',
    '^der(?= (?:er|kan|har|skal|bliver|holder|rejser) (?:vi|jeg|hverken|ingen))',
    'til (?:gengæld|min (?:store )?(?:glæde|overraskelse|ærgrelse))',
    '(?:for|i) (?:resten|øvrigt)',
    'trods alt',
    'hvad (?:som helst|end) der sker',
    '(?:i|på) (?:egen|fælles|samlet) (?:bil|flok|trop)',
    'hele (?:aftenen|dagen|vejen|banden|bundtet|flokken|holdet|bestyrelsen)',
    'alt(?: for)? (?:godt|spændende|fristende|dejligt)(?: til at .*)?',
    'fra (?:arbejde|arbejdet|jobbet|vagten|skole)',
    'lidt (?:før|over|i|efter) (?:kl |klokken )?\\S+',
    'til tiden',
    'i god tid',
    'i samlet flok',
    'med (?:en|min|vores) (?:kollega|ledsager|makker)',
    'når (?:jeg|vi) har (?:lukket|fri|fyraften|malket|spist|afleveret|hentet)(?: \\S+){0,4}$',
    'så snart (?:jeg|vi) (?:har (?:lukket|fri|fyraften|malket)|kan slippe (?:væk|fra))(?: \\S+){0,4}$',
    '(?:det )?(?:jeg|vi) (?:egentlig |bare |lige )?(?:ville|vil) (?:sige|skrive|fortælle)(?: dig| jer| var)?(?: (?:det|at))*',
    'uden (?:min |mit |vores )?(?:kone|mand|børn|familie|ledsager|følge)',
    'vil (?:vi |jeg )?gerne (?:sidde|spise|parkere) .*',
    'i (?:hvert|al|hvert et) fald',
    'under alle omstændigheder',
    '(?:konklusionen|beslutningen|afgørelsen|resultatet) (?:er|blev|bliver) (?:blevet )?(?:den )?at',
    'direkte fra \\S+',
    '(?:kl|klokken) (?:halv|kvart i|kvart over|lidt i|lidt over|cirka|ca) (?:\\d{1,2}|fire|fem|seks)',
    `(?:mange |tusind |rigtig mange |hjertelig |stor |1000 )?tak(?:ker)?(?: (?:vi|jeg|dig|jer|mange gange|mange|så meget|skal du have|skal i have))*(?: for)? (?:\\S+ ){0,4}?(?:invitationen|invitation|indbydelsen|indbydelse|invitationer|henvendelsen|mailen|mail|tilbuddet|beskeden|påmindelsen|påmindelse|opmærksomheden|sidst)`,
    'i denne omgang',
    '(?:både )?(?:jeg|mig|undertegnede) og (?!(?:ikke|måske|kun|hverken|men|så|har|er|var|den|det|de|der|ingen|hvad|andre)(?!\\S))[a-zæøå]{3,}(?= (?:kommer|deltager|dukker|møder|vil|tager|stiller|skal|glæder)(?!\\S)|$)',
    '(?:både )?(?!(?:ikke|kun|måske|hverken|men|så)(?!\\S))[a-zæøå]{3,} og (?:jeg|undertegnede|mig)(?= (?:kommer|deltager|dukker|møder|vil|tager|stiller|glæder)(?!\\S)|$)',
    'uanset (?:vejret|hvad|alt|vejr og vind|hvad der sker)',
    `(?:til|i|på|ved|under|for|om|imod) (?:(?!(?!jeres|årets|aftenens|dagens)\\S+s |(?:til|i|på|ved|med|fra|hos|under|for|om|efter) )\\S+ ){0,3}?${event}(?: (?:for|om|i|på|hos) \\S+)?`,
    `(?:den|d|denne|jeres|det|dette|samme) (?:\\S+ ){0,1}?${event}`,
    '(?:den |d )?\\d{1,2} ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)(?: \\d{4})?',
    '(?:den |d )\\d{1,2}(?: \\d{1,2})?',
    '(?:den |d )?\\d{1,2}/\\d{1,2}(?:[-/]\\d{2,4})?',
    '(?:ca |omkring |ved )?(?:kl|klokken) ?(?:halv |kvart (?:i|over) )?(?:\\d{1,2}(?: \\d{2})?|fire|fem|seks|syv)',
    '(?:lidt )?direkte fra (?:\\S+ )?(?:arbejde|arbejdet|job|jobbet|toget|kontoret|et møde)',
    'beklager (?:(?:det|mit|vores|den|så) )*(?:besværet|ulejligheden|forstyrrelsen|forvirringen|sent|sene|lange)(?: \\S+)?',
    '(?:fra|i|for|hos|på vegne af) (?:vores |vor |den |det )?\\S*(?:netværk|netværket|gruppe|gruppen|forening|foreningen|klub|klubben|laug|lauget|bestyrelse|bestyrelsen|udvalg|udvalget|kredsen|selskabet|rådet|kommunen)',
    '(?:med|og|plus|\\+) (?:min|mit|en|vores) (?:datter|søn|ven|veninde|kæreste|mand|kone|hustru|ægtefælle|svigerinde|svoger|nabo)',
    '(?:i |hele )?(?:den|denne|samme) uge',
    'i (?:år|alt|bestyrelsen|foreningen|netværket)',
    '(?:om |på )?(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:en)?(?: aften)?',
    'på (?:vegne af|vores vegne|mine vegne|gensyn|dagen|jer|den dato)',
    '(?:god|rigtig god|en god|hav en god) (?:fornøjelse|aften|dag|weekend|tur|sommer|arbejdslyst|møde|træf)',
    'held og lykke',
    'hils (?:alle|de andre|dem)',
    'ser (?:meget |rigtig )?(?:spændende|godt|interessant) ud',
    'lyder (?:\\S+ )?(?:spændende|godt|interessant|hyggeligt|fint|skønt|dejligt)',
    'ønsker (?:jer|dig) .*',
    'fra (?:vores|min) side',
    'kun (?:mig|én|en person|os to)',
    'og repræsenterer (?:\\S+ ?){1,4}',
    'bliver (?:nok )?nødt til at (?:køre|gå|smutte|tage hjem) .*',
    '(?:må|skal) (?:nok )?(?:køre|gå|smutte|hjem) (?:igen )?(?:lidt )?(?:før|ved|kl|tidligt) .*',
    'fra \\S+(?:erne|ene)',
    'uden (?:problemer|tvivl|forbehold|ledsager|følge|partner)',
    `(?:i )?hele (?:den|dagen|ugen|perioden|[\\S]+ måned|${month})(?: \\S+)?`,
    '(?:\\d{1,2}|en|én|to|tre|fire|fem|seks) (?:pladser|plads|personer|person|billetter)(?: (?:til|fra|for) (?:\\S+ ?){1,4})?$',
    'med (?:bus|bussen|tog|toget|bil|bilen|cykel|færgen)',
    '^(?:på grund af|grundet|pga) .*',
    'med (?:glæde|fornøjelse|stor fornøjelse|godt humør|på den)',
    'godt (?:initiativ|humør|tiltag)',
    'for (?:os|foreningen|netværket|vores vedkommende|mit vedkommende)',
    'til jer(?:es)?',
    'af os',
    '(?:de|det|den) (?:fine|flotte|venlige|gode|spændende|søde)',
  ],
  around: row(`ok okay vi jeg os mig begge begges alle undertegnede selv min mit mine vores vor
    og samt plus med fra hos + & ja jo tak mange tusind så da det også derfor altså nu her hermed herfra gerne meget rigtig rigtigt
    hjertens helt bestemt selvfølgelig naturligvis absolut at er lige endelig bare igen alligevel heldigvis stadig
    godt fint super dejligt skønt herligt fedt fantastisk perfekt spændende hyggeligt interessant glade glad
    lille stor store ny nye gammel gamle unge begejstret begejstrede spændte spændt vældig vanvittig ekstremt utrolig utroligt kæmpe ganske virkelig ærligt jubii hurra yes yay uha nå ah åh ih årh
    endnu langt hurtigt efterhånden forresten iøvrigt selvsagt tilmed desuden sammen heldige heldig stolte ærede invi indbydelse tur turen humør selskab
    hej kære hilsen hilsner mvh kh vh venlig venlige bedste
    personer person pers deltagere deltager pladser plads mand stk styk mennesker repræsentanter repræsentant medlemmer medlem gæster gæst
    en én et ét to tre fire fem seks syv otte ni ti nul antal ialt
    netværk forening klub gruppe laug kreds menighed afdeling formand formanden kasserer kassereren næstformand næstformanden bestyrelsen bestyrelsesmedlem bestyrelsesmedlemmer foreningen netværket klubben gruppen lauget kredsen kollega kolleger hustru ægtefælle sekretær sekretæren
    følgende nemlig henholdsvis fornavn navne navn svar tilmelding tilmeldt af vegne på dertil jamen høj deroppe dernede hjem
    desværre beklager denne gang aftenen dagen mødet træffet seminaret invitationen indbydelsen aften dag uge hele-aftenen invitation
    har haft blev blevet skam sandelig sgu sørme simpelthen egentlig faktisk personligt straks cyklende gående kørende sejlende solo styks tanken omtanken
    afsted sted stort hyggelig god gode venligst gange aftale for øvrigt jer jeres`),
  business: row(
    'koster kr kroner moms leje levere levering faktura fakturaen fakturaer regning regningen betalt betaling betale kontingent kontingentet konto vedhæftet vedhæftede fil filen send sende sender link linket nyhedsbrev materiale materialet oplysninger information referat referatet adresse adressen telefon nøgle nøglen pris prisen modtaget bestilt bestilling ordre tilbud faktureret aflyst kaffe foredrag',
  ),
  optOut: [
    '(?:ikke|ingen) (?:…)?(?:flere|jeres|disse|sådanne) (?:e-?mails?|mails?|nyhedsbreve|beskeder|invitationer|henvendelser)',
    '(?:slet(?:te)?|fjerne?|tage?|afmelde?) (?:venligst |os |mig |min |vores |mailadresse |adresse |e-mail |mail )+(?:fra|af|på) (?:(?:jeres|denne|den) )?(?:\\S*(?:maillist|mailinglist|mailliste|kartotek|nyhedsbrev)\\S*)',
    '(?:afmeld|afmelde|framelde|frameld) (?:…)?(?:nyhedsbrev\\S*|maillist\\S*|mailliste\\S*|mails|mailinglist\\S*)',
    'skriv (?:venligst )?ikke (?:til (?:os|mig) )?(?:igen|mere)',
    '(?:stop|hold op|stoppe|holde op) (?:venligst )?med at (?:skrive|sende|maile|kontakte)',
    'send (?:venligst )?ikke (?:flere|mere|os flere|mig flere)',
    '(?:ønsker|vil) (?:…)?ikke (?:at )?(?:modtage|have|kontaktes|få) (?:flere |mere |jeres |mails|e-mails|post|af jer)',
  ],
  offList: [
    '(?:slet(?:te)?|fjerne?|tage?|afmelde?) (?:venligst |os |mig |min |vores |mailadresse |adresse |e-mail )+(?:fra|af|på) (?:(?:jeres|denne|den) )?\\S*liste\\S*',
  ],
  months: DAYS.da.months,
  weekdays: DAYS.da.weekdays,
  common: row(
    'ikke jeg og til med det af hilsen tak mig os vi på kommer desværre fra være også deltage jer mvh venlig nej gerne måske hej er kære bliver deltager hvis ved noget nogen endnu kun siger takker invitationen indbydelsen melder afbud glæder kunne vores men hvad ude uge hele',
  ),
} satisfies Partial<Lexicon>;
