/** Pieces that the Norwegian lists are made of. */

export const come =
  '(?:komme (?:meg|oss) (?:fra|unna|løs)|komme (?:fra|unna)$|komme|kome|koma|delta|være med|vere med|stille opp|stille|møte opp|møte|bli med|være til stede|vere til stades|være der|rekke (?:det|fram|frem)|få det til(?: å (?:gå(?: opp)?|passe|klaffe))?|finne tid|ta turen|ta (?:meg|oss) fri)';

export const number = '(?:\\d{1,2}|en|én|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv)';

/** Between a verb and what it says of coming. */
export const surely =
  '(?:(?:vi|jeg|eg|me|begge|alle|undertegnede|også|godt|nok|da|selvfølgelig|selvsagt|sjølvsagt|naturligvis|absolutt|gjerne|helt|sikkert|alltid|jo|igjen|veldig|jammen|heldigvis|så) )*';

export const event =
  '\\S*(?:møtet?|treffet?|seminaret?|kveld|kvelden|arrangementet?|invitasjonen?|dag|dagen|datoen?|konferansen?|programmet|anledningen?|tidspunktet?)';
