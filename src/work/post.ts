/** From a step of the plan to a message ready to leave, and to what the journal says of it. */
import type { FactDraft } from '../domain/facts.ts';
import { comingBeside } from '../domain/noted.ts';
import type { Plan, Step } from '../domain/plan.ts';
import { EXIT, MikronetError } from '../errors.ts';
import { testReferenceOf } from '../format/keyed.ts';
import type { ScreenLanguage } from '../words/words.ts';
import type { Outcome } from '../world.ts';
import { openComposer, type Composer } from './compose.ts';
import type { Aside } from './message.ts';
import { statusOf, type Opened } from './open-meeting.ts';
import type { Planner } from './planner.ts';
import { changedSincePreview } from './preview-folder.ts';
import type { Prepared } from './send.ts';

/** A mailing ready to be packed, mail by mail. */
export interface Post {
  /** The subjects of a plan's mails, each once. */
  subjects(plan: Plan): Promise<readonly string[]>;
  /** Languages that have no template, and how many contacts get it in the meeting's instead. */
  fallbacks(plan: Plan): readonly { readonly language: string; readonly contacts: number }[];
  /** How many of those who have had the mailing were sent another text than it has now. */
  othersWithOldText(plan: Plan): number;
  /** The mailing was looked at with `preview`, and its text has changed since. */
  isChangedSincePreview(plan: Plan): Promise<boolean>;
  prepare(step: Step, aside?: Aside): Promise<Prepared>;
  /** The same mail as a test: it goes to `to`, and answering it files nothing. */
  prepareTest(step: Step, to: string): Promise<Prepared>;
}

/** Reads and checks the templates: what is wrong with them is thrown before the first mail. */
export async function openPost(
  opened: Opened,
  screen: ScreenLanguage,
  planner: Planner,
  plan: Plan,
): Promise<Post> {
  const composer = await composerFor(opened, screen, plan);
  return {
    async subjects({ steps }) {
      const languages = new Map(steps.map((step) => [step.contact.language, step]));
      const views = await Promise.all(
        [...languages.values()].map(async (step) => (await composer.compose(step)).view),
      );
      return [...new Set(views.map(({ subject }) => subject))];
    },
    fallbacks({ steps }) {
      return composer.missingLanguages.flatMap((language) => {
        const contacts = steps.filter(({ contact }) => contact.language === language).length;
        return contacts > 0 ? [{ language, contacts }] : [];
      });
    },
    othersWithOldText({ mailing, skips }) {
      return skips.filter(({ contact, reason }) => {
        if (reason !== 'already-sent') return false;
        const { submitted } = contact.messages.findLast((each) => each.mailing === mailing) ?? {};
        // A text in another language is not the one that goes out now.
        return (
          submitted &&
          composer.languages.includes(submitted.language) &&
          submitted.digest !== composer.digest(submitted.language)
        );
      }).length;
    },
    isChangedSincePreview({ mailing, steps }) {
      const languages = [...new Set(steps.map(({ contact }) => contact.language))];
      const digests = languages.map((language) => [language, composer.digest(language)] as const);
      const { world, folder } = opened;
      return changedSincePreview(world.files, folder, mailing, Object.fromEntries(digests));
    },
    async prepare(step, aside) {
      const { outgoing, fact } = await composer.compose(step, aside);
      const { message, network, address, mailing, reference } = fact;
      return {
        network,
        message: outgoing,
        begun: (run) => [{ ...fact, run }],
        ended: (outcome, run) =>
          endOf(outcome, { message, network, address, mailing, run }, reference),
      };
    },
    async prepareTest(step, to) {
      const { network, contact, mailing } = step;
      const reference = testReferenceOf(planner.key, network.id, contact.address);
      const { outgoing } = await composer.compose(step, { test: { to, reference } });
      return {
        network: network.id,
        message: outgoing,
        begun: () => [],
        ended: (outcome) =>
          outcome.kind === 'sent'
            ? [
                {
                  type: 'test-sent',
                  message: outgoing.messageId,
                  to,
                  mailing,
                  reference,
                  network: network.id,
                  address: contact.address,
                  response: outcome.response,
                  ...(outcome.serverMessageId && { serverMessageId: outcome.serverMessageId }),
                },
              ]
            : [],
      };
    },
  };
}

/** Throws all that is wrong with the templates (exit 2). */
export async function composerFor(
  opened: Opened,
  screen: ScreenLanguage,
  { mailing, steps }: Plan,
): Promise<Composer> {
  const { world, folder, meeting, networks } = opened;
  const { composer, problems } = await openComposer({
    files: world.files,
    screen,
    folder,
    meeting,
    mailing,
    languages: [...new Set(steps.map(({ contact }) => contact.language))],
    headings: networks.headings.map(({ heading }) => heading),
    recipients: steps.length,
    now: () => world.clock.now(),
    comingBeside: comingBeside(() => statusOf(opened)),
  });
  if (!composer) throw new MikronetError(EXIT.usage, problems);
  return composer;
}

type About = Pick<
  Extract<FactDraft, { type: 'message-sent' }>,
  'message' | 'network' | 'address' | 'mailing' | 'run'
>;

/** A message in doubt has no end: that is what doubt is. */
function endOf(outcome: Outcome, about: About, reference: string): readonly FactDraft[] {
  const { response } = outcome;
  switch (outcome.kind) {
    case 'sent': {
      const { serverMessageId } = outcome;
      return [
        { type: 'message-sent', ...about, response, ...(serverMessageId && { serverMessageId }) },
      ];
    }
    case 'refused':
      return [{ type: 'message-refused', ...about, response, reference }];
    case 'deferred':
      return [{ type: 'message-deferred', ...about, response, reference }];
    case 'in-doubt':
      return [];
  }
}
