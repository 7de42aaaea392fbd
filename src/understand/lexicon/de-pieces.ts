/** Pieces that several German lists are made of. */
import { DAYS } from './days.ts';
import { row } from './lexicon.ts';

const { month, weekday } = DAYS.de;

/** The meeting, as people call it. */
export const event =
  '\\S*(?:treffens?|veranstaltung|seminars?|abends?|termins?|tags?|einladung|datum|konferenz|programm|sitzung|netzwerktreffens?|zeitpunkt|zusammenkunft)';

/** Evenings and days that are not the meeting. */
export const otherEvent =
  '(?:(?!(?:\\d|ich|wir|da|bin|sind)(?!\\S))\\S+ )?\\S*(?:versammlung|vorstandssitzung|beiratssitzung|vorstandstreffen|sommerfest|grillfest|stadtfest|stammtisch|flohmarkt|weihnachtsmarkt|jubiläum|hochzeit|elternabend|filmabend|klassentreffen|messe|geburtstag|weihnachtsfeier|beerdigung|einweihung|lehrgang|kurs|exkursion|ausflug)s?';

/** To, at or for something. */
export const to =
  '(?:zu|zur|zum|an der|an dem|am|beim|bei der|auf der|auf die|für die|für das|für den)';

/** What stands between a verb and its negation. */
export const a = `(?:(?:wir|ich|beide|leider|da|an diesem|an dem|am|tag|abend|termin|diesmal|dieses|mal|aber|auch|doch|es|das|dann|daher|deshalb|also|so|bedauerlicherweise|beim besten willen|selbst|selber|mich|uns|mir|zu|in|der|woche|hier|nun|jetzt|somit|alle|bei|an|im|${month}|zeitlich|terminlich|beruflich|gesundheitlich|persönlich|wirklich|einfach|schlicht|gar|überhaupt|ja|eben|halt|wohl|nämlich|\\d{1,2}|\\d{4}|${weekday}s?) )*`;

/** How gladly and how surely somebody comes, and who. */
export const very =
  '(?:(?:sehr|wirklich|auch|wieder|mal|natürlich|selbstverständlich|selbstredend|gerne?|liebend|herzlich|total|auf jeden fall|auf alle fälle|in jedem fall|beide|alle|sicher|bestimmt|gewiss|definitiv|garantiert|mit freuden?|mit vergnügen|unbedingt|hiermit|selber|persönlich|diesmal|dieses mal|dann|da|also|doch|ja|nun|jetzt|daher|deshalb|fest|verbindlich|endlich|tatsächlich|glücklicherweise|erfreulicherweise|zum glück|wie immer|wie jedes jahr|klar|wir|ich) )*';

export const come =
  '(?:kommen|teilnehmen|dabei sein|dabeisein|mit dabei sein|mit von der partie sein|anwesend sein|zugegen sein|vor ort sein|zu gast sein|erscheinen|wahrnehmen|mitmachen|mitkommen|mitfahren|anreisen|da sein|bei (?:ihnen|euch|dir) sein|vorbeikommen|vorbeischauen|beiwohnen)';

/** A date between a verb and what belongs to it. */
export const on = `(?:am (?:\\d{1,2} |${weekday} )(?:\\d{1,2} |${month} )?(?:\\d{4} )?)`;

/** Up to so many words, none of which turns what follows around. */
export function upTo(words: number): string {
  return `(?:(?!(?:nicht|nichts|nie|niemals|niemand|niemanden|niemandem|keiner|kein|keine|keinen|weder|ob|wenn|falls|nur|erst|ohne|bevor|wohl|vielleicht|eventuell|möglicherweise|halb|teilweise|kaum|online|virtuell|digital|wahrscheinlich|hoffentlich)(?!\\S))\\S+ ){0,${words}}?`;
}

/** When the meeting is, said in so many words. */
export const thatDay = `(?:da|dann|an dem (?:tag|abend|${weekday}|termin|datum)|an diesem (?:tag|abend|${weekday}|termin|datum|wochentag)|am selben (?:tag|abend)|am gleichen (?:tag|abend)|(?:zur|um die) (?:selben|gleichen|diese) zeit|zu (?:der|dieser) zeit|zeitgleich|gleichzeitig|am \\d{1,2}(?: ${month}| \\d{1,2})?(?: \\d{4})?|am ${weekday}(?:abend)?|${weekday}abend|${weekday} abend|in (?:der|dieser) woche)`;

/** Where somebody is who cannot come. */
export const gone =
  '(?:(?:in|im|auf|bei|beim|zur|zu|mit|an|am|aufm) (?:(?:der|dem|den|die|einer|einem|eine|einen|meiner|meinem|meinen|unserer|unserem|unseren|einem großen|großer|der eigenen|der großen) )*(?!durchreise|heimreise|rückreise|hinreise|anreise)\\S*(?:urlaub|ferien|reise|reisen|dienstreise|messe|tagung|kongress|fachtagung|schulung|fortbildung|weiterbildung|lehrgang|baustelle|montage|tournee|kur|reha|klinik|krankenhaus|hochzeit|beerdigung|trauerfeier|taufe|konfirmation|geburtstag|familienfeier|klassentreffen|klassenfahrt|abschlussball|abiball|elternabend|konzert|theater|spätschicht|nachtschicht|frühschicht|schicht|dienst|arbeit|kreuzfahrt|wanderung|radtour|ausland|see)(?: (?:in|auf|bei|nach) \\S+)?)';

/** Far countries and islands. */
export const abroad =
  row(`norwegen schweden finnland island holland belgien frankreich england schottland irland
  spanien portugal italien griechenland türkei kroatien slowenien ungarn polen tschechien kreta rhodos korsika sardinien
  sizilien mallorca madeira teneriffa malta zypern ägypten marokko tunesien thailand china japan usa amerika kanada
  australien neuseeland lappland`);
/** Countries where a meeting may well be. */
export const lands = row('dänemark deutschland österreich');
export const country = `(?:${[...abroad, ...lands].join('|')})`;

/** Said of no place, or of one from which somebody may well come. */
const harmlessly =
  '(?:.* )?(?:dabei|frei|da|zeit|anwesend|pünktlich|willkommen|gast|gäste|nähe|gegend|lage|händen|bilde|recht|irrtum|stande|zweifel|sorge|not|zugzwang|boot|spiel|rennen|thema|gespräch|kontakt|austausch|eile|stress|büro|homeoffice|erreichbar|durchreise|weg|hinweg|telefon|haus|saal|publikum|zug|auto|bus|fähre|ihnen|euch|dir|jeden|alle|rente|form|verzug|ort|platz|dann|komme|kommen|@here)(?!\\S)';
const determined =
  '(?:im|beim|am|(?:in|auf|bei|vor) (?:der|dem|den|die|das|einer|einem|eine|meiner|meinem|meine|unserer|unserem|unsere)(?!\\S))';
/** Where somebody is, in so many words; a bare name may be that of the meeting's town. */
export const somewhere = `(?:${determined} (?!${harmlessly})(?:\\S+ ?){1,4}|(?:schon |noch )?in (?:${[...abroad, '@elsewhere'].join('|')})(?: \\S+){0,3})$`;
/** As `somewhere`, where it may be the meeting's town. */
export const anywhere = `(?:in|auf|bei|vor) (?!${harmlessly})\\S+`;

/** How networks and associations are called. */
export const body =
  '\\S*(?:netzwerk|verein|verband|kreis|gruppe|club|klub|initiative|gemeinde|stiftung|genossenschaft|gesellschaft|förderung|vorstand|team|bund|büro|geschäftsstelle)s?';

/** What somebody has on that day who cannot come. */
export const busy =
  '\\S*(?:umbau|prüfungswoche|chor|training|op|op-termin|trauerfeier|schützenfest|feuerwehrfest|heuernte|steuerprüfung|betriebsprüfung|inventur|dienst|schicht|bereitschaft|prüfung|prüfungen|klausur|examen|chorprobe|generalprobe|premiere|kundentermin|arzttermin|gerichtstermin|notartermin|ausflug|betriebsfeier|schulfest|sportfest|stadtfest|dorffest|sommerfest|hochzeit|beerdigung|taufe|konfirmation|geburtstag|familienfeier|familienfest|elternabend|versammlung|vorstandssitzung|ratssitzung|ernte|auftritt|konzert|turnier|messe|ausstellung|vernissage|umzug|operation|klassentreffen|eigene veranstaltung|andere veranstaltung)(?: (?:in|auf|bei|im) \\S+)?';
