/** Pieces that the English lists are made of. */
import { DAYS } from './days.ts';
import { PLACE, row } from './lexicon.ts';

const { month, weekday } = DAYS.en;

export const days = `${weekday}s?`;
/** A day of the month in words; "the first" may be anything. */
export const ordinal =
  '(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\S+teenth|twentieth|thirtieth|(?:twenty|thirty)-\\S+)';
export const come =
  '(?:come(?: (?:along|up|down|over|across|out))?|attend(?! to )|turn up|show up|pop (?:along|over)|drop by|make an appearance|make the (?:trip|journey)|be with you(?: all)?|be among (?:you|the guests|your guests)|be in attendance|join(?: you(?: all)?| in)?(?! (?:the|your|our) (?:network|association|club|mailing|group|list))|be there|be along|be (?:a )?part of (?:it|this|that)|participate|make it(?: along| over| down| across)?|manage to (?:come|be there|attend)|be coming(?: (?:along|up|down|over|across))?|be taking part|be attending|be participating|be joining(?: you| in)?|be present|take part|be at(?= (?:the|your|this|@here))|represent (?:us|it|our \\S+|the (?:network|group|club|guild|association|committee|board))|be able to (?:come|attend|join|make it|be there|take part))(?! (?:to the conclusion|across|up|back|with a|in contact|to terms|(?:and|by and|to) (?:see(?! you (?:there|then|all|on))|visit|pick|collect|fetch|help)|close to|to (?:you|us|me|ours|mine|dinner|lunch|tea|supper)|for (?:dinner|lunch|tea|supper|coffee)|(?:all )?in (?:spirit|thought|thoughts|our thoughts|my thoughts)))';
export const coming =
  '(?:coming(?: (?:along|up|down|over|across))?|attending|joining(?: you| in)?|participating|taking part|turning up|making it|making the (?:trip|journey))(?! (?:to terms|up with|back|from behind|out of|soon|across|the (?:club|network|association)))';
export const very =
  '(?:(?:very|much|really|absolutely|both|all|certainly|definitely|gladly|happily|also|surely|of course|most|so|just|indeed|only too|too|more than|naturally|obviously|always|still|truly|gratefully|thankfully|dearly|quite|rather|hereby|then|thus|therefore|with (?:great |much |the greatest |the utmost )?(?:pleasure|joy)|at present|all being well) )*';
export const a =
  '(?:(?:unfortunately|sadly|regretfully|regrettably|simply|just|really|both|be|able|to|not|however|therefore|now|probably|personally|all|actually|quite|myself|after all|currently|also) )*';
export const not =
  "(?:can't|cannot|can not|won't|shan't|will not|\\S+'ll not|shall not|couldn't|could not|wouldn't be able to|not be able to|unable to|not able to|not free to|not available to|don't|do not|doesn't|does not|not in a position to|in no position to|not going to|not planning to|don't think (?:i|we) (?:can|will|could)|don't see how (?:i|we) (?:can|could)|can't see how (?:i|we) (?:can|could)|can't see (?:us|me|myself|ourselves)|can no longer|no longer able to|will no longer|isn't possible (?:for (?:us|me) )?to|is not possible (?:for (?:us|me) )?to|impossible (?:for (?:us|me) )?to|prevents? (?:us|me) from|stops? (?:us|me) from|keeps? (?:us|me) from)";
/** As `not`, of the meeting that is asked for: without what may be past or general. */
export const notNow =
  "(?:can't|cannot|can not|won't|shan't|will not|\\S+'ll not|shall not|wouldn't be able to|not be able to|unable to|not able to|not free to|not available to|not in a position to|not going to|not planning to|can no longer|no longer able to|will no longer)";
/** A place or an hour that is not the meeting's may follow. */
export const elsewhere = `(?:to|at|by|round|over|for|with|on|in|into|until|till|before|after(?! all))(?= (?!(?:the |this |that |your |our |it|any of|account|you all|on |for |${days} |\\d{1,2}(?:st|nd|rd|th)?(?: of)? )*(?:meeting|event|evening|gathering|do|get-together|${days}|${month}|date|day|night|account|it|this|that|\\d{1,2}(?:st|nd|rd|th)|${ordinal}|${PLACE}|time|occasion|year|you all)(?= |$)))`;
/** Of whom somebody speaks who answers for the network. */
export const us =
  '(?:us both|us all|(?:my|our) \\S+ and (?:me|myself)|myself|ourselves|(?:our|the) (?:\\S+ )?(?:lot|gang|crowd|crew|bunch|team|group|people|folk|network|association|club|guild)|us three|us two|us|me|both of us|all of us|the two of us|the three of us|our network|our association|our group|our club)';
/** Countries where a meeting may well be. */
export const lands = row('denmark norway sweden germany britain england scotland wales ireland');
/** The day that is asked for, however it is called. */
export const thatDay = `(?:(?:on |for |during |of |in |the |all |whole |very )*(?:that|the same|this) (?:very |same |particular |whole )*(?:day|evening|night|week|weekend|date|afternoon|month|time|${days})(?: evening| night)?|(?:on |the |around |over )*\\d{1,2}(?:st|nd|rd|th)(?: of)?(?: ${month})?|(?:on )?${month} (?:the )?\\d{1,2}(?:st|nd|rd|th)?|(?:on )?\\d{1,2} ${month}|(?:at )?the end of (?:${month}|the month)|(?:on )?the (?:${ordinal}(?: of ${month})?|${days} in question|day in question|evening in question)|(?:on )?${days}(?: evenings?| nights?)?|then|(?:at )?(?:the|that) (?:same )?time)`;
/** How many, or who. */
export const seats =
  '(?:one|two|three|four|five|six|both|a|an|\\d|(?:all )?(?:the )?(?:two|three|four|\\d))';
/** Who says so; not what it is about. */
export const from =
  'from (?!the (?:council|bank|printers?|caterers?|venue|landlord|insurance|doctor|company|shop|authorities|police))(?:(?!regarding |about |concerning |on |to |for |as |if )\\S+ ){0,4}?\\S+';
