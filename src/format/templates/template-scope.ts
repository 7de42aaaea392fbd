/** What a name stands for at a place in a template: in which block, and with which names of its own. */
import { near } from '../../domain/names.ts';
import { writtenName, type NameParts, type NameShape } from './template-names.ts';

/** Where a name is looked for. */
export interface Scope {
  /** The context of the block, and of those around it; the innermost first. */
  readonly contexts: readonly Found[];
  /** Names given by `as |name|`. */
  readonly params: Readonly<Record<string, Found>>;
  /** How many {{#each}} there are around it. */
  readonly loops: number;
}

export interface Found {
  readonly shape: NameShape;
  /** From the root, as in `meeting.title`; absent for what has no name there. */
  readonly path?: string;
}

/** Something to print. */
export const VALUE: Found = { shape: 'value' };

/** A part of it, or an item; undefined where it has no such part. */
export function partOf({ shape, path }: Found, part: string): Found | undefined {
  if (Array.isArray(shape)) {
    const isIndex = /^\d+$/.test(part) || part === 'length';
    if (!isIndex) return undefined;
    return part === 'length' ? VALUE : itemOf({ shape, ...(path !== undefined && { path }) });
  }
  if (!isParts(shape) || !Object.hasOwn(shape, part)) return undefined;
  const own = path === undefined ? undefined : path === '' ? part : `${path}.${part}`;
  return { shape: shape[part]!, ...(own !== undefined && { path: own }) };
}

/** What is repeated in an {{#each}}. */
export function itemOf({ shape, path }: Found): Found {
  if (!Array.isArray(shape)) return VALUE;
  return { shape: (shape as readonly [NameShape])[0], ...(path !== undefined && { path }) };
}

export function isParts(shape: NameShape): shape is NameParts {
  return typeof shape === 'object' && !Array.isArray(shape);
}

/** Every name that can be printed, written out. */
export function namesIn(shape: NameShape, before: readonly string[] = []): readonly string[] {
  if (!isParts(shape)) return before.length > 0 ? [writtenName(before)] : [];
  return Object.entries(shape).flatMap(([name, part]) => namesIn(part, [...before, name]));
}

/** By the whole name, else by its last part: `titel` may mean `meeting.title`. */
export function nearNames(typed: string, known: readonly string[]): readonly string[] {
  const name = typed.replace(/^(?:this|@root|\.\.?)[./]/, '');
  const whole = near(name, known);
  if (whole.length > 0) return whole;
  const last = name.split('.').at(-1) ?? '';
  const byLast = new Map(known.map((each) => [each.split('.').at(-1)!, each]));
  return near(last, byLast.keys()).map((each) => byLast.get(each)!);
}
