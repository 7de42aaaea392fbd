/** The built-in mailings, filled with everything that may be there and with as little as must. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAILINGS, type Meeting } from '../src/domain/model.ts';
import { sharedValues, valuesFor, type Filling } from '../src/format/templates/fill-values.ts';
import { mailDates } from '../src/format/templates/mail-dates.ts';
import { readMeeting } from '../src/format/meeting-json.ts';
import {
  compileTemplate,
  type FilledTemplate,
  type Template,
} from '../src/format/templates/template.ts';
import { templateNames } from '../src/format/templates/template-names.ts';
import type { Change, Values } from '../src/format/templates/template-values.ts';
import { findTemplates } from '../src/work/templates.ts';
import { mailWords } from '../src/words/mail-words.ts';
import { words } from '../src/words/words.ts';
import { SHIPPED } from './support/meeting.ts';
import { fakeWorld } from './support/world.ts';

const LANGUAGES = ['da', 'en', 'de'] as const;
type Language = (typeof LANGUAGES)[number];

const EDITIONS = MAILINGS.flatMap((mailing) =>
  LANGUAGES.map((language) => [mailing, language] as const),
);

const templates = new Map<string, Template>();

const wrong: object[] = [];

const DATES = new Map(
  LANGUAGES.map((each) => [each, mailDates(mailWords(each), 'Europe/Copenhagen')]),
);

beforeAll(async () => {
  const say = await words('en', 'templates');
  const found = await findTemplates(fakeWorld({ files: SHIPPED }).files, '/meeting', 'en');
  for (const [mailing, language] of EDITIONS) {
    const files = await found.read(mailing, language, []);
    const compiled = compileTemplate(files!, templateNames([]), DATES.get(language)!, say);
    wrong.push(...compiled.problems);
    if (compiled.template) templates.set(`${mailing}.${language}`, compiled.template);
  }
});

test('Every built-in mailing is there in Danish, English and German, and compiles', () => {
  expect(wrong).toEqual([]);
  expect([...templates.keys()]).toHaveLength(MAILINGS.length * LANGUAGES.length);
});

const reading = await words('en', 'reading');

/** With nothing but what a meeting must have; `over` adds to it. */
function meetingOf(over: object): Meeting {
  const json = {
    id: 'm',
    title: 'Forum',
    start: '2031-03-04T17:00',
    end: '2031-03-04T19:30',
    timeZone: 'Europe/Copenhagen',
    venue: { name: 'Huset' },
    organizer: { name: 'Foreningen', email: 'post@foreningen.example' },
    ...over,
  };
  const { meeting, problems } = readMeeting(
    new TextEncoder().encode(JSON.stringify(json)),
    reading,
  );
  expect(problems).toEqual([]);
  return meeting!;
}

/** Everything optional, each to be there or not. */
const OPTIONAL = {
  address: false,
  organizerContact: false,
  organizerPhone: false,
  website: false,
  replyBy: false,
  capacity: false,
  seatsPerNetwork: false,
  summary: false,
  programme: false,
  times: false,
  questions: false,
  notShared: false,
  addressSource: false,
  name: false,
  greeting: false,
  changedTitle: false,
  changedTime: false,
  changedPlace: false,
  coming: false,
  seats: false,
  waiting: false,
  movedUp: false,
  names: false,
  namesMissing: false,
  seatsAssumed: false,
  byCalendar: false,
};
type Present = Readonly<Record<keyof typeof OPTIONAL, boolean>>;
const change = (was: string, now: string): Change => ({ was, now });

type Answer = 'accepted' | 'declined' | 'tentative' | undefined;

const NONE: Present = OPTIONAL;
const ALL = Object.fromEntries(Object.keys(OPTIONAL).map((key) => [key, true])) as Present;

const presences = fc.record(
  Object.fromEntries(Object.keys(OPTIONAL).map((key) => [key, fc.boolean()])) as Record<
    keyof Present,
    fc.Arbitrary<boolean>
  >,
);
const answers = fc.constantFrom<Answer>('accepted', 'declined', 'tentative', undefined);

function filled(
  mailing: string,
  language: Language,
  is: Present,
  answer: Answer,
): FilledTemplate & { readonly values: Values } {
  const meeting = meetingOf({
    venue: { name: 'Huset', ...(is.address && { address: 'Gade 1' }) },
    organizer: {
      name: 'Foreningen',
      email: 'post@foreningen.example',
      ...(is.organizerContact && { contact: 'Ida Vang' }),
      ...(is.organizerPhone && { phone: '11 22 33 44' }),
      ...(is.website && { website: 'foreningen.example' }),
    },
    ...(is.replyBy && { replyBy: '2031-02-20' }),
    ...(is.capacity && { capacity: 40 }),
    ...(is.seatsPerNetwork && { seatsPerNetwork: 2 }),
    ...(is.summary && { summary: 'Vi mødes.\n\nKom & vær med.' }),
    ...(is.programme && {
      programme: [{ ...(is.times && { time: '17:00' }), title: 'Velkomst' }, { title: 'Samtale' }],
    }),
    ...(is.questions && {
      questions: [
        { id: 'a', text: 'Hvad?', shared: true },
        { id: 'b', text: 'Hvorfor?', shared: !is.notShared },
      ],
    }),
    ...(is.addressSource && { addressSource: 'Fra listen.' }),
  });
  const contact = {
    address: 'bo@net.example',
    language,
    messages: [],
    ...(is.name && { name: 'Bo Dam' }),
    row: {
      line: 2,
      network: 'Net & Co',
      address: 'bo@net.example',
      cells: {},
      ...(is.greeting && { greeting: 'Bo' }),
    },
  };
  const filling: Filling = {
    network: {
      id: 'net',
      name: 'Net & Co',
      contacts: [contact],
      replies: [],
      optOuts: [],
      gone: false,
    },
    contact,
    headings: [],
    reference: '7QK2M4XDF',
    isTest: false,
    changes: {
      ...(is.changedTitle && { title: change('Mødet', 'Forum') }),
      ...(is.changedTime && { time: change('i går', 'i morgen') }),
      ...(is.changedPlace && { place: change('Salen', 'Huset') }),
    },
    reply: answer && {
      accepted: answer === 'accepted',
      declined: answer === 'declined',
      tentative: answer === 'tentative',
      seats: is.seats ? 2 : 0,
      waiting: is.waiting ? 1 : 0,
      movedUp: is.movedUp,
      names: is.names ? ['Bo Dam', 'Eva Lund'] : [],
      namesMissing: is.namesMissing,
      seatsAssumed: is.seatsAssumed,
      byCalendar: is.byCalendar,
    },
    coming: is.coming ? ['Laug <A>', 'Klub B'] : [],
  };
  const shared = sharedValues(meeting, language, DATES.get(language)!);
  const values = valuesFor(shared, filling);
  return { ...templates.get(`${mailing}.${language}`)!.fill(values, language), values };
}

/** What the HTML says, without how it looks. */
function wordsOf(html: string): string {
  return html
    .replace(/^[^]*<body[^>]*>/, '')
    .replace(/<!--[^]*?-->|<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&amp;/g, '&');
}

/** What the text says, without links, dashes and rules. */
function wordsOfText(text: string): string {
  return text.replace(/:\s*mailto:\S+/g, '').replace(/^(?:- |-- $)/gm, '');
}

const packed = (text: string) => text.replace(/\s+/g, '');

describe.each(EDITIONS)('%s.%s', (mailing, language) => {
  const eachWay = (check: (mail: ReturnType<typeof filled>) => void) =>
    fc.assert(
      fc.property(presences, answers, (is, answer) => check(filled(mailing, language, is, answer))),
      {
        numRuns: 30,
        examples: [
          [NONE, undefined],
          [ALL, 'accepted'],
          [NONE, 'accepted'],
        ],
      },
    );

  test('No sentence comes out lame, whatever is absent', () => {
    eachWay(({ subject, text, html }) => {
      for (const part of [subject, text, wordsOf(html)]) {
        expect(part).not.toMatch(/[{}]|undefined|null|NaN|\[object|\b(?:true|false)\b/);
      }
      for (const part of [subject, text]) {
        expect(part).not.toMatch(/[^\S\n][,.;:!?](?![\w.])|,\s*[,.]|\(\s*[),]|\.\./);
      }
      expect(subject).not.toMatch(/ {2}|[\s,:]$/);
      expect(text).not.toMatch(/\S {2,}\S|\n{3}|[^\S\n]\n(?<!-- \n)/);
      // A label with nothing after it, a list or a heading with nothing in it.
      expect(html).not.toMatch(/:<\/strong>\s*(?:<br>|<\/p>)|<(ul|ol|p|li|h2)\b[^>]*>\s*<\/\1>/);
      const unended = html.replace(/(?:Dear|Guten Tag|Kind regards)[^<]*,/g, '');
      expect(unended).not.toMatch(/[,(]\s*(?:<br>|<\/p>|<\/li>)/);
      expect(html).not.toMatch(/<\/h2>\s*(?:<h2|<hr|<\/td>)/);
    });
  });

  test('The text part says the same as the HTML', () => {
    eachWay(({ text, html }) => {
      expect(packed(wordsOfText(text))).toBe(packed(wordsOf(html)));
    });
  });

  test('It greets somebody', () => {
    const first = (is: Partial<Present>) =>
      filled(mailing, language, { ...NONE, ...is }, undefined).text.split('\n')[0];
    const hello = { da: ['Kære ', 'Til '], en: ['Dear ', 'Dear all at '], de: ['Guten Tag ', ''] };
    const end = language === 'da' ? '' : ',';
    const [dear, all] = hello[language];
    expect(first({ name: true, greeting: true })).toBe(`${dear}Bo${end}`);
    expect(first({ name: true })).toBe(`${dear}Bo Dam${end}`);
    expect(first({})).toBe(all === '' ? 'Guten Tag,' : `${all}Net & Co${end}`);
  });

  test('Below the rule stands who writes, to whom, and the way to be left alone', () => {
    const way = {
      da: 'Ingen flere mails',
      en: 'No more mails',
      de: 'Keine weiteren Mails',
    }[language];
    eachWay(({ text, html, values }) => {
      const footer = text.split('\n-- \n')[1]!;
      expect(footer).toContain('Foreningen (post@foreningen.example');
      expect(packed(footer)).toContain('bo@net.example');
      // Where the address comes from.
      expect(footer).toMatch(/Fra\s+listen\.|\bliste?\b/i);
      expect(packed(footer)).toContain(packed(`${way}: ${values.answer.noMore.toString()}`));
      expect(html).toContain(`href="${values.answer.noMore.toHTML()}"`);
      expect(`${text}${html}`).not.toMatch(/afmeld|abmeld|unsubscribe|abbestell/i);
    });
  });

  test('It names the meeting in the subject, which is its title in the HTML', () => {
    eachWay(({ subject, html }) => {
      expect(subject).toMatch(/^[^:]+: Forum,? (?:4\. (?:marts|März)|4 March)$/);
      expect(html).toContain(`<title>${subject}</title>`);
      expect(html).toContain(`<html lang="${language}">`);
    });
  });
});

describe.each(LANGUAGES)('%s', (language) => {
  test.each(['invitation', 'reminder', 'update'])(
    '%s: three buttons, and how to answer without them',
    (mailing) => {
      const { text, html, values } = filled(mailing, language, ALL, undefined);
      for (const link of [values.answer.yes, values.answer.no, values.answer.maybe]) {
        expect(html.match(/<td class="button[^]*?<\/td>/g)!.join('')).toContain(link.toHTML());
        expect(text).toContain(`\n${link.toString()}\n`);
      }
      expect(text).toMatch(
        {
          da: /tryk på\s+Svar[^]*JA\s+eller\s+NEJ/,
          en: /press\s+Reply[^]*YES\s+or\s+NO/,
          de: /„Antworten“[^]*JA\s+oder\s+NEIN/,
        }[language],
      );
      expect(text).toContain('7QK-2M4-XDF');
    },
  );

  test('invitation: who asks, what, when, where, by when, how many, the programme, the questions', () => {
    const { text } = filled('invitation', language, { ...ALL, notShared: false }, undefined);
    const dates = {
      da: ['tirsdag den 4. marts 2031 kl. 17.00–19.30', 'torsdag den 20. februar 2031'],
      en: ['Tuesday 4 March 2031, 17:00–19:30', 'Thursday 20 February 2031'],
      de: ['Dienstag, 4. März 2031, 17.00–19.30 Uhr', 'Donnerstag, 20. Februar 2031'],
    }[language];
    for (const each of [
      ...dates,
      'Foreningen',
      'Net & Co',
      'Forum',
      'Huset, Gade 1',
      'Vi mødes.\n\nKom & vær med.',
      language === 'en' ? '- 17:00 Velkomst' : '- 17.00 Velkomst',
      '- Samtale',
      'A. Hvad?\nB. Hvorfor?\n',
      'Ida Vang, Foreningen',
      'Fra listen.',
    ]) {
      expect(text).toContain(each);
    }
    expect(text).toMatch(/\b2 (?:fra|from|aus)\b/);
    expect(text).toMatch(/\b40\b/);
  });

  test('invitation: each question says whether its answer is shared, once for all where all are', () => {
    const shared = {
      da: /de andre\s+netværk/g,
      en: /the other\s+networks/g,
      de: /die anderen\s+Netzwerke/g,
    }[language];
    const count = (is: Partial<Present>) =>
      filled('invitation', language, { ...NONE, ...is }, undefined).text.match(shared)?.length ?? 0;
    expect(count({ questions: true })).toBe(1);
    expect(count({})).toBe(0);
    const { text } = filled(
      'invitation',
      language,
      { ...NONE, questions: true, notShared: true },
      undefined,
    );
    expect(text).toMatch(/A\. Hvad\? \([^)]+\)\nB\. Hvorfor\?\n/);
  });

  test('update: what it was and what it is now', () => {
    const { text } = filled('update', language, ALL, 'accepted');
    // A place may end in a full stop ("Nykøbing F."): none of ours comes after it.
    const said = {
      da: [
        'Ny tid: i morgen\nFør: i går\n',
        'Nyt sted: Huset\nFør: Salen\n',
        'Nyt navn: Forum\nFør: Mødet\n',
      ],
      en: [
        'New time: i morgen\nBefore: i går\n',
        'New place: Huset\nBefore: Salen\n',
        'New name: Forum\nBefore: Mødet\n',
      ],
      de: [
        'Neuer Termin: i morgen\nBisher: i går\n',
        'Neuer Ort: Huset\nBisher: Salen\n',
        'Neuer Name: Forum\nBisher: Mødet\n',
      ],
    }[language];
    for (const sentence of said) expect(text).toContain(sentence);
    const unchanged = filled('update', language, NONE, 'accepted').text;
    expect(unchanged).not.toMatch(/^(?:Ny|New|Neue)/m);
  });

  test('confirmation: seats, names and the waiting list as they are noted', () => {
    const noted = filled(
      'confirmation',
      language,
      { ...NONE, seats: true, names: true, waiting: true },
      'accepted',
    ).text;
    const labels = {
      da: ['Pladser til jer: 2', 'På venteliste: 1', 'Navne: Bo Dam og Eva Lund'],
      en: ['Seats for you: 2', 'On the waiting list: 1', 'Names: Bo Dam and Eva Lund'],
      de: ['Plätze für Sie: 2', 'Auf der Warteliste: 1', 'Namen: Bo Dam und Eva Lund'],
    }[language];
    for (const label of labels) expect(noted).toContain(label);
    const none = filled('confirmation', language, NONE, 'declined').text;
    for (const label of labels) expect(none).not.toContain(label.split(':')[0]);
  });

  test('confirmation: a calendar button alone is asked how many and who', () => {
    const asks = { da: /kalenderen/, en: /your\s+calendar/, de: /Kalender/ }[language];
    const byCalendar = { ...NONE, seats: true, byCalendar: true, seatsAssumed: true };
    expect(filled('confirmation', language, byCalendar, 'accepted').text).toMatch(asks);
    expect(filled('confirmation', language, { ...NONE, seats: true }, 'accepted').text).not.toMatch(
      asks,
    );
  });

  test('practical: the other networks by name, and nothing else of them', () => {
    const { text, html } = filled('practical', language, { ...NONE, coming: true }, 'accepted');
    expect(text).toContain('- Laug <A>\n- Klub B\n');
    expect(html).toContain('Laug &lt;A&gt;');
  });
});
