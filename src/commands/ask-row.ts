/** A new row of networks.csv: asked on a terminal. */
import { MikronetError } from '../errors.ts';
import { typedName, typedRow, type TypedRow } from '../format/lists/typed-row.ts';
import type { Opened } from '../work/open-meeting.ts';
import { words, type ScreenLanguage } from '../words/words.ts';

type Given = { readonly [K in keyof TypedRow]?: string | undefined };

/** What was not `given`, and only what the file has a column for; `likely` stands there first. */
export async function askRow(
  { world, networks }: Opened,
  given: Given,
  likely: Given,
  screen: ScreenLanguage,
): Promise<TypedRow> {
  const say = await words(screen, 'adding');
  const reading = await words(screen, 'reading');
  const asker = await world.terminal.ask();
  const has = (column: string) => networks.headings.some((heading) => heading.column === column);
  const faultOf = (network: string, email: string): string | undefined => {
    try {
      typedRow({ network, email }, say, reading);
      return undefined;
    } catch (error) {
      if (error instanceof MikronetError) return error.problems[0]?.message;
      throw error;
    }
  };
  const network =
    given.network ??
    (await asker.input({
      message: say.askNetwork,
      ...likelyOf(likely.network),
      validate: (value) => typedName(value) !== undefined || say.missing('network'),
    }));
  const email =
    given.email ??
    (await asker.input({
      message: say.askEmail,
      ...likelyOf(likely.email),
      validate: (value) => faultOf(network, value) ?? true,
    }));
  const optional = async (column: 'contact' | 'language', message: string) =>
    given[column] ??
    (has(column) ? await asker.input({ message, ...likelyOf(likely[column]) }) : '');
  return {
    network,
    email,
    contact: await optional('contact', say.askContact),
    language: await optional('language', say.askLanguage),
    phone: given.phone ?? '',
  };
}

function likelyOf(value: string | undefined) {
  return value !== undefined && { default: value };
}
