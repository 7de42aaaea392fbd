import fc from 'fast-check';
import { convert } from 'html-to-text';
import { describe, expect, test } from 'vitest';
import { compose, composed, mailOf, NOW, type Scene } from '../support/composing.ts';
import { answered, sentMessage } from '../support/correspondence.ts';

/** Its network stands beside a cell of its row. */
const NAMES = 'Subject: {{row.A}} hos {{network.name}}\n\nX{{row.A}}X\n\n{{> footer}}\n';

/** A template of its own for the Danish invitation. */
const own = (text: string) => ({ 'invitation.da.md.hbs': text });

describe('the invitation', () => {
  test('goes from the association to one contact, and holds its own id in References', async () => {
    const { mail, raw, outgoing } = await composed();
    expect(outgoing).toMatchObject({
      messageId: '7QK2M4XDF.invitation.1@mikronet.example',
      from: 'info@mikronet.example',
      to: 'kim@havn.example',
    });
    expect(
      raw
        .split('\r\n\r\n')[0]!
        .replaceAll(/\r\n\s+/g, ' ')
        .split('\r\n')
        .slice(0, 7),
    ).toEqual([
      'From: Mikronet <info@mikronet.example>',
      'To: Kim Holm <kim@havn.example>',
      'Subject: =?UTF-8?Q?Invitation=3A_Tr=C3=A6f_30=2E_maj?=',
      'Date: Wed, 02 May 2012 07:00:00 +0000',
      'Message-ID: <7QK2M4XDF.invitation.1@mikronet.example>',
      'References: <7QK2M4XDF.invitation.1@mikronet.example>',
      'Content-Language: da',
    ]);
    expect(mail.date?.toISOString()).toBe(new Date(NOW).toISOString());
    for (const field of ['cc', 'bcc', 'reply-to', 'precedence', 'auto-submitted']) {
      expect(mail.headers.has(field)).toBe(false);
    }
  });

  test('says the same in its text as in its HTML', async () => {
    const { mail } = await composed({
      meeting: { summary: 'Først.\n\nSå.', questions: [{ id: 'a', text: 'Hvad?', shared: true }] },
    });
    const html = convert(String(mail.html), {
      selectors: [{ selector: 'a', options: { ignoreHref: true } }],
    });
    expect(bareWords(mail.text!)).toBe(bareWords(html));
  });

  test('is in the language of its contact, with the dates of that language', async () => {
    const { composer, steps } = await compose({
      rows: ['da', 'en', 'de'].map((language, index) => ({
        network: `N${index}`,
        address: `n${index}@x.example`,
        language,
      })),
    });
    const said = await Promise.all(
      steps.map(async (step) => {
        const { mail, view } = await mailOf(composer!, step);
        const when = /^(?:Hvornår|When|Wann): (.*)$/m.exec(mail.text!)?.[1];
        return [view.language, when, /lang="(..)"/.exec(String(mail.html))?.[1]];
      }),
    );
    expect(said).toEqual([
      ['da', 'onsdag den 30. maj 2012 kl. 16.30–21.00', 'da'],
      ['en', 'Wednesday 30 May 2012, 16:30–21:00', 'en'],
      ['de', 'Mittwoch, 30. Mai 2012, 16.30–21.00 Uhr', 'de'],
    ]);
  });

  test('asks by links that are short where they are read and whole where they are pressed', async () => {
    const questions = [{ id: 'works', text: 'Hvad lykkes?', shared: true }];
    const { mail, fact } = await composed({ meeting: { questions } });
    expect(mail.text).toContain(
      'mailto:info@mikronet.example?subject=JA%20-%20Tr%C3%A6f%20%28ref.%207QK-2M4-XDF%29\n',
    );
    const links = [...String(mail.html).matchAll(/href="([^"]*)"/g)].map(([, link]) =>
      decodeURIComponent(link!.replaceAll('&amp;', '&')),
    );
    expect(links[0]).toBe(
      'mailto:info@mikronet.example?subject=JA - Træf (ref. 7QK-2M4-XDF)&body=' +
        'Svar: JA\r\nAntal: \r\nNavne: \r\n\r\nA. Hvad lykkes?\r\n\r\nBesked: \r\n\r\n' +
        'Ref: 7QK-2M4-XDF (slet ikke denne linje)',
    );
    expect(fact.questions).toEqual([{ letter: 'A', id: 'works', text: 'Hvad lykkes?' }]);
  });

  test('answers go elsewhere only where they shall', async () => {
    const organizer = { name: 'Mikronet', email: 'info@mikronet.example' };
    const elsewhere = { ...organizer, replyTo: 'svar@mikronet.example' };
    const same = { ...organizer, replyTo: 'Info@mikronet.example' };
    expect((await composed({ meeting: { organizer: elsewhere } })).mail.replyTo?.value).toEqual([
      { name: 'Mikronet', address: 'svar@mikronet.example' },
    ]);
    expect((await composed({ meeting: { organizer: same } })).mail.replyTo).toBeUndefined();
  });

  test('says how to leave in a header from 200 recipients on', async () => {
    expect(await listed(199)).toBeUndefined();
    expect(await listed(200)).toEqual({
      unsubscribe: {
        mail: 'info@mikronet.example?subject=Ingen%20flere%20mails%2C%20tak%20%28ref.%207QK-2M4-XDF%29',
      },
    });
  });

  test('carries the calendar part that the journal remembers', async () => {
    const { fact, view, mail } = await composed();
    expect(fact.calendar).toMatchObject({
      method: 'REQUEST',
      uid: '7QK2M4XDF@mikronet.example',
      sequence: 0,
      partstat: 'needs-action',
    });
    expect(view.calendar).toContain('DTSTART:20120530T143000Z');
    expect(mail.attachments.map(({ contentType }) => contentType)).toEqual([
      'text/calendar',
      'application/ics',
    ]);
  });

  test.each([
    ['request', 'Svar i kalenderen, med knapperne'],
    ['publish', 'Svar med knapperne'],
  ] as const)('says in an entry that is a %s how to answer', async (calendar, how) => {
    const { view } = await composed({ meeting: { calendar } });
    expect(view.calendar?.replaceAll(/\r\n |\\/g, '')).toContain(how);
  });
});

describe('what follows the invitation', () => {
  const invitation = sentMessage('invitation', '2012-05-01T07:00:00Z');
  const id = (invitation[0] as { readonly message: string }).message;

  test('belongs to it, and has an id of its own', async () => {
    const { mail } = await composed({ mailing: 'reminder', facts: invitation });
    expect(mail.inReplyTo).toBe(`<${id}>`);
    expect(mail.references).toEqual([`<${id}>`, '<7QK2M4XDF.reminder.1@mikronet.example>']);
  });

  test('names the id that the server gave the invitation too', async () => {
    const renamed = { ...invitation[1]!, serverMessageId: 'new@server' };
    const { mail } = await composed({
      mailing: 'reminder',
      facts: [invitation[0]!, renamed as (typeof invitation)[0]],
    });
    expect(mail.inReplyTo).toBe('<new@server>');
    expect(mail.references).toHaveLength(3);
  });

  test('what is sent by itself says so, and answers the mail it answers', async () => {
    const { mail } = await composed(
      { mailing: 'confirmation', facts: [...invitation, answered('accepted', NOW)] },
      { automatic: { inReplyTo: 'their@mail' } },
    );
    expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
    expect(mail.inReplyTo).toBe('<their@mail>');
  });

  test('an update says in words what was and what is', async () => {
    const before = sentMessage('invitation', '2012-05-01T07:00:00Z', {
      calendar: {
        method: 'REQUEST',
        uid: '7QK2M4XDF@x',
        sequence: 0,
        start: '2012-05-30T13:30:00Z',
        end: '2012-05-30T19:00:00Z',
        title: 'Træf',
        place: 'Salen',
      },
    });
    const { mail, fact } = await composed({ mailing: 'update', facts: before });
    expect(mail.text!.replaceAll(/\s+/g, ' ')).toContain(
      'Ny tid: onsdag den 30. maj 2012 kl. 16.30–21.00 Før: onsdag den 30. maj 2012 kl. 15.30–21.00',
    );
    expect(mail.text).toContain('Nyt sted: Kulturforsyningen, Nykøbing\nFør: Salen\n');
    expect(mail.text).not.toContain('Nyt navn');
    expect(fact.calendar).toMatchObject({ uid: '7QK2M4XDF@x', sequence: 1 });
  });

  test('a confirmation repeats what was noted, and the fact what it promised', async () => {
    const yes = answered('accepted', NOW, {
      reply: { answer: 'accepted', seats: 2, attendees: [{ name: 'Bo' }], answers: {} },
    });
    const { mail, fact } = await composed({
      mailing: 'confirmation',
      facts: [...invitation, yes],
    });
    expect(mail.text).toMatch(/Pladser til jer: 2\nNavne: Bo\n/);
    expect(fact).toMatchObject({ confirms: [yes.id], confirmedSeats: 2 });
  });

  test('names the other networks that come, and not its own', async () => {
    const { composer, steps } = await compose({
      mailing: 'practical',
      templates: { 'practical.da.md.hbs': 'Subject: S\n\nMed: {{list coming}}.\n\n{{> footer}}' },
      rows: [{}, { network: 'Lauget', address: 'a@laug.example' }],
      facts: [
        answered('accepted', NOW, { network: 'havnelauget' }),
        answered('accepted', NOW, { network: 'lauget', contact: 'a@laug.example' }),
      ],
    });
    const texts = await Promise.all(
      steps.map(async (step) => (await mailOf(composer!, step)).view.text.split('\n')[0]),
    );
    expect(texts).toEqual(['Med: Lauget.', 'Med: Havnelauget.']);
  });
});

describe('a test mail', () => {
  test('goes elsewhere, marked, with a reference of its own kind', async () => {
    const aside = { test: { to: 'me@example.org', reference: 'T23456789' } };
    const { mail, outgoing, fact, view } = await composed({}, aside);
    expect(outgoing.to).toBe('me@example.org');
    expect([mail.to].flat()[0]?.text).toBe('me@example.org');
    expect(outgoing.messageId).toMatch(/^T23456789\.invitation\.\d+@mikronet\.example$/);
    expect(mail.subject).toBe('TEST: Invitation: Træf 30. maj');
    expect(mail.text).toMatch(/^Dette er en prøve\./);
    expect(String(mail.html)).toContain('<strong>Dette er en prøve.');
    expect(mail.text).toContain('T23-456-789');
    expect(view.calendar).toContain('UID:T23456789@mikronet.example');
    expect(view.calendar).toContain('mailto:me@example.org');
    expect(fact.subject).toBe('TEST: Invitation: Træf 30. maj');
    expect(`${mail.text}${String(mail.html)}`).not.toContain('7QK');
  });
});

describe('templates', () => {
  test('the meeting’s own wins, also for a partial, a layout and the HTML', async () => {
    const { mail } = await composed({
      templates: {
        ...own('Subject: Eget\n\nMin tekst\n\n{{> footer}}\n'),
        'partials/footer.da.md.hbs': 'Ingen flere: {{answer.noMore}}',
        'layout.html.hbs': '<html><title>{{subject}}</title>[{{{body}}}]</html>',
      },
    });
    expect(mail.text).toBe(
      'Min tekst\n\nIngen flere:\nmailto:info@mikronet.example?subject=Ingen%20flere%20mails%2C%20tak%20%28ref.%207QK-2M4-XDF%29\n',
    );
    expect(String(mail.html)).toContain(
      '<title>Eget</title>[<p style="margin:0 0 16px;">Min tekst</p>',
    );
  });

  test('a twin in HTML takes the place of what the Markdown makes', async () => {
    const twin = { 'invitation.da.html.hbs': '<b>{{contact.name}}</b>' };
    const { mail } = await composed({
      templates: { ...own(NAMES.replaceAll('{{row.A}}', 'a')), ...twin },
      rows: [{ contact: 'Bo <i>' }],
    });
    expect(String(mail.html)).toContain('<b>Bo &lt;i&gt;</b>');
    expect(String(mail.html)).not.toContain('XaX');
    expect(mail.text).toContain('XaX');
  });

  test('a twin that is a whole page needs no layout, and is marked in a test all the same', async () => {
    const { mail } = await composed(
      {
        templates: {
          ...own(NAMES.replaceAll('{{row.A}}', 'a')),
          'invitation.da.html.hbs': '<html><body class="x"><b>{{contact.name}}</b></body></html>',
        },
      },
      { test: { to: 'me@example.org', reference: 'T23456789' } },
    );
    expect(String(mail.html)).toMatch(
      /^<html><body class="x"><p><strong>Dette er en prøve\.[^<]*<\/strong><\/p>\n<b>Kim Holm<\/b><\/body><\/html>$/,
    );
  });

  test('a layout without a place for the mail is told', async () => {
    const { problems } = await compose({ templates: { 'layout.html.hbs': '<html></html>' } });
    expect(problems).toEqual([
      expect.objectContaining({ message: 'this layout has no place for the mail' }),
    ]);
  });

  test('a language without one gets the meeting’s, or English, and that is told', async () => {
    const { composer } = await compose({ languages: ['da', 'sv', 'en'] });
    expect(composer!.missingLanguages).toEqual(['sv']);
    const { view } = await composed({ rows: [{ language: 'sv' }] });
    expect(view.language).toBe('da');
    const swedish = await composed({ meeting: { language: 'sv' }, rows: [{ language: 'sv' }] });
    expect(swedish.view.language).toBe('en');
    expect(swedish.composer.missingLanguages).toEqual(['sv']);
  });

  test('a mailing that nobody wrote says where it goes', async () => {
    expect((await compose({ mailing: 'kaffe' })).problems).toEqual([
      {
        message: 'there is no template of the mailing "kaffe"',
        hint: expect.stringContaining('templates/kaffe.da.md.hbs'),
      },
    ]);
  });

  test('its own mailing is sent like any other', async () => {
    const { mail, fact } = await composed({
      mailing: 'kaffe',
      templates: {
        'kaffe.da.md.hbs': 'Subject: Kaffe\n\nKom, {{contact.name}}!\n\n{{> footer}}\n',
      },
    });
    expect(mail.text).toMatch(/^Kom, Kim Holm!\n/);
    expect(fact.calendar).toBeUndefined();
    expect(fact.questions).toBeUndefined();
  });

  test.each([
    ['a longer subject', { title: 'Træf '.repeat(20) }, {}],
    ['no way to answer', {}, own('Subject: S\n\n{{> footer}}')],
    ['no way out', {}, own('Subject: S\n\n{{> answer}}')],
  ])('%s is remarked upon', async (_, meeting, templates) => {
    const { composer } = await compose({ meeting, templates });
    expect(composer!.remarks).toHaveLength(1);
  });

  test('the shipped ones are beyond reproach', async () => {
    for (const mailing of ['invitation', 'reminder', 'update', 'cancellation', 'confirmation']) {
      const { composer } = await compose({ mailing, languages: ['da', 'en', 'de'] });
      expect(composer!.remarks).toEqual([]);
    }
  });

  test('the digest changes with the text and with what all are told, and with nothing else', async () => {
    const templates = own(NAMES.replaceAll('row.A', 'meeting.title'));
    const before = await digest({ templates });
    expect(await digest({ templates, rows: [{ contact: 'Bo' }], recipients: 300 })).toBe(before);
    expect(await digest({ templates, meeting: { capacity: 3 } })).toBe(before);
    expect(await digest({ templates, meeting: { title: 'Møde' } })).not.toBe(before);
    expect(await digest({ templates: own(`${templates['invitation.da.md.hbs']}.`) })).not.toBe(
      before,
    );
    const footer = { 'partials/footer.da.md.hbs': 'Nyt {{answer.noMore}}' };
    expect(await digest({ templates: { ...templates, ...footer } })).not.toBe(before);
  });
});

const FIELDS =
  'From To Subject Date Message-ID References Content-Language MIME-Version Content-Type'.split(
    ' ',
  );

/** What means something to a mail, to HTML, to Markdown, to Handlebars or to a replacement. */
const SIGNS =
  '\r|\n|\t|\0| |x|{{|}}|<script>|</p>|&amp;|*|_|`|[a](b)|\\|- |1986. |# |> |$&|$1|"|\'|æ|='.split(
    '|',
  );

describe('whatever a cell holds', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(...SIGNS),
      maxLength: 12,
    }),
  );

  test('it comes out as typed, in text, HTML and subject, and starts no header', async () => {
    const { composer, steps } = await compose({
      templates: own(NAMES),
      rows: [{ cells: { A: '' } }],
    });
    const [step] = steps;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (cell, name) => {
        const { contact } = step!;
        const network = { ...step!.network, name };
        const row = { ...contact.row!, cells: { ...contact.row!.cells, A: cell } };
        const { view, mail, raw } = await mailOf(composer!, {
          ...step!,
          network,
          contact: { ...contact, row, name },
        });
        expect(words(view.text)).toContain(words(`X${cell}X`));
        const [, html = ''] = /<p style="margin:0 0 16px;">X([^]*)X<\/p>/.exec(view.html)!;
        expect(words(`X${decoded(html)}X`)).toBe(words(`X${cell}X`));
        expect(words(view.subject)).toBe(words(`${cell} hos ${name}`));
        expect(view.subject).not.toMatch(/[\r\n]/);
        const head = raw.slice(0, raw.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/);
        expect(head.map((line) => line.split(':')[0])).toEqual(FIELDS);
        expect([mail.to].flat().map((each) => each?.value.length)).toEqual([1]);
      }),
      { numRuns: 300 },
    );
  });

  test('no network is named in another’s mail', async () => {
    const names = ['Alfalauget', 'Betaklubben', 'Gammakredsen'];
    const { composer, steps } = await compose({
      rows: names.map((network) => ({
        network,
        contact: `Leder af ${network}`,
        address: `post@${network.toLowerCase()}.example`,
      })),
      languages: ['da'],
    });
    for (const step of steps) {
      const { outgoing } = await composer!.compose(step);
      const bytes = Buffer.from(outgoing.bytes).toString('latin1').replaceAll(/=\r\n/g, '');
      const named = names.filter((name) => bytes.toLowerCase().includes(name.toLowerCase()));
      expect(named).toEqual([step.network.name]);
    }
  });

  test('an address in a cell may be followed, a script may not', async () => {
    const { composer, steps } = await compose({
      templates: own('Subject: S\n\nSe [siden]({{row.A}}) nu.\n\n{{> footer}}'),
      rows: [{ cells: { A: '' } }],
    });
    const href = async (cell: string) => {
      const [step] = steps;
      const row = { ...step!.contact.row!, cells: { A: cell } };
      const { view } = await composer!.compose({ ...step!, contact: { ...step!.contact, row } });
      return /href="([^"]*)"/.exec(view.html)![1];
    };
    expect(await href('https://a.example/?b=1&c')).toBe('https://a.example/?b&#x3D;1&amp;c');
    expect(await href('www.a.example')).toBe('https://www.a.example');
    for (const bad of ['javascript:alert(1)', ' JavaScript:x', 'data:text/html,x', '']) {
      expect(await href(bad)).toBe('#');
    }
  });
});

/** What a mail says, in words only: the text shows where links go, and tables have no lines there. */
function bareWords(text: string): string {
  const found = text.replaceAll(/mailto:\S+/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.join(' ').toLowerCase();
}

async function listed(recipients: number): Promise<unknown> {
  return (await composed({ recipients })).mail.headers.get('list');
}

async function digest(scene: Scene): Promise<string> {
  return (await compose(scene)).composer!.digest('da');
}

/** Without control characters, blanks as one. */
function words(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(html: string): string {
  return html
    .replaceAll('<br>', '\n')
    .replaceAll(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g, (_, hex, number, name) =>
      hex || number
        ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number))
        : ENTITIES[name]!,
    );
}
