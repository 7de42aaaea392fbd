/** Turns the records of networks.csv into rows; what is wrong with them is said with its line. */
import type { Row } from '../../domain/model.ts';
import { foldName } from '../../domain/names.ts';
import type { Problem } from '../../errors.ts';
import type { Words } from '../../words/words.ts';
import { readAddress, splitAddresses } from '../address.ts';
import { lineStarts } from './csv.ts';
import type { Heading } from './headings.ts';
import { Grid, ListedRow, packed, tidied } from './listed-row.ts';
import { sameAddress, sameSlug, type Named } from './told-apart.ts';

export const NETWORKS_FILE = 'networks.csv';

const LONGEST_CELL = 10_000;
const LONGEST_EXCERPT = 160;

type Wrong = Problem & { readonly line: number };

export class RowReader {
  private readonly rows: Row[] = [];
  /** Networks of which no row could be made. */
  private readonly rejected: Named[] = [];
  private readonly problems: Wrong[] = [];
  private readonly text: string;
  private readonly say: Words<'reading'>;
  private readonly grid: Grid;
  /** As typed -> its code. */
  private readonly languages = new Map<string, string>();
  /** Of the text; only problems need them. */
  private starts: readonly number[] | undefined;

  /** `text` is what is read. */
  constructor(headings: readonly Heading[], text: string, say: Words<'reading'>) {
    this.grid = new Grid(headings);
    this.text = text;
    this.say = say;
  }

  /** A record becomes a row, several, or a problem. */
  read(record: readonly string[], line: number): void {
    const { grid, rows, say } = this;
    if (record.some((cell) => cell.length > LONGEST_CELL && tidied(cell).length > LONGEST_CELL)) {
      this.wrong(line, say.tooLong(LONGEST_CELL));
      return;
    }
    const network = grid.line(record, 'network');
    if (network === undefined) {
      this.wrong(line, say.noNetwork);
      return;
    }
    const id = grid.line(record, 'id');
    const language = this.language(grid.line(record, 'language'), line);
    const seats = this.seats(grid.line(record, 'seats'), line);
    const email = grid.cell(record, 'email');
    if (email === undefined) this.wrong(line, say.noAddress(network), say.noAddressHint);
    const addresses = email === undefined ? [] : splitAddresses(email);
    const contacts = contactsFor(grid.line(record, 'contact'), addresses.length);
    const cells = packed(record);
    const before = rows.length;
    for (let index = 0; index < addresses.length; index += 1) {
      const address = this.address(addresses[index]!, line);
      if (address === undefined) continue;
      const contact = contacts[index];
      const checked = { line, network, id, address, contact, language, seats };
      rows.push(new ListedRow(checked, cells, grid));
    }
    if (rows.length === before && id === undefined) this.rejected.push({ line, network });
  }

  /** What was read, when nothing comes any more. */
  finish(): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } {
    const { rows, rejected, problems, say } = this;
    const names = rejected.length === 0 ? rows : [...rows, ...rejected].toSorted(byLine);
    const confused = sameSlug(names).map(({ one, first }) =>
      this.problem(
        one.line,
        say.sameSlug(one.network, first.network, first.line),
        say.sameSlugHint,
      ),
    );
    const twins = sameAddress(rows);
    for (const { one, first } of twins) {
      this.wrong(one.line, say.sameAddress(one.address, first.line), say.sameAddressHint);
    }
    const superfluous = new Set(twins.map(({ one }) => one));
    return {
      rows: superfluous.size === 0 ? rows : rows.filter((row) => !superfluous.has(row)),
      problems: [...confused, ...problems].toSorted(byLine),
    };
  }

  private address(typed: string, line: number): string | undefined {
    const { say } = this;
    const read = readAddress(typed);
    if (read.kind === 'bad') this.wrong(line, say.badAddress(typed), say.badAddressHint);
    if (read.kind === 'foreign')
      this.wrong(line, say.foreignAddress(typed), say.foreignAddressHint);
    return read.kind === 'address' ? read.address : undefined;
  }

  private language(typed: string | undefined, line: number): string | undefined {
    if (typed === undefined) return undefined;
    const known = this.languages.get(typed);
    if (known !== undefined) return known;
    const folded = foldName(typed);
    const language = LANGUAGES[folded] ?? (/^[a-z]{2}$/.test(folded) ? folded : undefined);
    if (language === undefined) {
      this.wrong(line, this.say.badLanguage(typed), this.say.badLanguageHint);
    } else this.languages.set(typed, language);
    return language;
  }

  private seats(typed: string | undefined, line: number): number | undefined {
    if (typed === undefined) return undefined;
    if (/^[0-9]{1,3}$/.test(typed)) return Number(typed);
    this.wrong(line, this.say.badSeats(typed), this.say.badSeatsHint);
    return undefined;
  }

  private wrong(line: number, message: string, hint?: string): void {
    this.problems.push(this.problem(line, message, hint));
  }

  private problem(line: number, message: string, hint: string | undefined): Wrong {
    this.starts ??= lineStarts(this.text);
    const from = this.starts[line - 1] ?? 0;
    const excerpt = this.text
      .slice(from, from + LONGEST_EXCERPT)
      .trim()
      .split(/\r\n|\r|\n/)[0];
    return {
      file: NETWORKS_FILE,
      line,
      message,
      ...(hint !== undefined && { hint }),
      ...(excerpt && { excerpt }),
    };
  }
}

function byLine(a: { readonly line: number }, b: { readonly line: number }): number {
  return a.line - b.line;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  dansk: 'da',
  danish: 'da',
  danisch: 'da',
  dk: 'da',
  engelsk: 'en',
  english: 'en',
  englisch: 'en',
  uk: 'en',
  gb: 'en',
  tysk: 'de',
  german: 'de',
  deutsch: 'de',
  svensk: 'sv',
  svenska: 'sv',
  swedish: 'sv',
  schwedisch: 'sv',
  se: 'sv',
  norsk: 'nb',
  norwegian: 'nb',
  norwegisch: 'nb',
  no: 'nb',
};

/** "Kim og Bo" beside two addresses are two people; otherwise the name stands for each. */
function contactsFor(cell: string | undefined, count: number): readonly (string | undefined)[] {
  if (cell === undefined || count === 1) return [cell];
  const names = cell.split(/\s*(?:[;,/&]|\s(?:og|and|und)\s)\s*/).filter((name) => name !== '');
  return names.length === count ? names : Array.from({ length: count }, () => cell);
}
