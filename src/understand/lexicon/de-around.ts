/** What stands around an answer in German and says nothing of coming, and what counts people. */
import { DAYS } from './days.ts';
import { country, event } from './de-pieces.ts';
import { PLACE, row, type Lexicon } from './lexicon.ts';

export const germanAround = {
  harmless: [
    'wie (?:telefonisch |mündlich |bereits |schon |gestern |neulich )*(?:besprochen|vereinbart|abgesprochen|angekündigt|gewünscht|erbeten|versprochen)',
    '^(?:erstens|zweitens|drittens|zunächst|vorab|vorweg)(?= )',
    '(?:einer|eine|einem|zwei) (?:davon|von (?:uns|ihnen|denen))',
    'bis (?:ganz )?bald(?: mal| wieder| in \\S+)?',
    '^(?:dass|daß)$',
    '(?:dass|daß)(?= (?:niemand|keiner|leider|uns|mir|eine teilnahme|es leider)(?!\\S))',
    'mit (?:einer|der|unserer) (?:\\S+ )?(?:abordnung|delegation|mannschaft|truppe|runde|gruppe)',
    'am (?:ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|neunten|zehnten|zwölften|\\S+zehnten|\\S*zwanzigsten|\\S*dreißigsten)',
    '(?:dass|daß)(?= (?:die|der|das) \\S*(?:netzwerk|verein|verband|förderung|gemeinde|stadt|kreis|initiative|gruppe|vorstand|genossenschaft|stiftung|gesellschaft)(?!\\S))',
    '^(?:hi|hey|hallo|moin|liebe|lieber|servus|huhu|tach|ach) \\S+(?= |$)',
    '(?:lg|vg|bg|gruß|grüße|mfg|liebe grüße|viele grüße|mit freundlichen grüßen|dein|deine|euer|eure) \\S+(?: \\S+)?$',
    'als (?:vertreter|vertreterin|vertretung|vorsitzender|vorsitzende|mitglied|gast|gäste|sprecher|sprecherin)(?: (?:unseres|des|der|unserer|vom|von) \\S+)?',
    'und (?:bringe|bringen) (?:\\S+ ){1,4}mit',
    'aus (?:terminlichen|gesundheitlichen|beruflichen|familiären|privaten|zeitlichen|persönlichen|dienstlichen) gründen',
    '(?:zwei|drei|vier) mann hoch',
    '(?:\\S+ )?bringen? (?:wir|ich) (?:\\S+ )?mit',
    '(?:teile|teilen|muss|müssen|möchte|möchten|darf|dürfen|kann|können) (?:ich |wir )?(?:ihnen |euch |dir )?(?:hiermit |leider |hierdurch |kurz )*(?:mit|mitteilen)',
    '(?:dass|daß)(?= (?:wir|ich|beide|zwei|drei|alle|unser|unsere|mein|meine)(?!\\S))',
    'wie (?:immer|gewohnt|üblich|jedes jahr|letztes jahr|im vorjahr|gewünscht)',
    `(?:in|nach|bis|bis nach) (?:(?:der |die |das )?${PLACE}|${country})`,
    '(?:zu|bei|mit|von) (?:euch|ihnen|dir|uns)',
    '(?:mit|per) (?:(?:dem|der|einem|einer|unserem|unserer|meinem|meiner|eigenem|dem eigenen) )?(?:auto|wagen|zug|bahn|bus|fähre|schiff|rad|fahrrad|boot|eigenen boot|eigenen auto|eigenen wagen|motorrad|kleinbus|transporter|flugzeug|wohnmobil)',
    '(?:mit|und|samt|plus|nebst) (?:einem|einer|meinem|meiner|unserem|unserer|zwei|einem weiteren|einer weiteren|noch einer|noch einem) (?:\\S*(?:kollegen|kollegin|mitglied|mitgliedern|person|personen|freund|freundin|begleitung|mitarbeiter|mitarbeiterin|mitarbeitern|frau|mann|partner|partnerin|gast|leuten))',
    'für (?:unsere[nr]?|meine[nr]?|den|die|das) \\S*(?:netzwerk|verein|kreis|gruppe|verband|initiative|team|club|klub|gemeinschaft|werkstatt|vorstand)',
    'im (?:namen|kalender|auto|team|vorstand|verein|netzwerk|voraus)',
    '(?:so |ca |etwa |ungefähr |circa )*(?:gegen|um|ab|kurz nach|kurz vor) (?:\\d{1,2}|halb \\S+|vier|fünf|sechs)(?: \\d{2})?(?: uhr)?',
    'nach (?:rücksprache|langem überlegen|einigem hin und her|kurzer beratung)(?: mit \\S+ \\S+)?',
    '(?:zum|zu) (?:jetzigen zeitpunkt|bedauern)',
    '(?:schöne|liebe|beste|viele|herzliche|sonnige|freundliche|nette|schönen|lieben|besten|herzlichen|freundlichem|freundlichen|mit) (?:\\S+ )?(?:grüße|grüßen|gruß|grüsse|gruss)(?: (?:aus|vom|von|an) .*)?',
    '(?:erst |etwas |wohl )*(?:gegen|um|ab|nach) \\S+(?: uhr)?(?: \\d+)? da$',
    'bitten? um (?:ihr |euer )?verständnis',
    'tut (?:mir|uns) (?:wirklich |echt |so |furchtbar |sehr )+leid',
    '(?:im moment|zur zeit|derzeit|momentan|im augenblick)',
    '(?:bei|mit) (?:uns|mir)',
    'zu (?:meinem|unserem) (?:\\S+ )?bedauern',
    'unseres (?:netzwerks|vereins|netzwerkes|vereines)',
    'und sonst (?:niemand|keiner)',
    '(?:vielen |herzlichen |besten |lieben |schönen |tausend )*(?:dank|danke|danken|bedanken uns|bedanke mich)(?: (?:wir|ich|sehr|ganz|herzlich|nochmals|ihnen|euch|dir))*(?: für)?(?: (?:\\S+ ){0,3}?(?:einladung|mail|nachricht|erinnerung|angebot|ihre|eure))?',
    `(?:zu|zum|zur|an|am|im|in|für|auf|bei|beim|der|die|das|den|dem|diesem|diesen|ihrer|ihrem|eurem|eurer|ihre|ihr|euer) (?:\\S+ ){0,3}?${event}`,
    '(?:am |den |dem )?\\d{1,2} ?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?: \\d{4})?',
    '(?:am|den|dem) \\d{1,2}(?: \\d{1,2})?',
    'um \\d{1,2}(?: \\d{2})?(?: uhr)?',
    '(?:am )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:abend)?',
    '(?:klingt|hört sich|sieht) (?:\\S+ )?(?:gut|spannend|interessant|toll|super|prima)(?: an| aus)?',
    '(?:wünschen|wünsche) (?:wir |ich )?(?:ihnen|euch|dir) .*',
    'viel (?:erfolg|spaß|vergnügen|freude)',
    '(?:einen |schönen |guten |gute )+(?:abend|tag|verlauf|gelingen|zeit)',
    'im namen (?:von|des|der|unseres|unserer)(?: \\S+)?',
    'zu (?:zweit|dritt|viert|fünft)',
    '^(?:wegen|aufgrund|aus) .*',
    'für (?:uns|unser netzwerk|unseren verein|mich)',
    'von (?:uns|unserem|unserer|unseren)(?: \\S+)?',
    'aus (?:unserem|unserer) \\S+',
    'vom (?:vorstand|netzwerk|verein)',
    'mit (?:freude|vergnügen|uns|mir|bedauern)',
    'tut (?:mir|uns) (?:sehr )?leid',
    'in (?:diesem|dieser) (?:jahr|woche)',
    'auf jeden fall',
  ],
  around:
    row(`top na lg vg mfg ok okay freundliche besten allein alleine wir ich uns mich mir mein meine meinen unser unsere unseren unserer unserem unseres beide beiden alle selbst selber
    und sowie plus mit & + ja nein gern gerne sehr auch so dann also nun hiermit daher deshalb natürlich selbstverständlich klar sicher bestimmt gewiss unbedingt doch wieder dabei dort da hier hin es das die der den dem des ein eine einen
    person personen leute teilnehmer teilnehmern teilnehmerinnen teilnehmerin plätze platz mann gäste gast mitglieder mitglied vertreter anzahl insgesamt
    zwei drei vier fünf sechs sieben acht neun zehn eins
    vorsitzende vorsitzender kassierer kassenwart schriftführer kollege kollegin kollegen frau herr herrn partner tochter sohn freundin vorstand verein netzwerk gruppe vorstandsmitglied vorstandsmitglieder
    hallo liebe lieber geehrte geehrter damen herren grüße grüßen gruß freundlichen herzliche herzlichen beste viele
    leider bedaure bedauern schade vielen dank danke bitte einladung abend treffen veranstaltung seminar termin tag teilnahme mal diesmal dieses diesem diesen gut prima toll super schön wunderbar interessant spannend großartig freude folgende nämlich namen am
    werden wird bin sind ihre ihrer ihren eure eurer ihnen euch dir sie ihr verbindlich fest pünktlich
      ihrem ihres eurem euren euer dein deine deiner deinem deinen jemand noch schon jetzt bald ebenfalls ebenso zusammen gemeinsam miteinander jedenfalls übrigens sowieso ohnehin trotzdem dennoch heuer endlich extra eigens rechtzeitig persönlich höchstpersönlich vollzählig komplett nochmals nochmal immer stets von vom aus ab über per beim bei
      du man halt eben gell zurzeit momentan derzeit aktuell gerade tatsächlich glücklicherweise erfreulicherweise definitiv garantiert selbstredend wirklich echt total voll richtig besonders riesig nette netten lieben tolle tollen guten gute großer große großem kleiner kleine kleines lange
      uhr auto zug bahn fähre hotel zimmer hunger laune kuchen team mannschaft crew truppe vorfreude nachmittag januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag toller schöner guter netter interessanter spannender tolles schönes gutes nettes rüber dorthin hierher inzwischen mittlerweile schließlich letztlich sogar außerdem zudem inklusive einschließlich samt nebst weiterhin anbei weitere weiteren einzelne mitstreiter mitstreiterin mitstreitern vorstandskollegin vorstandskollegen ehefrau ehemann gatte gattin lebensgefährtin lebensgefährte schwester bruder mutter vater nachbarin nachbar enkel enkelin bereits aber bedanke bedanken mega denn bitten fahre fahren sorry klaro logo
      hochachtungsvoll herzlichst liebste freundlichst ps moin servus grüezi`),
  business: row(
    'artikel anzeige formular rechnung rechnungen bezahlt bezahlen überwiesen überweisung beitrag mitgliedsbeitrag konto anhang angehängt datei schicken sende senden link newsletter unterlagen informationen information infos protokoll adresse telefon schlüssel preis erhalten bekommen bestellt bestellung angebot abgesagt kaffee passwort dokument problem',
  ),
  optOut: [
    'keine (?:weiteren |mehr )?(?:e-?mails?|mails?|nachrichten|newsletter|einladungen)(?: mehr)?',
    '(?:aus|von) (?:dem|ihrem|eurem|der|ihrer|eurer) (?:\\S*(?:verteiler|mailingliste|mailliste|adressliste))',
    '(?:löschen|entfernen|streichen) (?:sie )?(?:\\S+ ){0,5}?(?:adresse|\\S*verteiler)',
    'schreiben sie (?:uns|mir) (?:bitte )?nicht mehr',
    'newsletter abbestellen',
  ],
  offList: [
    '(?:aus|von) (?:der|ihrer|eurer) liste',
    '(?:löschen|entfernen|streichen) (?:sie )?(?:\\S+ ){0,5}?liste',
  ],
  months: DAYS.de.months,
  weekdays: DAYS.de.weekdays,
  common: row(
    'noch wird werden haben habe hat bei im am zum zur aber nur schon von ein eine einen mir dir euch ihr ihnen sehr gern weil dass ob doch nach keine gruß moin herzlich bis bin diesmal und ich wir nicht der die das mit für grüße grüßen danke leider einladung ist gerne kommen zu auf dabei sind nein vielleicht uns kann können nehme teil bitte ihre von sagen sage melde absagen mich auch sie wenn freuen',
  ),
} satisfies Partial<Lexicon>;
