/** Pieces that the Norwegian lists are made of. */

export const come =
  '(?:komme|delta|være med|stille|møte opp|møte|bli med|være til stede|være der|rekke det)';

export const event =
  '\\S*(?:møtet?|treffet?|seminaret?|kveld|kvelden|arrangementet?|invitasjonen?|dag|dagen|datoen?|konferansen?|programmet|anledningen?|tidspunktet?)';
