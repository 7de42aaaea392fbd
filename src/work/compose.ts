/**
 * Composes the messages of a plan: templates are found, checked and compiled once; after that each
 * step becomes the exact bytes of a mail and the fact that the journal is to hold before it leaves.
 */
import type { Language, Mailing } from '../domain/model.ts';
import type { Step } from '../domain/plan.ts';
import type { Problem } from '../errors.ts';
import { sharedValues, type SharedValues } from '../format/templates/fill-values.ts';
import { mailDates } from '../format/templates/mail-dates.ts';
import { compileTemplate, digestOf } from '../format/templates/template.ts';
import { templateNames } from '../format/templates/template-names.ts';
import { mailWords } from '../words/mail-words.ts';
import { words, type ScreenLanguage, type Words } from '../words/words.ts';
import type { Files } from '../world.ts';
import { messageOf, type Aside, type Composed, type Edition, type Occasion } from './message.ts';
import { remarksOn, standInFilled } from './template-remarks.ts';
import { findTemplates, type Templates } from './templates.ts';

/** What a mailing is composed from. */
export interface Composing extends Occasion {
  readonly files: Files;
  /** Of the screens: problems are said in it. */
  readonly screen: ScreenLanguage;
  /** Absolute path of the meeting's folder. */
  readonly folder: string;
  /** Languages that the recipients' contacts have; the meeting's own is always taken along. */
  readonly languages: readonly string[];
}

/** A mailing, compiled in each of its languages. */
export interface Composer {
  /** Those in which it writes. */
  readonly languages: readonly string[];
  /** Contact languages that have no template of this mailing: they get the meeting's language. */
  readonly missingLanguages: readonly string[];
  /** What `check` says: a footer missing, no way to answer. The mailing can be sent all the same. */
  readonly remarks: readonly Problem[];
  /** The template's own text and what is filled in for all alike, as the journal holds it. */
  digest(language: string): string;
  compose(step: Step, aside?: Aside): Promise<Composed>;
}

/** Reads and compiles; all that is wrong with the templates is in `problems`, and then there is no composer. */
export async function openComposer(
  composing: Composing,
  found?: Templates,
): Promise<{ readonly composer?: Composer; readonly problems: readonly Problem[] }> {
  const { files, folder, meeting, mailing, headings, screen } = composing;
  const say = await words(screen, 'templates');
  const templates = found ?? (await findTemplates(files, folder, screen));
  const written = templates.languagesOf(mailing);
  const fallback = [meeting.language, 'en', ...written].find((each) => written.includes(each));
  if (fallback === undefined) {
    return { problems: [noTemplate(mailing, meeting.language, templates, say)] };
  }
  const wanted = [...new Set([meeting.language, ...composing.languages])];
  const problems: Problem[] = [];
  const editions = new Map<Language, Edition>();
  for (const language of new Set(
    wanted.map((each) => (written.includes(each) ? each : fallback)),
  )) {
    const edition = await openEdition(composing, templates, language, problems, say);
    if (edition) editions.set(language, edition);
  }
  if (problems.length > 0) return { problems };

  const editionFor = (language: string) => editions.get(language) ?? editions.get(fallback)!;
  return {
    problems,
    composer: {
      languages: [...editions.keys()],
      missingLanguages: wanted.filter((language) => !written.includes(language)),
      // `check` alone asks for them.
      get remarks() {
        return [...editions.values()].flatMap((edition) =>
          remarksOn(mailing, edition, headings, say),
        );
      },
      digest: (language) => editionFor(language).digest,
      compose: (step, aside = {}) =>
        Promise.resolve(messageOf(composing, editionFor(step.contact.language), step, aside)),
    },
  };
}

function noTemplate(
  mailing: Mailing,
  language: Language,
  { mailings }: Templates,
  say: Words<'templates'>,
): Problem {
  return {
    message: say.noTemplate(mailing),
    hint: say.noTemplateHint(`templates/${mailing}.${language}.md.hbs`, mailings),
  };
}

async function openEdition(
  { meeting, mailing, headings }: Composing,
  templates: Templates,
  language: Language,
  problems: Problem[],
  say: Words<'templates'>,
): Promise<Edition | undefined> {
  const files = await templates.read(mailing, language, problems);
  if (!files) return undefined;
  const spoken = mailWords(language, meeting.language);
  const dates = mailDates(spoken, meeting.timeZone);
  const { template, problems: wrong } = compileTemplate(files, templateNames(headings), dates, say);
  problems.push(...wrong);
  if (!template) return undefined;
  const shared = sharedValues(meeting, language, dates);
  const edition = {
    language,
    file: files.main.file,
    template,
    shared,
    dates,
    words: spoken,
    digest: digestOf(template.sources, JSON.stringify(usedValues(shared, template.used))),
  };
  // What Handlebars finds only as it fills is found before the first mail too.
  try {
    standInFilled(edition, headings);
  } catch {
    problems.push({ file: files.main.file, message: say.cannotCompile, hint: say.syntaxHint });
  }
  return edition;
}

/** Of what is the same for all, that which the template prints or decides by. */
function usedValues(shared: SharedValues, used: ReadonlySet<string>): readonly unknown[] {
  return [...used].toSorted().map((name) => {
    const [first = '', second] = name.split('.');
    if (first !== 'meeting' && first !== 'organizer' && first !== 'addressSource') return name;
    const whole: object | string | number = shared[first] as object | string;
    const part =
      second === undefined ? whole : (whole as Readonly<Record<string, unknown>>)[second];
    return [name, part];
  });
}
