/** Pieces that the Swedish lists are made of. */

export const come =
  '(?:komma|delta|deltaga|vara med|medverka|närvara|vara på plats|vara där|ställa upp|komma loss)';

export const event =
  '\\S*(?:mötet?|träffen?|seminariet?|kväll|kvällen|arrangemang(?:et)?|inbjudan|evenemang(?:et)?|dag|dagen|datum(?:et)?|konferensen?|programmet|tillfället?)';
