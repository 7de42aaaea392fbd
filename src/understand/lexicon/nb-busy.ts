/** What somebody is busy with that day, as Norwegian has it. */
import type { Lexicon } from './lexicon.ts';

export const norwegianBusy = {
  away: [],
  busy: [
    'har (?:(?:vi|jeg|eg|me|dessverre|jo|selv|allerede) )*(?:(?:en|et|eget|egen|åpen|åpent) )*(?:dugnad|kafé|kafe|korps|trening|kamp|gjester|besøk|loppemarked|avslutning|skoleavslutning|tannlegetime|legetime|billetter)',
    '(?:er|skal|reiser|sitter) (?:(?:vi|jeg|eg|me|dessverre|jo|selv) )*(?:på|til|opp til|ned til) (?!(?:jobb|kontoret|plass|dere|nykøbing|falster|lolland|møtet|treffet|vei|gang|møte|møde|den|det|en|et|mitt|tide|linje)(?!\\S))\\S+(?!.* (?:nykøbing|jer|dere|kl)(?!\\S))',
    '(?:har|holder|feirer) (?:(?:vi|jeg|eg|me|dessverre|jo|selv|vår|vårt|en|et|eget) )*\\S*(?:årsmøte|styremøte|møte|bryllup|konfirmasjon|begravelse|vakt|kveldsvakt|nattevakt|korøvelse|øvelse|konsert|kurs|jubileum|fest|eksamen)',
    '(?:skal|er|reiser) (?:(?:vi|jeg|eg|me|dessverre|jo|selv) )*(?:i|på|til) (?:(?:en|et) )*(?:ferie|reise|kurs|jobb|vakt|tur|hytta|hyttetur|bryllup|begravelse|konfirmasjon|utlandet|danmark|sverige|spania|tyskland|england|london|italia|frankrike|hellas|bergen|trondheim|oslo|tromsø|stavanger)',
    'skal (?:(?:vi|jeg|eg|me|dessverre|jo|selv) )*(?:jobbe|arbeide|passe barnebarn|opereres)',
  ],
  thatDay: [
    '(?:(?:akkurat|nettopp|på|i|hele) )*(?:den|samme|denne|den samme) (?:kvelden|kveld|dagen|dag|datoen|uka|uken|onsdagen)',
    'samtidig',
    '^da(?= (?:er|skal|har) (?:vi|jeg|eg|me))',
    '(?:hele |i )*uke \\d{1,2}',
    '(?<!(?:til|fra|før|etter) )den \\d{1,2}(?! (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?!\\S))',
  ],
} satisfies Partial<Lexicon>;
