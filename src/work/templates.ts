/** Finds the templates: those in the meeting's own folder win over those that ship with the tool. */
import type { Problem } from '../errors.ts';
import type { TemplateFiles } from '../format/templates/template.ts';
import { tidySource, type TemplateFile } from '../format/templates/template-source.ts';
import { words, type ScreenLanguage, type Words } from '../words/words.ts';
import { FileError, type Files } from '../world.ts';

type Say = Words<'templates'>;

const FOLDER = 'templates';
const PARTIALS = 'templates/partials';
/** A template is a page or two. */
const LIMIT = 100 * 1024;

/** What there is, by name; read when it is asked for. */
export interface Templates {
  /** Languages that have a template of a mailing. */
  languagesOf(mailing: string): readonly string[];
  /** Every mailing that has a template, and those of the meeting's own folder. */
  readonly mailings: readonly string[];
  /** What the meeting's own folder holds: files that stand for a mailing, and all others. */
  readonly own: {
    readonly mailings: ReadonlyMap<string, readonly string[]>;
    /** A layout or a partial: it stands in every mail. */
    readonly shared: boolean;
    /** Files that nothing reads, as the organiser knows them. */
    readonly unread: readonly string[];
  };
  /** Partials that a template in a language may use. */
  partialsOf(language: string): readonly string[];
  /** The files of a mailing in a language that it has. Problems are added to `problems`. */
  read(mailing: string, language: string, problems: Problem[]): Promise<TemplateFiles | undefined>;
}

/** Where a file is; `shown` is how the organiser knows it. */
interface Place {
  readonly path: string;
  readonly shown: string;
}

export async function findTemplates(
  files: Files,
  folder: string,
  screen: ScreenLanguage,
): Promise<Templates> {
  const [say, general] = await Promise.all([words(screen, 'templates'), words(screen, 'general')]);
  const [shipped, own, shippedPartials, ownPartials] = await Promise.all([
    placesIn(files, files.shipped, FOLDER),
    placesIn(files, folder, FOLDER),
    placesIn(files, files.shipped, PARTIALS),
    placesIn(files, folder, PARTIALS),
  ]);
  const main = new Map([...shipped, ...own]);
  const partials = new Map([...shippedPartials, ...ownPartials]);
  const sources = new Map<string, Promise<TemplateFile | Problem>>();

  const source = (place: Place) => {
    let read = sources.get(place.path);
    if (!read) {
      read = readSource(files, place, say, general.files);
      sources.set(place.path, read);
    }
    return read;
  };
  return {
    mailings: [...mailingsIn(main.keys()).keys()],
    own: {
      mailings: mailingsIn(
        new Set([...own.keys()].map(ofItsTemplate).filter((name) => main.has(name))),
      ),
      shared: own.has(LAYOUT) || [...ownPartials.keys()].some((name) => PARTIAL.test(name)),
      unread: [
        ...unread(own, (name) => name === LAYOUT || isRead(name, main)),
        ...unread(ownPartials, (name) => PARTIAL.test(name)),
      ],
    },
    languagesOf: (mailing) => mailingsIn(main.keys()).get(mailing) ?? [],
    partialsOf: (language) => partialsFor(language, [...partials.keys()]).map(([name]) => name),
    async read(mailing, language, problems) {
      const take = async (place: Place | undefined): Promise<TemplateFile | undefined> => {
        const read = place && (await source(place));
        if (!read || 'text' in read) return read;
        problems.push(read);
        return undefined;
      };
      const [template, twin, layout, inLanguage] = await Promise.all([
        take(main.get(`${mailing}.${language}.md.hbs`)),
        take(main.get(`${mailing}.${language}.html.hbs`)),
        take(main.get(LAYOUT)),
        Promise.all(
          partialsFor(language, [...partials.keys()]).map(
            async ([name, file]) => [name, await take(partials.get(file))] as const,
          ),
        ),
      ]);
      if (!template || !layout) return undefined;
      const known = inLanguage.flatMap(([name, file]) => (file ? [[name, file] as const] : []));
      return { main: template, twin, layout, partials: new Map(known) };
    },
  };
}

const LAYOUT = 'layout.html.hbs';
const MAIN = /^([a-z0-9][a-z0-9-]*)\.([a-z]{2})\.(?:md|html)\.hbs$/;
const PARTIAL = /^([A-Za-z0-9][\w-]*)(?:\.([a-z]{2}))?\.md\.hbs$/;

/** Mailing -> languages. */
function mailingsIn(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const [, mailing, language] = MAIN.exec(name) ?? [];
    if (mailing === undefined || language === undefined || name.endsWith('.html.hbs')) continue;
    found.set(mailing, [...(found.get(mailing) ?? []), language]);
  }
  return found;
}

/** Of a twin the template itself must be there. */
function isRead(name: string, all: ReadonlyMap<string, Place>): boolean {
  return MAIN.test(name) && all.has(ofItsTemplate(name));
}

/** A twin stands for its mailing as the template does, which may be the one that ships. */
function ofItsTemplate(name: string): string {
  return name.replace(/\.html\.hbs$/, '.md.hbs');
}

/** Files meant as templates that are not read: their names are not as they should be. */
function unread(
  places: ReadonlyMap<string, Place>,
  isKnown: (name: string) => boolean,
): readonly string[] {
  return [...places]
    .filter(([name]) => /\.(?:hbs|md|handlebars)$/i.test(name) && !isKnown(name))
    .map(([, { shown }]) => shown);
}

/** In the language, else in English, else without one: a template in Swedish has a footer too. */
function partialsFor(
  language: string,
  files: readonly string[],
): readonly (readonly [name: string, file: string])[] {
  const found = new Map<string, string>();
  for (const wanted of ['en', undefined, language]) {
    for (const file of files) {
      const [, name, its] = PARTIAL.exec(file) ?? [];
      if (name !== undefined && its === wanted) found.set(name, file);
    }
  }
  return [...found];
}

async function placesIn(
  files: Files,
  root: string,
  folder: string,
): Promise<ReadonlyMap<string, Place>> {
  const at = files.path(root, folder);
  try {
    const names = await files.list(at);
    return new Map(
      names.map((name) => [name, { path: files.path(at, name), shown: `${folder}/${name}` }]),
    );
  } catch (error) {
    if (error instanceof FileError && error.trouble === 'not-found') return new Map();
    throw error;
  }
}

async function readSource(
  files: Files,
  { path, shown }: Place,
  say: Say,
  troubles: Words<'general'>['files'],
): Promise<TemplateFile | Problem> {
  try {
    const bytes = await files.read(path, LIMIT);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0'))
      return { file: shown, message: say.unreadable, hint: say.unreadableHint };
    return { file: shown, text: tidySource(text) };
  } catch (error) {
    if (error instanceof TypeError)
      return { file: shown, message: say.unreadable, hint: say.unreadableHint };
    if (!(error instanceof FileError)) throw error;
    const { trouble } = error;
    const message = trouble === 'too-large' ? say.tooLarge(LIMIT / 1024) : troubles[trouble];
    return { file: shown, message };
  }
}
