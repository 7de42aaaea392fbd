/** What stands around an answer in Swedish and says nothing of coming, and what counts people. */
import { DAYS } from './days.ts';
import { event } from './sv-pieces.ts';
import { row, type Lexicon } from './lexicon.ts';

export const swedishAround = {
  harmless: [
    '(?:(?:jag|vi) )?(?:beklagar|förlåt|ursäkta) att (?:jag|vi|det) (?!inte )(?:\\S+ )*?(?:sent|dröjt|tid)(?: \\S+)*',
    'och ingen (?:mer|annan|fler)',
    'är (?:du|ni) snäll(?:a)?',
    '(?:är|kommer) (?:nog )?(?:först|lite|inte förrän) (?:sent|senare|(?:vid|runt|kl) \\S+)',
    '(?:den )?(?:tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|\\S+tonde|tjugonde|trettionde|(?:tjugo|trettio)\\S+|\\d{1,2}:?[ea])',
    '(?:i alla fall|trots allt)',
    'med (?:tåg|bil|buss|färjan)',
    'från \\S+',
    'för oss',
    '(?:stort |hjärtligt |många |så mycket )*tack(?:ar)?(?: (?:vi|jag|så mycket|er|dig))*(?: för)? ?(?:\\S+ ){0,3}?(?:inbjudan|mejlet|mailet|påminnelsen|inbjudningen)?',
    `(?:till|i|på|vid|under|för) (?:\\S+ ){0,3}?${event}`,
    `(?:den|er|det|detta|samma|denna) (?:\\S+ ){0,1}?${event}`,
    '(?:den )?\\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)',
    'den \\d{1,2}',
    '(?:kl|klockan) \\d{1,2}(?: \\d{2})?',
    '(?:på )?(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)(?:en)?(?: kväll)?',
    '(?:ha|önskar er) (?:en |ett )?(?:trevlig|bra|fin|härlig|lyckad|trevligt|bra|fint)(?: \\S+)?',
    'lycka till',
    'låter (?:\\S+ )?(?:bra|spännande|intressant|roligt|kul|trevligt)',
    'med (?:stor |största )?(?:glädje|nöje)',
    '(?:tackar|tack) och (?:bugar|bockar|tar emot)',
    '(?:fattas|skulle) bara(?: (?:annat|fattas))?',
    '(?:barnvakt|barnvakten|barnen|ungarna|hunden|katten) (?:är |har blivit |blev )?sjuka?',
    'för en gångs skull',
    'till (?:er|träffen|mötet)',
    'för (?:vår|min) del',
    'från (?:oss|vår|styrelsen)',
    'i (?:år|styrelsen)',
    'som (?:alltid|vanligt|lovat)',
    'när (?:jag|vi) har (?:stängt|slutat|ledigt|fikat)(?: \\S+){0,3}$',
    '(?:direkt|raka vägen) från (?:jobbet|arbetet|kontoret|tåget)',
    '(?:blir|går) (?:bra|fint|utmärkt)',
    'för (?:mig|vår del|min del)',
    '(?:den )?\\d{1,2}/\\d{1,2}',
    'det (?:låter|är|verkar|blir) (?:\\S+ )?(?:bra|kul|spännande|trevligt|roligt|trist|tråkigt|synd)',
    'den (?:här )?gången',
    'den (?:veckan|dagen|kvällen)',
  ],
  around:
    row(`bugar bockar jättegärna o också även toppen super härligt underbart fantastiskt skoj glad glada gladeligen igen verkligen faktiskt naturligtvis självfallet såklart förstås visst vänner initiativ småföretagare vänlig ok okej ensam ensamma vi jag oss mig min mitt mina vår vårt våra båda alla själv själva och samt plus med från hos & + ja jo nej tack så då också därför alltså nu härmed gärna mycket väldigt absolut självklart givetvis ändå
    bra fint kul roligt trevligt spännande intressant jättebra
    personer person st stycken deltagare platser plats representanter representant medlemmar medlem gäster
    en ett två tre fyra fem sex sju åtta nio tio totalt
    ordförande ordföranden kassör kassören kollega kollegor fru man make maka sambo dotter son vän styrelsen föreningen nätverket klubben gruppen
    hej kära hälsningar hälsning vänliga mvh tyvärr dessvärre beklagar den denna här gången gång kvällen dagen mötet träffen seminariet inbjudan där till er ert följande nämligen namn`).filter(
      (word) => word !== 'till',
    ),
  business: row(
    'leverera leverans artikel annons medlemsblad faktura fakturan räkning räkningen betald betalat betala avgift avgiften konto bifogad bifogat fil filen skicka skickar länk länken nyhetsbrev material information protokoll adress telefon nyckel nyckeln pris priset mottagit fått beställt beställning offert inställt inställd kaffe',
  ),
  optOut: [
    '(?:inga|inte) (?:…)?(?:fler|flera|era) (?:e-?post|mejl|mail|meddelanden|utskick)',
    '(?:ta bort|stryk|radera) (?:min|vår) adress',
    '(?:ta bort|stryk|radera) (?:oss|mig) (?:från|ur) (?:\\S+ )?(?:e-?post|mejl|mail|adress|utskick)\\S*',
    'avregistrera',
    'sluta (?:skicka|mejla|maila|skriva)',
  ],
  offList: ['(?:ta bort|stryk|radera) (?:oss|mig)'],
  months: DAYS.sv.months,
  weekdays: DAYS.sv.weekdays,
  common: row(
    'är vår tacka lycka åt ska själv något någon reda återkommer anmäler räkna platser till ni behöver två åka nätverket ikväll roligt trevligt och inte jag att är för på tack hälsningar vänliga tyvärr kommer gärna oss från också ett delta mig hälsning med nej kanske vi tackar inbjudan deltar jag är inte kanske om vet blir hinner återbud förhinder vill mycket men vad',
  ),
} satisfies Partial<Lexicon>;
