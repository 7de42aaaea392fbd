/** How somebody says in Norwegian that they do not come. */
import { come } from './nb-pieces.ts';
import type { Lexicon } from './lexicon.ts';

const a =
  '(?:(?:vi|jeg|dessverre|nok|så|jo|altså|heller|likevel|begge|selv|den|dagen|kvelden|da|derfor) )*';

export const norwegianAbsent = {
  no: [
    '(?:det )?(?:lar|let) seg (?:(?:dessverre|nok|diverre) )*(?:ikke|ikkje) (?:gjøre|gjere)(?: for (?:oss|meg))?',
    '(?:får|fikk) (?:(?:vi|jeg|eg|me) )*det (?:(?:dessverre|nok) )*(?:ikke|ikkje) til',
    '(?:det )?(?:ble|blir) (?:(?:dessverre|nok|det) )*(?:ikke|ikkje) (?:noe av|noko av|til noe|oss|meg)(?: (?:i år|denne gangen?))?',
    '(?:har|finnes) (?:(?:vi|jeg|dessverre) )*ingen (?:å sende|som kan (?:komme|reise|dra|stille)|som har (?:tid|anledning))',
    '(?:orker|makter|rekker|slipper) (?:(?:jeg|vi|dessverre) )*ikke(?: det)?',
    'får (?:(?:jeg|vi|dessverre) )*ikke (?:fri|permisjon|anledning|barnevakt)',
    '(?:jeg|vi) trekker (?:meg|oss)(?: (?:dessverre|denne gangen?|fra (?:treffet|møtet)))*$',
    '(?:må|velger å) (?:(?:jeg|vi|dessverre) )*(?:stå|hoppe) over(?: (?:denne gangen?|dette|i år))?',
    '(?:er|har) (?:(?:vi|jeg|dessverre|allerede) )*(?:fullbooka|fullbooket|dobbeltbooket|opptatt|mer enn nok å gjøre)',
    '(?:er|blir) (?:(?:vi|jeg|dessverre) )*(?:ikke hjemme|ikke i landet|bortreiste|ute og reiser|på reise|på farten)',
    '(?:er|blir) (?:litt |dessverre |for meg |for oss )*for (?:langt|mye|dyrt|seint|sent)(?: (?:å reise|å kjøre|for (?:meg|oss)|akkurat nå))?',
    'rekker (?:vi |jeg )?det (?:dessverre )?ikke',
    'ingen fra \\S*(?:nettverket|foreningen|klubben|gruppen|laget|styret|oss) (?:kan|kommer|har (?:tid|anledning))(?: den \\d{1,2})?',
    'kan (?:eg |me |vi |diverre |difor |då )*ikkje(?: (?:kome|koma|delta|vere med|møte))?',
    'kjem (?:eg |me |vi |diverre |difor |då )*ikkje',
    '(?:har|får) (?:eg |me |vi |diverre )*ikkje (?:tid|høve|anledning)(?: til å (?:kome|delta))?',
    `ikke (?:kan|har mulighet til å|har anledning til å) ${come}`,
    'ikke (?:kan|kommer|deltar)$',
    '(?:må|skal) (?:dessverre )?(?:jobbe|på jobb)',
    `(?:kan|kunne|får|vil) ${a}ikke ${a}${come}`,
    `(?:kan|kommer|deltar|stiller|møter|rekker) ${a}ikke(?! (?:til å|bli))`,
    `har ${a}ikke ${a}(?:anledning|mulighet|tid)(?: til å ${come})?`,
    `har ${a}(?:andre planer|en annen avtale|noe annet|et annet møte)`,
    `(?:er|blir) ${a}(?:forhindret|opptatt|bortreist|på ferie|utenlands|syke?|i utlandet)(?! (?:lige |akkurat )?(?:nå|nu)(?!\\S))`,
    `passer ${a}(?:oss |meg )?${a}ikke`,
    '(?:står|hopper) over',
    'blir uten (?:oss|meg)',
    `(?:det )?går ${a}ikke(?! (?:så|bra|an|særlig)(?!\\S))`,
    'ingen (?:av oss|fra oss)(?: (?:kan|kommer|har))?',
  ],
  firmNo: [
    '(?:du |dere )?(?:får|må) (?:du |dere )?(?:(?:dessverre|nok) )*(?:klare (?:dere|deg|det)|greie (?:dere|deg)|ha det gøy) uten (?:meg|oss)',
    'svaret (?:er|blir) (?:dessverre )?(?:et )?nei',
    'ser (?:(?:jeg|vi|meg|oss|dessverre) )*(?:ingen|ikke noen) mulighet (?:til å|for å) (?:komme|delta)',
    'finner (?:\\S+ )?ingen som kan(?: (?:reise|komme|delta|stille))?',
    '(?:jeg|vi|eg) blir (?:nok )?hjemme',
    'blir (?:jeg|vi|eg) (?:nok )?hjemme',
    '(?:må|får) (?:du |dere )?(?:dessverre )?(?:stryke|ta bort) (?:meg|oss)(?: igjen| fra lista| fra listen)?',
    '(?:jeg|vi|eg) slipper ikke (?:fra|unna)',
    '(?:må|nødt til å|måtte) (?:vi |jeg |eg |me |dessverre |diverre )*(?:trekke|trekkje) (?:oss|meg)(?: begge(?: to)?)?(?= |$)(?! fra styret)',
    '(?:har )?ikke tenkt å (?:være med|komme|delta)',
    '(?:må|får) (?:dessverre |diverre )?(?:takke|seie|takka) nei',
    '(?:takkar|seier|svarar) (?:vi |me |eg |diverre |difor )*nei',
    '(?:får |blir )(?:det )?(?:bli )?uten (?:oss|meg)(?: denne gangen)?',
    '(?:takker|sier|svarer|takke|si) (?:…)?nei',
    '(?:må|nødt til å) (?:…)?(?:melde avbud|avlyse|stå over|melde forfall|avslå|melde meg av|melde oss av)',
    '(?:melder|melde) (?:…)?(?:avbud|forfall|oss av|meg av)',
    'avbud',
  ],
  bareNo: [
    '(?:nei|niks)(?: (?:takk|dessverre|ikke|denne|gang|gangen))*',
    '(?:dessverre|beklager)(?: (?:nei|ikke|denne|gang|gangen))*',
    'ikke denne gangen?',
  ],
} satisfies Partial<Lexicon>;
