import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/format/templates/template-markdown.ts';

/** Without looks, which others decide. */
const bare = (html: string) => html.replaceAll(/ (?:style|class|role)="[^"]*"/g, '');

describe('Markdown with mustaches becomes a template for text and one for HTML', () => {
  test.each([
    ['a value is a word', 'Kære {{a}}!', 'Kære {{a}}!\n\n', '<p>Kære {{a}}!</p>\n'],
    [
      'emphasis stands around values',
      '**{{a}}** og *{{b}}*',
      '{{a}} og {{b}}\n\n',
      '<p><strong>{{a}}</strong> og <em>{{b}}</em></p>\n',
    ],
    ['lines of a paragraph flow', 'a\nb\\\nc', 'a b\nc\n\n', '<p>a\nb<br>\nc</p>\n'],
    ['a heading', '## {{a}}', '{{a}}\n\n', '<h2>{{a}}</h2>\n'],
    [
      'a condition on lines of its own stands around paragraphs',
      'x\n{{#if a}}\ny\n{{else if b}}\nz\n{{/if}}\nw',
      'x\n\n{{#if a}}\ny\n\n{{else if b}}\nz\n\n{{/if}}\nw\n\n',
      '<p>x</p>\n{{#if a}}\n<p>y</p>\n{{else if b}}\n<p>z</p>\n{{/if}}\n<p>w</p>\n',
    ],
    [
      'a condition within a line stays there',
      'x{{#if a}}, y{{/if}}.',
      'x{{#if a}}, y{{/if}}.\n\n',
      '<p>x{{#if a}}, y{{/if}}.</p>\n',
    ],
    [
      'a condition that begins within a line ends within its paragraph',
      'x{{#if a}}\\\ny\n{{/if}}',
      'x{{#if a}}\ny {{/if}}\n\n',
      '<p>x{{#if a}}<br>\ny\n{{/if}}</p>\n',
    ],
    [
      'a loop around an item is one list',
      '{{#each a}}\n- {{b}}\n{{/each}}',
      '{{#each a}}\n- {{b}}\n{{/each}}\n\n',
      '<ul>\n{{#each a}}<li>{{b}}</li>\n{{/each}}</ul>\n',
    ],
    [
      'lists keep their marks in the text',
      '1. a\n2. b\n   - c',
      '1. a\n2. b\n  - c\n\n',
      '<ol>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n',
    ],
    ['a partial on its own line', 'x\n\n{{> a}}', 'x\n\n{{> a}}\n', '<p>x</p>\n{{> a}}\n'],
    ['a note to oneself', '{{! skal rettes }}', '{{! skal rettes }}\n', '{{! skal rettes }}\n'],
    [
      'a note may hold quotes and braces',
      "{{!-- don't {{x}} --}}",
      "{{!-- don't {{x}} --}}\n",
      "{{!-- don't {{x}} --}}\n",
    ],
    [
      'a link in a line shows where it goes',
      'Se [her]({{a}}) nu',
      'Se her: {{a}} nu\n\n',
      '<p>Se <a href="{{toFollow a}}">her</a> nu</p>\n',
    ],
    [
      'a link that is its own address shows it once',
      '<info@x.example>, [{{a}}](mailto:{{a}})',
      'info@x.example, {{a}}\n\n',
      '<p><a href="mailto:info@x.example">info@x.example</a>, <a href="mailto:{{a}}">{{a}}</a></p>\n',
    ],
    [
      'what a helper says may be followed too',
      'x [her]({{date b}})',
      'x her: {{date b}}\n\n',
      '<p>x <a href="{{toFollow (date b)}}">her</a></p>\n',
    ],
    [
      'a rule begins the small print',
      'a\n\n---\n\nb',
      'a\n\n-- \nb\n\n',
      '<p>a</p>\n<hr>\n<p>b</p>\n',
    ],
    ['HTML is text', '<b>x</b>', '<b>x</b>\n\n', '<p>&lt;b&gt;x&lt;/b&gt;</p>\n'],
    [
      'a quotation and code',
      '> x\n\n`*y*`',
      '  x\n\n*y*\n\n',
      '<blockquote>\n<p>x</p>\n</blockquote>\n<p><code>*y*</code></p>\n',
    ],
    ['words that look like marks', 'qzmaaaa {{x}}', 'qzmaaaa {{x}}\n\n', '<p>qzmaaaa {{x}}</p>\n'],
    ['what is escaped stays so', '\\{{x}}', '\\{{x}}\n\n', '<p>\\{{x}}</p>\n'],
  ])('%s', (_, source, text, html) => {
    const rendered = renderMarkdown(source);
    expect({ text: rendered.text, html: bare(rendered.html) }).toEqual({ text, html });
  });

  test('a paragraph of links alone is a row of buttons, and a line each in the text', () => {
    const { text, html } = renderMarkdown(
      '[Ja, {{n}}]({{yes}}) [Nej]({{no}})\n[?](https://x.example)',
    );
    expect(text).toBe('Ja, {{n}}: {{yes}}\nNej: {{no}}\n?: https://x.example\n\n');
    expect(
      [...html.matchAll(/<td[^>]*><a href="([^"]*)"[^>]*>([^<]*)</g)].map(([, ...of]) => of),
    ).toEqual([
      ['{{toFollow yes}}', 'Ja, {{n}}'],
      ['{{toFollow no}}', 'Nej'],
      ['https://x.example', '?'],
    ]);
  });
});
