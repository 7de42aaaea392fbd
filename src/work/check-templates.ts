/** Looks the templates through for `check`: everything that is wrong with any of them, at once. */
import { MAILINGS, type Mailing, type Meeting, type Row } from '../domain/model.ts';
import type { Problem } from '../errors.ts';
import { questionsLeftOut } from '../format/mail/answer-link.ts';
import { sharedValues } from '../format/templates/fill-values.ts';
import { mailDates } from '../format/templates/mail-dates.ts';
import { MEETING_FILE } from '../format/meeting-json.ts';
import { mailWords } from '../words/mail-words.ts';
import { words, type ScreenLanguage, type Words } from '../words/words.ts';
import type { Files } from '../world.ts';
import { openComposer } from './compose.ts';
import { findTemplates, type Templates } from './templates.ts';

type Say = Words<'templates'>;

export interface TemplatesToCheck {
  readonly files: Files;
  readonly screen: ScreenLanguage;
  readonly folder: string;
  readonly meeting: Meeting;
  readonly rows: readonly Row[];
  readonly headings: readonly string[];
}

export async function templateProblems(of: TemplatesToCheck): Promise<readonly Problem[]> {
  const say = await words(of.screen, 'templates');
  const templates = await findTemplates(of.files, of.folder, of.screen);
  const languages = new Set([of.meeting.language]);
  for (const { language } of of.rows) if (language !== undefined) languages.add(language);
  return [
    ...(await ownProblems(of, templates, [...languages])),
    ...templates.own.unread.map((file) => ({
      file,
      message: say.strangeName(file),
      hint: say.strangeNameHint,
    })),
    ...(await longTitles(of, templates, [...languages], say)),
    ...missingLanguages(of.meeting.language, templates, [...languages], say),
    // Whoever has no template of their own gets the links of another language.
    ...longLinks(
      of.meeting,
      templates.languagesOf('invitation').filter((language) => languages.has(language)),
      say,
    ),
  ];
}

/** Those that ship with the tool are right as they are, unless something of the organiser's stands in them. */
async function ownProblems(
  of: TemplatesToCheck,
  templates: Templates,
  languages: readonly string[],
): Promise<readonly Problem[]> {
  const { mailings, shared } = templates.own;
  const found: Problem[] = [];
  for (const mailing of shared ? templates.mailings : mailings.keys()) {
    const all = [...languages, ...(mailings.get(mailing) ?? [])];
    const { composer, problems } = await opened(of, templates, mailing, all);
    found.push(...problems, ...(composer?.remarks ?? []));
  }
  // A partial is read with each template that uses it.
  return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function opened(
  of: TemplatesToCheck,
  templates: Templates,
  mailing: Mailing,
  languages: readonly string[],
) {
  const nobody = { recipients: 0, now: () => 0, comingBeside: () => [] };
  return openComposer({ ...of, ...nobody, mailing, languages }, templates);
}

/** With whatever stands around it; nothing needs to be compiled for that. */
function fitsASubject(title: string): boolean {
  return title.length <= 40;
}

/** Titles that make the subjects of the shipped invitation too long; an own one was looked at. */
async function longTitles(
  of: TemplatesToCheck,
  templates: Templates,
  languages: readonly string[],
  say: Say,
): Promise<readonly Problem[]> {
  const { mailings, shared } = templates.own;
  const { title } = of.meeting;
  const titles = typeof title === 'string' ? [title] : Object.values(title);
  if (shared || mailings.has('invitation') || titles.every(fitsASubject)) return [];
  const { composer } = await opened(of, templates, 'invitation', languages);
  return (composer?.remarks ?? [])
    .filter(({ hint }) => hint === say.longSubjectHint)
    .map(({ message, hint }) => ({ file: MEETING_FILE, path: 'title', message, hint: hint! }));
}

function missingLanguages(
  own: string,
  templates: Templates,
  languages: readonly string[],
  say: Say,
): readonly Problem[] {
  const mailings = [...new Set([...MAILINGS, ...templates.own.mailings.keys()])];
  return languages.flatMap((language) => {
    const lacking = mailings.filter(
      (mailing) => !templates.languagesOf(mailing).includes(language),
    );
    const [first] = lacking;
    if (first === undefined) return [];
    const instead = templates.languagesOf(first).includes(own) ? own : 'en';
    return [
      {
        message: say.missingLanguage(lacking, language, instead),
        hint: say.missingLanguageHint(`templates/${first}.${language}.md.hbs`),
      },
    ];
  });
}

function longLinks(meeting: Meeting, languages: readonly string[], say: Say): readonly Problem[] {
  return languages.flatMap((language) => {
    const dates = mailDates(mailWords(language, meeting.language), meeting.timeZone);
    const { answerLinks, questions } = sharedValues(meeting, language, dates);
    const leftOut = questionsLeftOut(answerLinks('000000000').yes.whole, questions);
    if (leftOut === 0) return [];
    const message = say.longLink(language, leftOut);
    return [{ file: MEETING_FILE, path: 'questions', message, hint: say.longLinkHint }];
  });
}
