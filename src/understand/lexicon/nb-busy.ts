/** What somebody is busy with that day, as Norwegian has it. */
import { DAYS } from './days.ts';
import { row, type Lexicon } from './lexicon.ts';

const { weekday } = DAYS.nb;

const abroad =
  row(`sverige finland island tyskland england skottland irland frankrike spania portugal italia hellas
  tyrkia kroatia polen nederland belgia østerrike sveits usa thailand kreta rhodos mallorca kanariøyene kypros malta
  egypt kina japan svalbard`);

export const norwegianBusy = {
  towards: row('i på til'),
  nounsHaveCapitals: false,
  abroad,
  lands: row('norge danmark'),
  towns: row(
    'oslo bergen trondheim stavanger tromsø kristiansand lofoten københavn stockholm göteborg berlin london paris roma',
  ),
  away: [],
  busy: [
    '(?:jobber|arbeider|jobbar) (?:(?:vi|jeg|eg|me|dessverre|jo|da|den) )*(?:kveld|natt|seint|helg|helga|helgen|kvelden|dagen)',
    '(?:har|er) (?:(?:vi|jeg|eg|me|dessverre|jo|allerede|alt) )*(?:lovet|lova|lovt) (?:bort |meg |oss |vekk )+',
    '(?:er|blitt) (?:(?:vi|jeg|eg|me|dessverre|jo|allerede) )*(?:invitert|bedt|bedne) (?:til|ut|på|i|med)',
    '(?:kolliderer|kræsjer|krasjer) (?:(?:dessverre|det|den|jo) )*med',
    '(?:seiler|flyr) (?:(?:vi|jeg|eg|me|dessverre|jo) )*(?:til|mot) (?!@)\\S+',
    'har (?:(?:vi|jeg|eg|me|dessverre|jo|selv|allerede) )*(?:(?:en|et|eget|egen|åpen|åpent) )*(?:dugnad|kafé|kafe|korps|trening|kamp|gjester|besøk|loppemarked|avslutning|skoleavslutning|tannlegetime|legetime|billetter)',
    '(?:har|holder|feirer) (?:(?:vi|jeg|eg|me|dessverre|jo|selv|vår|vårt|en|et|eget) )*\\S*(?:årsmøte|styremøte|møte|bryllup|konfirmasjon|begravelse|vakt|kveldsvakt|nattevakt|korøvelse|øvelse|konsert|kurs|jubileum|fest|eksamen)',
    `(?:skal|er|reiser) (?:(?:vi|jeg|eg|me|dessverre|jo|selv) )*(?:i|på|til) (?:(?:en|et) )*(?:ferie|reise|kurs|jobb|vakt|tur|hytta|hyttetur|bryllup|begravelse|konfirmasjon|utlandet|${[...abroad, '@elsewhere'].join('|')})`,
    'skal (?:(?:vi|jeg|eg|me|dessverre|jo|selv) )*(?:jobbe|arbeide|passe barnebarn|opereres)',
  ],
  farewell: [
    'ha (?:det|en) (?:\\S+ )?(?:gøy|moro|artig|hyggelig kveld|fin kveld)',
    'god (?:fornøyelse|tur)(?: (?:på|med) (?:møtet|treffet))?',
  ],
  whereabouts: [
    '(?:er|skal|reiser|sitter) (?:(?:vi|jeg|eg|me|dessverre|jo|selv) )*(?:i|på|til|opp til|ned til) (?!(?:jobb|kontoret|plass|dere|@here|møtet|treffet|vei|gang|møte|møde|den|det|en|et|mitt|tide|linje)(?!\\S))\\S+(?!.* (?:@here|jer|dere|kl)(?!\\S))',
  ],
  thatDay: [
    `(?:(?:akkurat|nettopp|på|i|hele) )*(?:den|samme|denne|den samme) (?:kvelden|kveld|dagen|dag|datoen|uka|uken|veka|helga|helgen|${weekday}en)`,
    'samtidig',
    '(?<=\\S )da$',
    '(?:kolliderer|kræsjer|krasjer) (?:\\S+ )*?med',
    '^da(?= (?:er|skal|har) (?:vi|jeg|eg|me))',
    '(?:hele |i )*uke \\d{1,2}',
    '(?<!(?:til|fra|før|etter) )den \\d{1,2}(?! (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?!\\S))',
  ],
} satisfies Partial<Lexicon>;
