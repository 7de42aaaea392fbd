import { DAYS } from './days.ts';
import { ordinal } from './en-pieces.ts';
import { row, type Lexicon } from './lexicon.ts';

const { month } = DAYS.en;

const event =
  '\\S*(?:meeting|seminar|event|evening|invitation|invite|day|date|gathering|conference|dinner|programme|program|workshop|reception|get-together|night|time|occasion)';

/** What stands around an English answer and says nothing of coming itself: the rest of en.ts. */
export const englishAround = {
  harmless: [
    'as (?:agreed|discussed|arranged|promised|mentioned)(?: (?:on|over|by) (?:the )?(?:phone|telephone)| yesterday| last week)?',
    "^(?:there's|there is) no (?:going|turning|backing) (?:back|out)(?: now)?$",
    '^no (?:to )?(?:the )?(?:fish|meat|nuts|pork|wine|beer|alcohol|shellfish|gluten|dairy)(?: (?:please|thanks|though))?$',
    '^(?:and )?(?:can|may|could) (?:i|we) bring (?:a|my|our|the) \\S+(?: \\S+)?$',
    '^(?:looking|look) forward$',
    '^no (?:harm done|rush|hurry|pressure|big deal|biggie|matter)$',
    '^(?:first|firstly|second|secondly|third|thirdly|lastly|finally|first of all|second of all|most importantly)(?= )',
    '(?:at|for) (?:this|the) (?:stage|point|moment)',
    `(?:for|by) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)|${ordinal})(?: (?:of )?${month})?`,
    'see you(?: all)?(?: there| then| soon)?',
    '^no (?:problem|worries|trouble|bother|question|doubt|need to \\S+(?: \\S+)?)$',
    'despite (?:everything|all|it all|the \\S+)',
    `(?:on )?the ${ordinal}`,
    '^what (?:a|an) (?:\\S+ ){0,3}?\\S+$',
    '^(?:what (?:fun|joy|luck|timing)|how (?:very |really )?(?:nice|kind|lovely|sweet|thoughtful|exciting|wonderful|good|generous)(?: of you)?(?: to .*)?)$',
    'the (?:pair|whole lot|lot|bunch) of us',
    '(?:our|the) whole \\S+',
    "(?:around|about|at|by) (?:half )?(?:past )?(?:three|four|five|six|\\d{1,2})(?: ?pm| o'clock)?",
    '(?:until|till) then',
    '(?:sad|sorry|glad|happy|pleased|delighted) to say',
    "^(?:(?:so|very|really|again|and) )*sorry (?:to (?:be|have|bother|trouble|ask|hear|keep|take|only|write|reply|answer|come back)|(?:it|i|we|this|that)(?:'m| am|'s|'ve| took| has| have| did| is| was| only|'re)? (?:\\S+ ){0,5}?(?:late|slow|sooner|earlier|so long|vague|short notice|ages))(?= |$)(?! say).*",
    "^(?:(?:i am|i'm|we are|we're|so|very|really|many|my|our|and|first) )*(?:sorry|apologies|forgive (?:me|us)|excuse (?:me|us)) (?:for|about) .*",
    `from (?:the )?\\d{1,2}(?:st|nd|rd|th)? (?:until|till|to) (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?${month})?`,
    'after all',
    "(?:that's|it's|it is|i've put it|we've put it|i have put it|have put it|got it|put|the date is|date's|the date's|noted|i've noted it|we've noted it) (?:safely |now |already |firmly |down )*in (?:the|my|our) (?:diary|diaries|calendar|calendars)",
    "(?:i've|we've|i have|we have|have|just) (?:just |already )*(?:blocked|marked|kept|cleared|saved|reserved|set aside|ringed|circled) (?:out |off )?(?:the|that|my|our) (?:\\S+ )?(?:evening|date|day|diary|calendar|night)(?: (?:in|free|off|for) ?(?:the|my|our|it|you)? ?(?:calendar|diary)?)?",
    '^no (?:special|particular|dietary) (?:\\S+ ){0,2}?(?:food|diet|needs|wishes|requirements|requests|allergies)',
    '^no (?:allergies|fish|meat|nuts|pork|gluten|dairy|shellfish|alcohol|onions?)(?: (?:or|and) \\S+)?(?: for (?:me|us|him|her))?(?: please| thanks)?$',
    "(?:will|'ll|i'll|we'll|might|may) be (?:\\S+ ){0,3}late",
    '(?:at the moment|for now|right now|at present|for the time being)',
    "(?:we |i |though |we'll |i'll )?(?:may|might|will)? ?be (?:a (?:few|couple of|little|bit|good)? ?(?:minutes|bit)?|slightly|somewhat) late",
    'on (?:my|our) own',
    '(?:this time|this year)',
    '(?:thanks|thank you) for (?:asking|writing|the offer|everything)',
    '(?:grand|brilliant|super|great) so$',
    'by (?:train|car|bus|bike|boat|ferry)',
    'and (?:no one|nobody) else',
    'by (?:my|our)sel(?:f|ves)',
    'with (?:a )?(?:heavy heart|great regret|joy)',
    '(?:just|only) the (?:one|two|three) of (?:us|me|them)',
    '(?:many |thank you |thanks |very much |so much |a lot |much |kind )*(?:thanks|thank you|thankful|grateful|appreciate|appreciated)(?: (?:very|so|much|again|a lot|a million|both|all))*(?: for)? ?(?:\\S+ ){0,4}?(?:invitation|invite|inviting (?:us|me)|invitations|mail|e-?mail|message|reminder|asking|thinking of (?:us|me)|letting (?:us|me) know|reaching out|note|kindness)?',
    `(?:to|at|in|for|of|on|during|that(?! (?:i|we|you|he|she|they|it) )|this|the|your|your kind|such a) (?:\\S+ ){0,3}?${event}`,
    '(?:on |the |by )*\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)(?: \\d{4})?',
    '(?:on )?(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:the )?\\d{1,2}(?:st|nd|rd|th)?',
    '(?:on )?(?:the )?\\d{1,2}(?:st|nd|rd|th)',
    'at \\d{1,2}(?: \\d{2})?(?: ?[ap]m)?',
    '(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: evening| night)?',
    '(?:have|enjoy) (?:a |an |the )?(?:fun|good|great|lovely|nice|wonderful|fantastic)(?: \\S+)?',
    'have fun',
    'good luck',
    '(?:sounds|looks) (?:\\S+ )?(?:great|good|lovely|wonderful|interesting|fantastic|exciting|fun|like fun)',
    'wish(?:ing)? you .*',
    '^(?:due to|because of|owing to) .*',
    'on behalf of(?: (?:our|the|my))?(?: \\S+)?',
    'without (?:doubt|fail|hesitation)',
    'with (?:pleasure|great pleasure|bells on|joy|regret|thanks|you|us|me)',
    '(?:this|that) (?:year|week|month|time)',
    'from (?:us|our side|our network|our association|the board|our board|our group)',
    'for (?:us|me|our network|the network)',
    "(?:i'm|i am|we're|we are) (?:very |so |really )?(?:sorry|afraid|glad|happy|pleased|delighted|sorry to say|pleased to say|happy to say|excited)(?: that| to say| to inform you| to tell you| but)?",
    '(?:want to|wanted to|just to|writing to|pleased to|like to) (?:let you know|confirm|say|tell you|inform you)(?: that)?',
    'of us',
  ],
  around:
    row(`x xx xxx k w allergy isle new small little tiny big local young old rural lovely pls plz ta muchly missus hubby lad lads lass gang crew bunch crowd managers leaders coordinators organisers it's that's there's delegation boss manager employer there'll together vice-chair vice-chairman deputy successor co-chair love mate pal dear folks ok okay alright fab brill myself ourselves himself herself alone along r u pls plz thx ppl sole afterwards we i us me my our ours both all two one three four five six seven eight nine ten a an the this that it so also then thus now hereby herewith therefore
    and plus with from & + yes no please thank thanks you your yours very much many kind kindly lovely great good wonderful fantastic perfect fine nice fun exciting excellent super
    will shall be am are is was i'm we're i'll we'll 'll 'm 're definitely certainly absolutely surely gladly happily of course indeed really just again still would have put in diary calendar noted anyway after-all too thanx cheers
    people person persons participants participant seats seat attendees attendee places place guests guest representatives representative members member delegates delegate total number
    chair chairman chairwoman chairperson treasurer secretary president colleague colleagues wife husband partner son daughter friend board committee association network club group guild team
    hi hello regards best sincerely sorry unfortunately regretfully sadly afraid regret regrets
    there here week month evening meeting event seminar day date time invitation invite attendance everyone everybody next-to following namely names name answer reply rsvp as behalf on to`).filter(
      (word) => word !== 'to',
    ),
  business: row(
    'article advert advertisement invoice invoices bill bills paid payment pay fee fees account attached attachment file files send sending link newsletter material materials information info minutes address phone telephone key price received receive order ordered offer cancelled canceled coffee password login document documents report website problem',
  ),
  optOut: [
    'unsubscribe',
    'remove (?:my|our|this) (?:e-?mail )?address',
    '(?:remove|take) (?:me|us)(?: please)? (?:from|off)(?: of)? (?:the|your|this|that) (?:\\S*mail\\S*|distribution|address|contacts?)(?: list)?',
    "(?:no|not|don't|do not) (?:…)?(?:more|further|any more|these) (?:e-?mails?|mails?|messages|invitations)",
    'stop (?:…)?(?:e-?mailing|mailing|writing|sending|contacting)',
    "(?:do not|don't|please never) (?:contact|write|e-?mail|mail) (?:to )?(?:me|us)(?: again| any ?more)?",
  ],
  offList: [
    '(?:remove|take) (?:me|us)(?: please)? (?:from|off)(?! (?:the|your) (?:list of (?:participants|attendees|guests)|(?:guest|participants?|attendance) list|(?:\\S+ )?list for))',
  ],
  months: DAYS.en.months,
  weekdays: DAYS.en.weekdays,
  common: row(
    "the and you will we thank thanks our are this not with have your yes regards attend sorry of 'm can would there please coming come can me us im you attending yes no me but if what that",
  ),
} satisfies Partial<Lexicon>;
