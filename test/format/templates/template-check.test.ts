import { describe, expect, test } from 'vitest';
import { mailDates } from '../../../src/format/templates/mail-dates.ts';
import { compileTemplate } from '../../../src/format/templates/template.ts';
import { templateNames } from '../../../src/format/templates/template-names.ts';
import { mailWords } from '../../../src/words/mail-words.ts';
import say from '../../../src/words/en/templates.ts';

const NAMES = templateNames(['Netværk', 'Antal pladser', 'E-mail']);
const DATES = mailDates(mailWords('da'), 'Europe/Copenhagen');

function problemsIn(body: string, partials: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(partials).map(
    ([name, text]) => [name, { file: `p/${name}`, text }] as const,
  );
  const main = { file: 'm', text: `Subject: S\n${body}` };
  const layout = { file: 'l', text: '<html>{{{body}}}</html>' };
  return compileTemplate({ main, layout, partials: new Map(files) }, NAMES, DATES, say).problems;
}

function problemsOf(body: string, partials?: Readonly<Record<string, string>>) {
  return problemsIn(body, partials).map(
    ({ file, line, column, message }) => `${file}:${line}:${column ?? ''} ${message}`,
  );
}

function hint(body: string): string {
  return problemsIn(body)[0]!.hint!.split('?')[0]!;
}

describe('names that there are', () => {
  test.each([
    '{{meeting.title}} {{row.Netværk}} {{row.[Antal pladser]}} {{row.E-mail}} {{isTest}}',
    '{{#if contact.phone}}{{contact.phone}}{{else}}{{organizer.phone}}{{/if}}',
    '{{#each meeting.programme}}{{time}} {{title}} {{this.title}} {{../reference}} {{@index}}{{/each}}',
    '{{#each meeting.questions as |q i|}}{{q.text}} {{i}} {{../network.name}}{{/each}}',
    '{{#each coming}}{{this}}{{#unless @last}}, {{/unless}}{{else}}{{meeting.title}}{{/each}}',
    '{{#with meeting.venue}}{{name}} {{@root.meeting.venue.address}}{{else}}{{reference}}{{/with}}',
    '{{#if changes.title}}{{changes.title.was}}{{/if}} {{changes.time.now}}',
    '{{date meeting.start}} {{day meeting.replyBy}} {{time meeting.end}} {{list coming}}',
    '{{list reply.names}} {{meeting.programme.length}} {{meeting.programme.0.title}}',
    '{{! meeting.titel }}{{!-- {{meeting.titel}} --}}\\{{meeting.titel}}',
  ])('%s', (body) => {
    expect(problemsOf(body)).toEqual([]);
  });
});

describe('names that there are not', () => {
  test.each([
    ['{{meeting.titel}}', 'm:2:3 there is nothing called "meeting.titel"'],
    ['a\n\n  {{nobody}}', 'm:4:5 there is nothing called "nobody"'],
    ['{{row.Antal}}', 'm:2:3 there is nothing called "row.Antal"'],
    ['{{meeting.constructor}}', 'm:2:3 there is nothing called "meeting.constructor"'],
    ['{{#if meeting.x}}{{/if}}', 'm:2:7 there is nothing called "meeting.x"'],
    ['{{#if isTest}}{{x}}{{/if}}', 'm:2:17 there is nothing called "x"'],
    ['{{#if isTest}}{{else}}{{x}}{{/if}}', 'm:2:25 there is nothing called "x"'],
    ['{{#unless x}}{{/unless}}', 'm:2:11 there is nothing called "x"'],
    ['{{date meeting.strat}}', 'm:2:8 there is nothing called "meeting.strat"'],
    ['{{#each meeting.programme}}{{text}}{{/each}}', 'm:2:30 there is nothing called "text"'],
    [
      '{{#each meeting.programme}}{{network.name}}{{/each}}',
      'm:2:30 there is nothing called "network.name"',
    ],
    ['{{#each coming}}{{../x}}{{/each}}', 'm:2:19 there is nothing called "../x"'],
    ['{{#each coming as |n|}}{{m}}{{/each}}', 'm:2:26 there is nothing called "m"'],
    ['{{#with meeting.venue}}{{place}}{{/with}}', 'm:2:26 there is nothing called "place"'],
    ['{{../x}}', 'm:2:3 there is nothing called "../x"'],
    ['{{@root.x}}', 'm:2:3 there is nothing called "@root.x"'],
    ['{{@index}}', 'm:2:3 "@index" is only known within {{#each …}}'],
    ['{{@x}}', 'm:2:3 there is nothing called "@x"'],
    ['{{date (day x)}}', 'm:2:13 there is nothing called "x"'],
    ['{{> p of=x}}', 'm:2:10 there is nothing called "x"'],
    ['{{> q}}', 'm:2:5 there is no partial "q"'],
    ['{{> (list coming)}}', 'm:2:1 this kind of {{…}} is not for mails'],
    ['{{> 5}}', 'm:2:1 this kind of {{…}} is not for mails'],
    ['{{meeting}}', 'm:2:3 "meeting" has several parts, and cannot be printed whole'],
    ['{{coming}}', 'm:2:3 "coming" has several parts, and cannot be printed whole'],
    ['{{date}}', 'm:2:3 "date" needs one value'],
    ['{{date meeting.start meeting.end}}', 'm:2:3 "date" needs one value'],
    ['{{upper meeting.title}}', 'm:2:3 "upper" is not a helper that takes a value'],
    ['{{#isTest}}x{{/isTest}}', 'm:2:4 there is no block {{#isTest}}'],
    [
      '{{{meeting.title}}}',
      'm:2:1 three braces, or {{&…}}, would let a cell of networks.csv write HTML into the mail',
    ],
    [
      '{{&meeting.title}}',
      'm:2:1 three braces, or {{&…}}, would let a cell of networks.csv write HTML into the mail',
    ],
    ['{{"meeting"}}', 'm:2:3 this kind of {{…}} is not for mails'],
    ['{{#> p}}x{{/p}}', 'm:2:1 this kind of {{…}} is not for mails'],
    ['{{log meeting.title}}', 'm:2:3 "log" is not a helper that takes a value'],
    ['{{#if isTest}}x', 'm:2: {{#if}} never ends'],
    ['{{#if isTest}}x{{/each}}', 'm:2:4 {{#if}} is ended by {{/each}}'],
    ['x {{meeting.', 'm:2: this cannot be read as a template'],
  ])('%s', (body, problem) => {
    expect(problemsOf(body, { p: '{{meeting.title}}' })).toEqual([problem]);
  });

  test('are found in a partial, where it stands and with what it is given', () => {
    const partials = { p: 'x\n{{meeting.titel}} {{tone}}' };
    expect(problemsOf('{{> p tone="a"}}', partials)).toEqual([
      'p/p:2:3 there is nothing called "meeting.titel"',
    ]);
    expect(problemsOf('{{#each coming}}{{> p}}{{/each}}', partials)).toEqual([
      'p/p:2:3 there is nothing called "meeting.titel"',
      'p/p:2:21 there is nothing called "tone"',
    ]);
  });

  test('are all told at once, and each once', () => {
    expect(problemsOf('{{a}} {{b}}\n{{> p}}{{> p}}', { p: '{{c}}' })).toHaveLength(3);
  });

  test('a partial that comes round to itself is told, and not followed for ever', () => {
    expect(problemsOf('{{> p}}', { p: '{{> q}}', q: '{{> p}}' })).toEqual([
      expect.stringMatching(/^p\/[pq]:1:1 the partial "[pq]" comes round to itself$/),
    ]);
  });

  test('the near ones are named', () => {
    expect(hint('{{contact.nam}}')).toBe('did you mean contact.name');
    expect(hint('{{telefon}}')).toBe('`mikronet check --names` lists all names');
    expect(hint('{{row.netvaerk}}')).toBe('did you mean row.Netværk');
    expect(hint('{{row.Antalpladser}}')).toBe('did you mean row.[Antal pladser]');
    expect(hint('{{adress}}')).toContain('meeting.venue.address');
  });
});
