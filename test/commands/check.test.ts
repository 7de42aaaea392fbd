import { describe, expect, test } from 'vitest';
import { aMeeting, ALL_INVITED, type } from '../support/meeting.ts';

describe('check', () => {
  test('is silent when all is well', async () => {
    expect(await type(aMeeting({ facts: ALL_INVITED }), 'check')).toEqual({
      exit: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('tells everything at once: what cannot be read first, then what is probably not meant', async () => {
    const world = aMeeting({
      networks: 'network;email\nHÃ¥ndvÃ¦rk;kim@gmial.com\nB;x\n',
      files: { '/meeting/.env.txt': '' },
    });
    const { exit, stdout } = await type(world, 'check');
    expect(exit).toBe(1);
    expect(stdout.split('\n').filter((line) => !line.startsWith('  '))).toEqual([
      'networks.csv:3: "x" is not an e-mail address',
      '.env.txt: Windows has named the file .env.txt; it is not read',
      'networks.csv:2: "kim@gmial.com": is kim@gmail.com meant?',
      'networks.csv:2: "HÃ¥ndvÃ¦rk" has letters that were read wrongly',
      '',
    ]);
  });

  test('speaks of doubt, a meeting in the past and a free-mail sender', async () => {
    const world = aMeeting({
      facts: ALL_INVITED.slice(0, 1),
      now: '2012-06-05T08:00:00Z',
      meeting: { organizer: { name: 'Mikronet', email: 'mikronet@gmail.com' } },
    });
    expect(
      (await type(world, 'check')).stdout.split('\n').filter((line) => !line.startsWith('  ')),
    ).toEqual([
      '1 mail is in doubt: it may have arrived, or may not',
      'meeting.json end: the meeting is over: it ended on 30 May 2012',
      'meeting.json organizer.email: "mikronet@gmail.com" is an address at gmail.com, where everybody may have one',
      '',
    ]);
  });

  test('finds a title too long for the subject of the shipped invitation', async () => {
    const title = 'Årligt træf for netværksansvarlige og koordinatorer på Lolland-Falster';
    const { exit, stdout } = await type(aMeeting({ meeting: { title } }), 'check');
    expect(exit).toBe(1);
    expect(stdout).toContain(
      'meeting.json title: the subject is 90 letters long: "Invitation: Årligt',
    );
    const fits = await type(aMeeting({ meeting: { title: title.slice(0, 45) } }), 'check');
    expect(fits).toMatchObject({ exit: 0, stdout: '' });
  });

  test('gives scripts the problems and what was assumed', async () => {
    const { exit, stdout } = await type(aMeeting({ meeting: { capacity: 0 } }), 'check', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      problems: [
        {
          file: 'meeting.json',
          line: 1,
          path: 'capacity',
          message: '0 is not a whole number from 1 to 1000000',
          hint: null,
        },
      ],
      assumed: { encoding: 'utf-8', delimiter: ';' },
    });
  });

  test('tells everything that is wrong with the templates, each with its place', async () => {
    const world = aMeeting({
      files: {
        '/meeting/templates/invitation.da.md.hbs':
          'Subject: {{meeting.titel}}\n\nKære {{row.Kontakt}} {{contact.name}}\n\n{{> footer}}\n',
        '/meeting/templates/kaffe.da.md.hbs': 'Kaffe?\n\n{{#if contact.phone}}\nRing!\n',
        '/meeting/templates/Kaffe.md': 'Kaffe?',
      },
    });
    const { exit, stdout } = await type(world, 'check');
    expect(exit).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "templates/invitation.da.md.hbs:1:12: there is nothing called "meeting.titel"
        1 | Subject: {{meeting.titel}}
        hint: did you mean meeting.title or meeting.when? \`mikronet check --names\` lists all names
      templates/invitation.da.md.hbs:3:8: there is nothing called "row.Kontakt"
        3 | Kære {{row.Kontakt}} {{contact.name}}
        hint: did you mean row.Kontaktperson? \`mikronet check --names\` lists all names
      templates/kaffe.da.md.hbs:1: the first line is not the subject
        hint: begin with a line such as: Subject: {{meeting.title}}
      templates/kaffe.da.md.hbs:3: {{#if}} never ends
        3 | {{#if contact.phone}}
        hint: write {{/if}} where it is to end
      templates/Kaffe.md: nothing reads templates/Kaffe.md
        hint: a template is named as in invitation.da.md.hbs, in small letters, a partial as in partials/footer.da.md.hbs
      "
    `);
  });

  test('looks through an HTML twin that stands beside a template of the tool', async () => {
    const { exit, stdout } = await type(
      aMeeting({
        files: {
          '/meeting/templates/invitation.da.html.hbs': '<p>{{contact.nam}}</p>',
          '/meeting/templates/kaffe.da.html.hbs': '<p>{{contact.nam}}</p>',
        },
      }),
      'check',
    );
    expect(exit).toBe(1);
    expect(stdout.split('\n').filter((line) => line.startsWith('templates'))).toEqual([
      'templates/invitation.da.html.hbs:1:6: there is nothing called "contact.nam"',
      'templates/kaffe.da.html.hbs: nothing reads templates/kaffe.da.html.hbs',
    ]);
  });

  test('says which mails have no way to answer or to be left alone', async () => {
    const world = aMeeting({
      files: { '/meeting/templates/reminder.da.md.hbs': 'Subject: Husk\n\nHusk {{meeting.title}}' },
    });
    expect((await type(world, 'check')).stdout).toMatchInlineSnapshot(`
      "templates/reminder.da.md.hbs: there is no way in it to answer
        hint: put {{> answer}} where the buttons are to stand
      templates/reminder.da.md.hbs: there is no way in it to ask for no more mails
        hint: put {{> footer}} at the end
      "
    `);
  });

  test('says which language of the list has no template, and which questions are too long', async () => {
    const world = aMeeting({
      networks: 'network;email;language\nA;a@a.example;da\nB;b@b.example;sv\n',
      meeting: {
        questions: ['a', 'b'].map((id) => ({ id, text: 'Hvad mener I om æbler? '.repeat(10) })),
      },
    });
    expect((await type(world, 'check')).stdout).toMatchInlineSnapshot(`
      "there is no template in "sv" of invitation, reminder, update, cancellation, confirmation, practical, thanks: those contacts get it in "da"
        hint: write one as templates/invitation.sv.md.hbs
      meeting.json questions: the answer link in "da" grows too long: 1 question does not fit into it
        hint: the mail prints them all the same; shorter questions fit
      "
    `);
  });

  test('lists the names that a template may use, with an example of each', async () => {
    const { exit, stdout } = await type(aMeeting(), 'check', '--names');
    expect(exit).toBe(0);
    const lines = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/, '  '));
    expect(lines).toEqual(
      expect.arrayContaining([
        'What may stand in a template, as it is in the mail to Kim Holm, Havnelauget:',
        '{{meeting.title}}  Træf',
        '{{meeting.when}}  onsdag den 30. maj 2012 kl. 16.30–21.00',
        '{{#each meeting.questions}} goes through them:',
        '{{letter}}  A',
        '{{row.E-mail}}  kim@havn.example',
        '{{time meeting.start}}  16.30',
      ]),
    );
    const { names } = JSON.parse((await type(aMeeting(), 'check', '--names', '--json')).stdout);
    expect(names).toContainEqual({ name: 'contact.name', example: 'Kim Holm' });
    expect(names).toContainEqual({ name: 'letter', example: 'A', within: 'meeting.questions' });
  });
});
