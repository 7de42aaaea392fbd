/** Tables and bars for terminals: aligned by display width, readable without colour. */
import { clip, displayWidth, pad, printable } from './lines.ts';

export interface TableColumn {
  readonly heading?: string;
  /** Numbers stand to the right. */
  readonly align?: 'left' | 'right';
  /** How narrow its cells may be cut where the terminal is narrow; never cut where absent. */
  readonly least?: number;
  /** It is left out where not even the narrowest cells fit: the highest first. */
  readonly goes?: number;
}

const GAP = '  ';

/**
 * Lines of at most `width` columns where the columns that may shrink allow it. Cells are made
 * printable; a column that is empty in every row is left out.
 */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const clean = rows.map((row) => {
    const cells = columns.map((_, index) => printable(row[index] ?? ''));
    // Nearly all are printable as they are: a long list is not held twice.
    return cells.every((cell, index) => cell === row[index]) ? row : cells;
  });
  const filled = columns.flatMap((column, index) =>
    clean.some((row) => row[index] !== '') ? [{ column, index }] : [],
  );
  const headed = filled.some(({ column }) => column.heading);
  const lines = headed ? [columns.map((column) => column.heading ?? ''), ...clean] : clean;
  const used = mostThatFit(
    filled.map(({ column, index }) => ({
      column,
      index,
      natural: lines.reduce((most, row) => Math.max(most, displayWidth(row[index]!)), 0),
      least: column.least,
    })),
    width,
  );
  const widths = fit(used, width - GAP.length * Math.max(0, used.length - 1));
  return lines.map((row) =>
    used
      .map(({ column, index }, place) => {
        const cell = clip(row[index]!, widths[place]!);
        return pad(cell, widths[place]!, column.align === 'right' ? 'right' : 'left');
      })
      .join(GAP)
      .trimEnd(),
  );
}

interface Used {
  readonly column: TableColumn;
  readonly index: number;
  /** The widest of its cells. */
  readonly natural: number;
  readonly least: number | undefined;
}

/** Without those that may go, as far as needed. */
function mostThatFit(all: readonly Used[], width: number): readonly Used[] {
  const narrowest = all.reduce(
    (sum, { natural, least = natural }) => sum + GAP.length + Math.min(natural, least),
    -GAP.length,
  );
  const first = all
    .filter(({ column }) => column.goes !== undefined)
    .toSorted((a, b) => b.column.goes! - a.column.goes!)[0];
  if (narrowest <= width || !first) return all;
  return mostThatFit(
    all.filter((each) => each !== first),
    width,
  );
}

/** Takes what is missing from the widest column that may still shrink, one step at a time. */
function fit(
  columns: readonly Pick<Used, 'natural' | 'least'>[],
  width: number,
): readonly number[] {
  const widths = columns.map(({ natural }) => natural);
  let excess = widths.reduce((sum, each) => sum + each, 0) - width;
  while (excess > 0) {
    let widest = -1;
    for (const [index, { least }] of columns.entries()) {
      const canShrink = least !== undefined && widths[index]! > least;
      if (canShrink && (widest === -1 || widths[index]! > widths[widest]!)) widest = index;
    }
    if (widest === -1) break;
    widths[widest]! -= 1;
    excess -= 1;
  }
  return widths;
}

/**
 * `#######.....`: `part` of `whole` in at most `width` characters, one for each where they fit.
 * Something is never drawn as nothing, nor a rest as none.
 */
export function bar(part: number, whole: number, width: number): string {
  if (whole <= 0 || width <= 0) return '';
  const length = Math.min(whole, width);
  const exact = (Math.min(part, whole) / whole) * length;
  const rounded = Math.round(exact);
  const filled =
    part > 0 && rounded === 0 ? 1 : part < whole && rounded === length ? length - 1 : rounded;
  return '#'.repeat(filled) + '.'.repeat(length - filled);
}
