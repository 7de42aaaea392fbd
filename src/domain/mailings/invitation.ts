/** The invitation: once to every contact, and never to an address that slipped in later. */
import type { Case } from './case.ts';
import type { Rule } from './rule.ts';

export const invitation: Rule = {
  isAnswered: hasAnswered,
  toGone: false,
  said: (one) => one.last('invitation'),
  whyNot(one) {
    const delivery = one.delivery(one.last('invitation'));
    if (delivery === 'sent' && !one.planning.again) return 'already-sent';
    if (hasAnswered(one)) return 'answered';
    // What was put off was in a plan before: nothing new about it.
    return delivery === 'not-sent' && isNewInInvited(one) ? 'new-address' : undefined;
  },
};

function hasAnswered({ status }: Case): boolean {
  return status.answer !== 'needs-action';
}

/** Somebody else there has the invitation, and nobody asked for this one by name. */
function isNewInInvited(one: Case): boolean {
  if (one.isNamed) return false;
  const have = one.network.contacts.filter((other) => {
    const theirs = one.last('invitation', other);
    return other !== one.contact && theirs && one.mayHave(theirs) && !one.deadEnd(other);
  });
  // A run that was cut off between the contacts of a network meant to reach them all.
  const meant = have.some((other) =>
    one
      .last('invitation', other)
      ?.submitted?.alongside?.some(
        (address) => address.toLowerCase() === one.contact.address.toLowerCase(),
      ),
  );
  return have.length > 0 && !meant;
}
