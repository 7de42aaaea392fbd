/** The names that a template may use, as a person looks them up. */
import type { Words } from '../../words/words.ts';
import { clip, displayWidth, pad, printable } from './lines.ts';

export interface NameExample {
  /** As it is written between the braces. */
  readonly name: string;
  readonly example: string;
  /** The list that it is a part of, in an {{#each}}. */
  readonly within?: string;
}

export interface NameExamples {
  /** Whose mail the examples are from. */
  readonly whom: string;
  readonly examples: readonly NameExample[];
  readonly helpers: readonly NameExample[];
}

/** Examples are cut to `width` columns; names never. */
export function namesScreen(
  { whom, examples, helpers }: NameExamples,
  say: Words<'templates'>['names'],
  width: number,
): readonly string[] {
  const own = examples.filter((each) => !isRow(each));
  const all = [...examples, ...helpers].map(written);
  const column = Math.max(...all.map(displayWidth));
  const line = (name: string, meaning: string, wide = column) =>
    clip(`  ${pad(name, wide)}  ${printable(meaning)}`, Math.max(width, wide + 20)).trimEnd();
  const lineOf = (each: NameExample) =>
    line(written(each), each.example === '' ? say.empty : each.example);
  const blocks = [
    ['{{#if contact.phone}}…{{else}}…{{/if}}', say.either],
    ['{{#unless reply.names}}…{{/unless}}', say.none],
    ['{{> footer}}', say.partial],
  ] as const;
  const room = Math.max(...blocks.map(([name]) => displayWidth(name)));
  const shown: string[] = [printable(say.heading(whom)), ''];
  let within: string | undefined;
  for (const each of own) {
    if (each.within !== within && each.within !== undefined) {
      shown.push(`  {{#each ${each.within}}} ${say.each}`);
    }
    within = each.within;
    shown.push(lineOf(each));
  }
  return [
    ...shown,
    '',
    say.row,
    ...examples.filter(isRow).map(lineOf),
    '',
    say.helpers,
    ...helpers.map(lineOf),
    '',
    say.blocks,
    ...blocks.map(([name, meaning]) => line(name, meaning, room)),
  ];
}

function isRow({ name }: NameExample): boolean {
  return name.startsWith('row.');
}

function written({ name, within }: NameExample): string {
  return `${within === undefined ? '' : '  '}{{${name}}}`;
}
