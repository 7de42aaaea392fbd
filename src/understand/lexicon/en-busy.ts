import { DAYS } from './days.ts';
import { days, lands, ordinal, thatDay } from './en-pieces.ts';
import { row, type Lexicon } from './lexicon.ts';

const { month } = DAYS.en;

/** Any word that does not lead to where the meeting is. */
const word =
  '(?!(?:you|your|there|list|meeting|free|late|until|till|before|after|but|not|if|might|may|possibly|hopefully|probably|coming|joining|attending)(?= |$))\\S+ ';
const abroad =
  row(`finland iceland france spain portugal italy greece turkey croatia poland holland belgium
  hungary crete rhodes corsica sardinia sicily majorca mallorca madeira tenerife malta cyprus egypt morocco china japan
  india thailand australia canada america brazil africa asia lapland brittany normandy provence tuscany`);
/** Any of them but the towns, which may be where the meeting is. */
const spot = `(?!.*@here)(?:${row(
  'a an the my our his her their another one some hospital court work home school college university bed sea holiday vacation leave call duty nights lates earlies shift business training tour stage retreat strike jury transit',
).join('|')}|\\S+'s|${[...abroad, '@elsewhere'].join('|')})(?= )`;
/** Said of no place, or of one from which somebody may well come. */
const harmlessly =
  '(?:for|on|it|board|top|time|again|all|full|good|touch|my way|our way|the list|the way|too|also|town|@here)(?= |$)';
const aDay = `(?:the |that |this |time |both |\\d{1,2} )*(?:\\d|${days}|${month}|day|evening|night|date)`;
const place = `(?:(?:(?:in|at|on) (?=${spot})|with )(?!${harmlessly})(?!${aDay})|off to |off on |off |out at |out on |away |visiting |teaching |working (?!(?:on (?!(?:the )?(?:\\d|${ordinal})|${days}|that)|with|for you|at your|at the (?:venue|meeting|hall)))|performing |playing |singing |cooking |travelling |traveling |flying |sailing |driving to |hosting |giving |running |chairing |celebrating |getting married |moving |minding |babysitting |exhibiting |competing |speaking |needed |expected |booked |committed |engaged |busy )`;
const be = `(?:am|are|i'm|we're|'re|i'll be|we'll be|will be|shall be|be|^|\\S+'s) (?:(?!(?:coming|there|attending|joining|not|back|both|working) )\\S+ ){0,2}?`;
const event =
  "(?:wedding|funeral|birthday|anniversary|exam|exams|concert|appointment|operation|agm|annual general meeting|general meeting|agm's|deadline|rehearsal|shift|match|christening|baptism|confirmation|graduation|play|party|market|fair|course|trip|flight|event|conference|show|opening|visit|meeting|do|engagement|commitment|parents' evening|choir|practice|training|performance|exhibition|delivery|holiday|inspection|hearing|session|dinner|thing)";

const their = `(?:${row(
  "our my a an the own another annual big yearly son's daughter's brother's sister's mother's father's wife's husband's best friend's other important very first village school local open",
).join('|')})`;
const engagement = `(?:${row(`wedding funeral anniversary exam exams concert operation agm deadline rehearsal christening baptism graduation rehearsals gig gigs choir matinee premiere lambing harvest haymaking stocktaking market fair regatta tournament jubilee reunion retreat conference congress audit inspection tribunal bootcamp course night-shift shift honeymoon surgery chemotherapy dialysis scan jury-service evensong festival exhibition summit training hustings election`).join('|')}|general meeting|general assembly|annual meeting|night shift|late shift|jury service|night class|evening class|open day|open evening|parents' evening|school play|sports day|board meeting|committee meeting|hospital appointment|stag do|hen do|house move|golden wedding|silver wedding)`;

/** What keeps somebody away that day, in English. */
export const englishBusy = {
  towards: row('in to at'),
  nounsHaveCapitals: false,
  abroad,
  lands,
  towns: row(
    'london paris berlin rome brussels vienna prague amsterdam dublin edinburgh glasgow manchester birmingham liverpool oslo stockholm copenhagen helsinki hamburg munich brighton oxford cambridge bristol leeds york',
  ),
  farewell: [
    '(?:have|enjoy) (?:a |some )?(?:\\S+ ){0,2}?(?:fun|blast|ball|time|evening|night|meeting|yourselves)',
    'enjoy (?:it|the)',
    '(?:such a |what a |a )?(?:pity|shame)',
    'too bad',
  ],
  whereabouts: [`${be}(?:in|at|on) (?!${harmlessly})(?!${aDay})\\S+`],
  away: [
    "(?:that's|that is|it's|it is) (?:also |just |actually )*(?:our|my) (?:wedding day|birthday|busiest (?:day|time|week|evening)|(?:\\S+ )?anniversary)",
    `^(?:both |all )?(?:away|abroad|out of (?:town|the country)|on (?:holiday|leave|nights|call|duty|shift)|(?:i'm|im|i am|we're|we are|i'll be|we'll be) (?:all )?(?:on nights|on lates|on earlies|on call|on shift))(?: (?:${word}){0,3}?${thatDay}| from .*)?$`,
    // "We are at the fair in Rostock that week", "I'll be on a plane to Toronto on the 30th".
    `${be}${place}(?:${word}){0,7}?${thatDay}`,
    `${thatDay} (?:(?:i|we|all of us|both of us|most of us) )?${be}${place}(?:${word}){0,5}?\\S+$`,
    `(?:have|\\S+'ve|got|has|there's|there is|it's|it is|that's|that is|is|host|hosting|hold|holding|celebrate|celebrating|attend|attending|at) (?:got |also )?(?:to (?:attend|host|go to) )?(?:a|an|our|my|our own|another|\\S+'s) (?:\\S+ ){0,3}?${event}(?: (?:${word}){0,6}?${thatDay}|$)`,
    `(?:that|this)(?:'s| is| was) (?:just |exactly |also |already |the )*(?:day|week|evening|night|date|weekend|when)(?: that| when)? (?:we|i) (?:${word}){1,7}?(?:\\S+)$`,
    "(?:i|we)(?:'ll be| will be|'m|'re| am| are)? (?:(?!was|were|had|have|been)\\S+ )?(?:working|teaching|on (?:duty|call|shift|nights|lates|holiday|leave)|at work|away|abroad)(?: then| all week| late)?$",
  ],
  busy: [
    '(?:have|having|got|minding|looking after|babysitting) (?:the|my|our) (?:grandkids|grandchildren|kids|children|in-laws|parents|twins|granddaughter|grandson|nephews|nieces)',
    "(?:my|our) (?:\\S+ ){0,2}?\\S+'s (?:\\S+ )?(?:\\d{2}(?:th|st|nd|rd)(?: birthday)?|birthday|wedding|funeral|anniversary) (?:is|falls|are|happens)",
    `^(?:(?:it's|just|also|got|on|at|another|bloody|and|as|having) )*(?:${their} )*${engagement}(?: (?:on )?(?:that|the same) \\S+| then| all (?:day|week|evening))?$`,
    '^(?:on|have|having|got|doing|working)? ?(?:a |the )?(?:late|night|early|evening|double|back) shifts?$',
    '(?:have|need|got|must|ought|promised|supposed|due|agreed) (?:to )?(?:be (?:in|at)|look after|help|babysit|mind|take care of|pick up|visit|work|teach|play|sing|speak|be on)',
    '(?:have|having|got|expecting) (?:the |our |my )?(?:\\S+ )?(?:auditors|inspectors|builders|decorators|electricians|plumbers|roofers|taxman|vet|guests|visitors|company|friends over|people over|family over)',
    "(?:have|\\S+'ve|got) (?:got )?(?:something|something else|other things|things|another thing|a thing|stuff|other plans|plans) (?:else )?(?:on|planned|booked|arranged|in the diary)?",
    `(?:have|has|\\S+'ve|got|having|hold|holding|host|hosting|celebrate|celebrating|run|running|there's|there is|it's|it is|that's|that is|is|attending|attend|play|playing|sing|singing|have got) (?:(?:also|already|just|unfortunately|sadly|to attend|both|all|of course) )*(?:${their} )*${engagement}`,
    `(?:am|are|i'm|im|we're|'ll be|will be|be|\\S+'ll be|going|off) (?:(?:also|already|both|all|unfortunately|sadly|then|away|out|due|off|going) )*(?:at|in|on|to) (?:${their} )*${engagement}`,
    `(?:am|are|i'm|im|we're|\\S+'ll be|will be) (?:(?:also|already|both|all|unfortunately|sadly|then|supposed to be|due to be|still|all of us) )*(?:working(?! (?:on (?!(?:the )?(?:\\d|${ordinal})|${days}|that)|with|towards|for you|at your|at the (?:venue|meeting|hall)))|teaching|travelling|traveling|abroad|overseas|on holiday|on leave|on call|on duty|on nights|on lates|on shift|in hospital|out of the country|out of town|babysitting|exhibiting|performing|moving house|getting married|operated on|being operated on|flying (?:to|home|out|back)|sailing|double[ -]booked|otherwise engaged)`,
    `${engagement} (?:is|falls|are|lands|takes place|happens to be|starts|begins)`,
    '(?:clash|clashes|clashing|coincides?|collides?|conflicts?|overlaps?) (?:\\S+ )?with',
    'falls? (?:\\S+ )?(?:in|on|during|at) (?:the middle of )?(?:our|my)',
  ],
  thatDay: [
    thatDay,
    '(?:clash|clashes|clashing|coincides?|collides?|conflicts?|overlaps?) (?:\\S+ )?with',
    'falls? (?:\\S+ )?(?:in|on|during|at) (?:the middle of )?(?:our|my)',
  ],
} satisfies Partial<Lexicon>;
