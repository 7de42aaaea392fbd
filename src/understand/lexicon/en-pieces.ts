/** Pieces that the English lists are made of. */

export const come =
  '(?:come along|come|attend|join(?: you| in)?(?! (?:the|your|our) (?:network|association|club|mailing|group|list))|be there|participate|make it|be coming|be taking part|be attending|be joining|be present|take part|be at|represent us|be able to (?:come|attend|join|make it))(?! (?:to the conclusion|across|up|back|with a|in contact))';
export const very =
  '(?:(?:very|much|really|absolutely|both|all|certainly|definitely|gladly|happily|also|surely|of course|most|so|just|indeed) )*';
export const a =
  '(?:(?:unfortunately|sadly|regretfully|regrettably|simply|just|really|both|be|able|to|not|however|therefore|now|probably|personally|all) )*';
export const not =
  "(?:can't|cannot|can not|won't|will not|couldn't|could not|wouldn't be able to|unable to|not able to|not be able to|not going to|don't think (?:i|we) can|can no longer|am no longer able to|are no longer able to|will no longer|isn't possible (?:for (?:us|me) )?to|is not possible (?:for (?:us|me) )?to|impossible (?:for (?:us|me) )?to)";
/** Of whom somebody speaks who answers for the network. */
export const us = '(?:us both|us all|us|me|both of us|the two of us|the three of us)';
