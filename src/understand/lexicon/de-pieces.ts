/** Pieces that several German lists are made of. */

export const event =
  '\\S*(?:treffens?|veranstaltung|seminars?|abends?|termins?|tags?|einladung|datum|konferenz|programm|sitzung|netzwerktreffens?|zeitpunkt|zusammenkunft)';

export const a =
  '(?:(?:wir|ich|beide|leider|da|an diesem|an dem|am|tag|abend|termin|diesmal|dieses|mal|aber|auch|doch|es|dann|daher|bedauerlicherweise|selbst|mich|uns|zu|in|der|woche|hier|nun|somit|deshalb|alle|bei|an|im|mai|juni) )*';
export const very =
  '(?:(?:sehr|wirklich|auch|natürlich|selbstverständlich|auf jeden fall|beide|alle|sicher|bestimmt|mit freude|mit vergnügen|unbedingt|hiermit) )*';
export const come =
  '(?:kommen|teilnehmen|dabei sein|dabeisein|mit dabei sein|anwesend sein|erscheinen|wahrnehmen|mitmachen|einrichten|da sein|bei (?:ihnen|euch|dir) sein|vorbeikommen|beiwohnen)';
/** A date between a verb and what belongs to it. */
export const on = '(?:am (?:\\d{1,2} |mittwoch )(?:\\d{1,2} |mai )?(?:\\d{4} )?)';
