/** Turns the records of networks.csv into rows; what is wrong with them is said with its line. */
import type { Row } from '../domain/model.ts';
import { foldName, slug } from '../domain/names.ts';
import type { Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';
import { addressKey, readAddress, splitAddresses } from './address.ts';
import { lineStarts, type CsvReading } from './csv.ts';
import { asMeant } from './harmless.ts';
import type { Heading } from './headings.ts';
import type { Column } from './meeting-json.ts';

export const NETWORKS_FILE = 'networks.csv';

const LONGEST_CELL = 10_000;
const LONGEST_EXCERPT = 160;

/** Remembers what has been seen by the place of its record. */
export class RowReader {
  readonly rows: Row[] = [];
  readonly problems: (Problem & { readonly line: number })[] = [];
  private readonly reading: CsvReading;
  private readonly text: string;
  private readonly shift: number;
  private readonly say: Words<'reading'>;
  /** Column -> where it stands in a record. */
  private readonly places: ReadonlyMap<string, number>;
  private readonly headings: readonly string[];
  /** Every heading, and nothing under it. */
  private readonly blank: Readonly<Record<string, string>>;
  /** Address -> the first record with it; the later ones, in other networks, are few. */
  private readonly withAddress = new Map<string, number>();
  private readonly alsoWithAddress = new Map<string, readonly number[]>();
  /** Default id -> the first record that gave it. */
  private readonly withSlug = new Map<string, number>();
  /** As typed -> its code. */
  private readonly languages = new Map<string, string>();
  /** Of the text; only problems need them. */
  private starts: readonly number[] | undefined;

  /** `text` is what was read, and `shift` the lines before it. */
  constructor(
    headings: readonly Heading[],
    reading: CsvReading,
    text: string,
    shift: number,
    say: Words<'reading'>,
  ) {
    this.places = new Map(
      headings.flatMap(({ column }, place) => (column === undefined ? [] : [[column, place]])),
    );
    this.headings = headings.map(({ heading }) => heading);
    this.blank = Object.fromEntries(
      this.headings.filter((heading) => heading !== '').map((heading) => [heading, '']),
    );
    this.reading = reading;
    this.text = text;
    this.shift = shift;
    this.say = say;
  }

  /** The record at a place becomes a row, several, or a problem; its cells are tidied. */
  read(at: number): void {
    const { say } = this;
    const cells = this.reading.records[at]!;
    for (let place = 0; place < cells.length; place += 1) {
      cells[place] = asMeant(cells[place]!.trim());
    }
    if (cells.some((cell) => cell.length > LONGEST_CELL)) {
      this.wrong(at, say.tooLong(LONGEST_CELL));
      return;
    }
    const network = this.cell(at, 'network');
    if (network === undefined) {
      this.wrong(at, say.noNetwork);
      return;
    }
    const id = this.cell(at, 'id');
    if (id === undefined) this.tellApart(at, network);
    const language = this.language(at);
    const seats = this.seats(at);
    const email = cells[this.places.get('email') ?? -1] ?? '';
    if (email === '') {
      this.wrong(at, say.noAddress(network), say.noAddressHint);
      return;
    }
    const addresses = splitAddresses(email);
    const contacts = contactsFor(this.cell(at, 'contact'), addresses.length);
    for (let index = 0; index < addresses.length; index += 1) {
      const address = this.address(at, addresses[index]!);
      if (address === undefined) continue;
      this.rows.push({
        line: this.lineOf(at),
        network,
        id,
        address,
        contact: contacts[index],
        language,
        greeting: this.cell(at, 'greeting'),
        phone: this.cell(at, 'phone'),
        area: this.cell(at, 'area'),
        kind: this.cell(at, 'kind'),
        note: this.cell(at, 'note'),
        seats,
        cells: this.named(cells),
      });
    }
  }

  private lineOf(at: number): number {
    return this.reading.lines[at]! + this.shift;
  }

  private cell(at: number, column: Column): string | undefined {
    const place = this.places.get(column);
    const found = place === undefined ? undefined : this.reading.records[at]![place];
    return found === undefined || found === '' ? undefined : oneLine(found);
  }

  /** The cells by their headings. */
  private named(cells: readonly string[]): Readonly<Record<string, string>> {
    const named = { ...this.blank };
    const count = Math.min(cells.length, this.headings.length);
    for (let place = 0; place < count; place += 1) {
      const heading = this.headings[place]!;
      if (heading !== '') named[heading] = cells[place]!;
    }
    return named;
  }

  private address(at: number, typed: string): string | undefined {
    const { say } = this;
    const read = readAddress(typed);
    if (read.kind === 'bad') this.wrong(at, say.badAddress(typed), say.badAddressHint);
    if (read.kind === 'foreign') this.wrong(at, say.foreignAddress(typed), say.foreignAddressHint);
    if (read.kind !== 'address') return undefined;
    const key = addressKey(read.address);
    const first = this.withAddress.get(key);
    if (first === undefined) {
      this.withAddress.set(key, at);
      return read.address;
    }
    const others = this.alsoWithAddress.get(key) ?? [];
    const own = this.networkKey(at);
    const same = [first, ...others].find((other) => this.networkKey(other) === own);
    if (same === undefined) {
      this.alsoWithAddress.set(key, [...others, at]);
      return read.address;
    }
    this.wrong(at, say.sameAddress(read.address, this.lineOf(same)), say.sameAddressHint);
    return undefined;
  }

  private networkKey(at: number): string {
    return this.cell(at, 'id') ?? foldName(this.cell(at, 'network') ?? '');
  }

  /** Two names that give one id are told: neither may get the other's mail. */
  private tellApart(at: number, name: string): void {
    const key = slug(name);
    const first = this.withSlug.get(key);
    if (first === undefined) {
      this.withSlug.set(key, at);
      return;
    }
    const other = this.cell(first, 'network') ?? '';
    if (other === name || foldName(other) === foldName(name)) return;
    this.wrong(at, this.say.sameSlug(name, other, this.lineOf(first)), this.say.sameSlugHint);
  }

  private language(at: number): string | undefined {
    const typed = this.cell(at, 'language');
    if (typed === undefined) return undefined;
    const known = this.languages.get(typed);
    if (known !== undefined) return known;
    const folded = foldName(typed);
    const language = LANGUAGES[folded] ?? (/^[a-z]{2}$/.test(folded) ? folded : undefined);
    if (language === undefined) {
      this.wrong(at, this.say.badLanguage(typed), this.say.badLanguageHint);
    } else this.languages.set(typed, language);
    return language;
  }

  private seats(at: number): number | undefined {
    const typed = this.cell(at, 'seats');
    if (typed === undefined) return undefined;
    if (/^[0-9]{1,3}$/.test(typed)) return Number(typed);
    this.wrong(at, this.say.badSeats(typed), this.say.badSeatsHint);
    return undefined;
  }

  private wrong(at: number, message: string, hint?: string): void {
    this.starts ??= lineStarts(this.text);
    const from = this.starts[this.reading.lines[at]! - 1] ?? 0;
    const excerpt = this.text
      .slice(from, from + LONGEST_EXCERPT)
      .trim()
      .split(/\r\n|\r|\n/)[0];
    this.problems.push({
      file: NETWORKS_FILE,
      line: this.lineOf(at),
      message,
      ...(hint !== undefined && { hint }),
      ...(excerpt && { excerpt }),
    });
  }
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

/** Names and the like never hold line breaks: they go into headers. */
function oneLine(cell: string): string {
  return /\s\s|[^\S ]/.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell;
}

/** "Kim og Bo" beside two addresses are two people; otherwise the name stands for each. */
function contactsFor(cell: string | undefined, count: number): readonly (string | undefined)[] {
  if (cell === undefined || count === 1) return [cell];
  const names = cell.split(/\s*(?:[;,/&]|\s(?:og|and|und)\s)\s*/).filter((name) => name !== '');
  return names.length === count ? names : Array.from({ length: count }, () => cell);
}
