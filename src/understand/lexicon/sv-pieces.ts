/** Pieces that the Swedish lists are made of. */

export const number = '(?:\\d{1,2}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)';

/** Between a verb and what it says of coming. */
export const surely =
  '(?:(?:vi|jag|båda|alla|undertecknad|också|även|nog|då|självklart|självfallet|givetvis|naturligtvis|såklart|absolut|gärna|jättegärna|helt|säkert|alltid|ju|igen|mycket|verkligen|så) )*';

export const come =
  '(?:komma (?:loss|iväg|ifrån|hit|ner|upp)|komma|delta|närvara|hinna (?:med|dit|fram)|få ihop det|ta (?:mig|oss) (?:ledigt|dit|loss)|göra resan|följa med|deltaga|vara med|medverka|närvara|vara på plats|vara där|ställa upp|komma loss)';

export const event =
  '\\S*(?:mötet?|träffen?|seminariet?|kväll|kvällen|arrangemang(?:et)?|inbjudan|evenemang(?:et)?|dag|dagen|datum(?:et)?|konferensen?|programmet|tillfället?)';
