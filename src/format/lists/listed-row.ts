/** A row of networks.csv: what is checked stands in it, the rest is looked up when asked for. */
import type { Row } from '../../domain/model.ts';
import { asMeant } from './harmless.ts';
import type { Column, Heading } from './headings.ts';

/** Where the columns stand in a record. */
export class Grid {
  private readonly headings: readonly string[];
  private readonly places: Readonly<Partial<Record<Column, number>>>;
  /** Every heading, and nothing under it. */
  private readonly blank: Readonly<Record<string, string>>;

  constructor(headings: readonly Heading[]) {
    this.headings = headings.map(({ heading }) => heading);
    this.places = Object.fromEntries(
      headings.flatMap(({ column }, place) => (column === undefined ? [] : [[column, place]])),
    );
    this.blank = Object.fromEntries(
      this.headings.filter((heading) => heading !== '').map((heading) => [heading, '']),
    );
  }

  /** Undefined where it is empty. */
  cell(record: readonly string[], column: Column): string | undefined {
    const place = this.places[column];
    const found = place === undefined ? undefined : record[place];
    return (found && tidied(found)) || undefined;
  }

  /** The same of names and the like, which never hold line breaks: they go into headers. */
  line(record: readonly string[], column: Column): string | undefined {
    const found = this.cell(record, column);
    return found && /\s\s|[^\S ]/.test(found) ? found.replace(/\s+/g, ' ').trim() : found;
  }

  /** Every cell by its heading. */
  named(record: readonly string[]): Readonly<Record<string, string>> {
    const named = { ...this.blank };
    const count = Math.min(record.length, this.headings.length);
    for (let place = 0; place < count; place += 1) {
      const heading = this.headings[place]!;
      if (heading !== '') named[heading] = tidied(record[place]!);
    }
    return named;
  }
}

/** What was meant by a cell, without the space around it. */
export function tidied(cell: string): string {
  return asMeant(cell.trim());
}

type Checked = Pick<Row, 'line' | 'network' | 'id' | 'address' | 'contact' | 'language' | 'seats'>;

export class ListedRow implements Row {
  readonly line: number;
  readonly network: string;
  readonly id: string | undefined;
  readonly address: string;
  readonly contact: string | undefined;
  readonly language: string | undefined;
  readonly seats: number | undefined;
  private readonly packed: string;
  private readonly grid: Grid;

  /** `record` is packed. */
  constructor(checked: Checked, record: string, grid: Grid) {
    this.line = checked.line;
    this.network = checked.network;
    this.id = checked.id;
    this.address = checked.address;
    this.contact = checked.contact;
    this.language = checked.language;
    this.seats = checked.seats;
    this.packed = record;
    this.grid = grid;
  }

  get greeting(): string | undefined {
    return this.grid.line(this.record, 'greeting');
  }

  get phone(): string | undefined {
    return this.grid.line(this.record, 'phone');
  }

  get area(): string | undefined {
    return this.grid.line(this.record, 'area');
  }

  get kind(): string | undefined {
    return this.grid.line(this.record, 'kind');
  }

  get note(): string | undefined {
    return this.grid.line(this.record, 'note');
  }

  get cells(): Readonly<Record<string, string>> {
    return this.grid.named(this.record);
  }

  private get record(): readonly string[] {
    return this.packed.split(BETWEEN);
  }
}

/** A text that holds it is no list. */
const BETWEEN = '\0';

/** A record as one text, which takes a third of the room. */
export function packed(record: readonly string[]): string {
  return record.join(BETWEEN);
}
