import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buttonRow, MAIL_LOOKS, type Look } from '../../../src/format/templates/mail-looks.ts';

const layout = readFileSync('templates/layout.html.hbs', 'utf8');

/** What stands on what, in the layout's inline styles and in mail-looks.ts. */
function lightPairs(): Record<string, Pair> {
  const sheet = colorsIn(/class="sheet" style="([^"]*)"/.exec(layout)![1]!) as Pair;
  const page = colorsIn(/<body class="page" style="([^"]*)"/.exec(layout)![1]!) as Pair;
  const row = buttonRow([
    { text: 'Ja', href: '#' },
    { text: 'Nej', href: '#' },
  ]);
  const cells = [...row.matchAll(/class="button (\w+)" style="([^"]*)"/g)];
  return {
    page,
    sheet,
    ...Object.fromEntries(
      (['h2', 'h3', 'a', 'small'] as const).map((element) => [
        MAIL_LOOKS[element].class,
        { ...sheet, ...colorsIn(MAIL_LOOKS[element].style) },
      ]),
    ),
    ...Object.fromEntries(cells.map(([, kind, style]) => [kind, colorsIn(style!) as Pair])),
  };
}

/** The same in the dark, from the layout's style sheet. */
function darkPairs(): Record<string, Pair> {
  const rules = layout.split('(prefers-color-scheme: dark)')[1]!;
  const of = (name: string) =>
    colorsIn(new RegExp(`\\.${name}(?:,[^{]*)? \\{([^}]*)\\}`).exec(rules)![1]!);
  const sheet = of('sheet') as Pair;
  return Object.fromEntries(
    Object.keys(lightPairs()).map((name) => [name, { ...sheet, ...of(name) }]),
  );
}

interface Pair {
  readonly color: string;
  readonly background: string;
}

function colorsIn(style: string): Partial<Pair> {
  const color = /(?:^|[;{\s])color:\s*(#[0-9a-f]{6})/.exec(style)?.[1];
  const background = /background-color:\s*(#[0-9a-f]{6})/.exec(style)?.[1];
  return { ...(color && { color }), ...(background && { background }) };
}

/** WCAG 2.2, contrast ratio. */
function contrast({ color, background }: Pair): number {
  const [light, dark] = [luminance(color), luminance(background)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** As mail programmes darken a mail that they do not trust to do it itself. */
function inverted({ color, background }: Pair): Pair {
  return { color: flipped(color), background: flipped(background) };
}

function flipped(color: string): string {
  const hex = channels(color).map((channel) => (255 - channel).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}

test.each([
  ['in the light', lightPairs()],
  ['in the dark', darkPairs()],
  [
    'where a mail programme inverts the colours',
    Object.fromEntries(Object.entries(lightPairs()).map(([name, pair]) => [name, inverted(pair)])),
  ],
])('Every text of a mail can be read %s: contrast 4.5 to 1', (_, pairs) => {
  expect(Object.keys(pairs)).toEqual(
    expect.arrayContaining(['page', 'sheet', 'heading', 'link', 'small', 'primary', 'secondary']),
  );
  const poor = Object.entries(pairs).filter(([, pair]) => !(contrast(pair) >= 4.5));
  expect(poor).toEqual([]);
});

test('Whatever has a colour of its own says what it stands on, in the light and in the dark', () => {
  const looks: readonly Look[] = Object.values(MAIL_LOOKS);
  const dark = layout.split('(prefers-color-scheme: dark)')[1]!.split('</style>')[0]!;
  const styles = [
    ...looks.map(({ style }) => style),
    ...[...layout.matchAll(/style="([^"]*)"/g)].map(([, style]) => style!),
    ...[...dark.matchAll(/\{([^{}]*)\}/g)].map(([, rule]) => rule!),
  ];
  const colored = styles.map(colorsIn).filter(({ color }) => color !== undefined);
  expect(colored.length).toBeGreaterThan(8);
  expect(colored.filter(({ background }) => background === undefined)).toEqual([]);
});

test('A button is a cell with padding and both colours, and its link has the same', () => {
  const row = buttonRow([{ text: 'Ja', href: 'mailto:a@b.example?subject=JA' }]);
  const [, cell, link] = /<td [^>]*style="([^"]*)"><a [^>]*style="([^"]*)">Ja<\/a>/.exec(row)!;
  expect(cell).toContain('padding:');
  expect(colorsIn(link!)).toEqual(colorsIn(cell!));
  expect(Object.keys(colorsIn(cell!))).toEqual(['color', 'background']);
});

test('Only the first button of a row is the primary one', () => {
  const row = buttonRow(['Ja', 'Nej', 'Måske'].map((text) => ({ text, href: '#' })));
  expect(row.match(/class="button \w+"/g)).toEqual([
    'class="button primary"',
    'class="button secondary"',
    'class="button secondary"',
  ]);
});

test('Every class that changes in the dark or on a phone stands in the mail', () => {
  const styled = layout.split('</style>')[0]!.matchAll(/\.([a-z]+)[ ,{]/g);
  const looks: readonly Look[] = Object.values(MAIL_LOOKS);
  const row = buttonRow([
    { text: 'Ja', href: '#' },
    { text: 'Nej', href: '#' },
  ]);
  const inMarkup = [...`${layout.split('</style>')[1]}${row}`.matchAll(/class="([^"]*)"/g)];
  const used = [
    ...inMarkup.flatMap(([, names]) => names!.split(' ')),
    ...looks.flatMap((look) => look.class ?? []),
  ];
  expect(used).toEqual(expect.arrayContaining([...styled].map(([, name]) => name)));
});

test('The layout asks nothing of the network', () => {
  expect(layout).not.toMatch(/https?:|url\(|<img|<link|@import|@font-face/i);
});
