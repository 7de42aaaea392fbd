import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/format/lists/csv.ts';
import { aMeeting, ALL_INVITED, fact, type } from '../support/meeting.ts';

const said = (network: string, reply: object, at = '2012-05-03T08:00:00Z') =>
  fact(at, {
    type: 'reply-received',
    source: 'manual',
    network,
    via: 'hand',
    reply: { answer: 'accepted', attendees: [], answers: {}, ...reply },
  });

const facts = [
  ...ALL_INVITED,
  said('oekologisk-forsyning', { answer: 'declined', remark: '=HYPERLINK("http://x")' }),
  said('lollands-haandvaerkerlaug', {
    seats: 3,
    attendees: [{ name: 'Anna', email: 'a@laug.example' }],
    answers: { works: '+ kaffe; te' },
  }),
  said('havnelauget', {}),
];

/** The records of a file as a spreadsheet would read it. */
function grid(bytes: Uint8Array | undefined): readonly (readonly string[])[] {
  return readCsv(new TextDecoder().decode(bytes), ';').records;
}

describe('export-attendees', () => {
  test('leaves a question empty that nobody has answered, whatever it is called', async () => {
    const meeting = { questions: [{ id: 'constructor', text: 'Hvem?', shared: true }] };
    const world = aMeeting({ facts, meeting });
    const list = await type(world, 'export-attendees');
    expect([list.exit, list.stdout]).toEqual([0, expect.not.stringContaining('function')]);
    const { exit, stdout } = await type(world, 'export-attendees', '--answers', '--format', 'csv');
    expect([exit, stdout.trim()]).toEqual([0, '\ufeffNetværk;Hvem?'.trim()]);
  });

  test('has a row for each chair, as Danish Excel opens it', async () => {
    const world = aMeeting({ facts });
    const { exit, stderr } = await type(world, 'export-attendees', '-o', 'liste.csv');
    expect({ exit, stderr }).toMatchObject({
      exit: 0,
      stderr: expect.stringMatching(/liste\.csv: 4 chairs\n$/),
    });
    const bytes = world.disk.get('/meeting/liste.csv');
    expect([...bytes!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(grid(bytes)).toEqual([
      ['Netværk', 'Navn', 'E-mail', 'Plads', 'Hvad lykkes?', 'Bemærkning', 'Svaret den', 'Hvordan'],
      [
        'Havnelauget',
        'Kim Holm',
        'kim@havn.example',
        'kommer',
        '',
        '',
        '2012-05-03 10:00',
        'mundtligt',
      ],
      [
        'Lollands Håndværkerlaug',
        'Anna',
        'a@laug.example',
        'kommer',
        "'+ kaffe; te",
        '',
        '2012-05-03 10:00',
        'mundtligt',
      ],
      [
        'Lollands Håndværkerlaug',
        '',
        '',
        'kommer',
        "'+ kaffe; te",
        '',
        '2012-05-03 10:00',
        'mundtligt',
      ],
      [
        'Lollands Håndværkerlaug',
        '',
        '',
        'kommer',
        "'+ kaffe; te",
        '',
        '2012-05-03 10:00',
        'mundtligt',
      ],
    ]);
  });

  test('knows the address of a contact who is named among those who come', async () => {
    const attendees = [{ name: 'kim  HOLM' }, { name: 'Ida Juhl' }];
    const { stdout } = await type(
      aMeeting({ facts: [said('havnelauget', { seats: 2, attendees })] }),
      'export-attendees',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'kim  HOLM', email: 'kim@havn.example' },
      { name: 'Ida Juhl', email: null },
    ]);
  });

  test('nothing in a cell steers the terminal that the file is shown on; its lines stay', async () => {
    const remark = 'tak\u001b[31m\u202e for\n\tsidst\u009b';
    const { stdout } = await type(
      aMeeting({ facts: [said('havnelauget', { remark })] }),
      'export-attendees',
    );
    expect(readCsv(stdout, ';').records[1]![5]).toBe('tak[31m for\n\tsidst');
  });

  test('--all adds the others, with phone and without danger', async () => {
    const { stdout } = await type(
      aMeeting({ facts }),
      'export-attendees',
      '--all',
      '--delimiter',
      ',',
      '--no-bom',
    );
    const lines = stdout.split('\r\n');
    expect(lines[0]).toBe(
      'Netværk,Navn,E-mail,Svar,Telefon,Plads,Hvad lykkes?,Bemærkning,Svaret den,Hvordan',
    );
    expect(lines[1]).toBe(
      'Havnelauget,Kim Holm,kim@havn.example,kommer,12 34 56 78,kommer,,,2012-05-03 10:00,mundtligt',
    );
    expect(lines[5]).toBe(
      `Økologisk Forsyning,Torben,torben@oeko.example,kommer ikke,,,,"'=HYPERLINK(""http://x"")",2012-05-03 10:00,mundtligt`,
    );
  });

  test('--all names the number of the one who sits there, and else one of the network', async () => {
    const list = [
      'navn;kontakt;mail;telefon',
      'Økologisk Forsyning;Torben;torben@oeko.example;11 11 11 11',
      'Økologisk Forsyning;Mette;mette@oeko.example;22 22 22 22',
      'Havnelauget;Kim;kim@havn.example;',
      'Havnelauget;Bo;bo@havn.example;33 33 33 33',
      '',
    ].join('\n');
    const world = aMeeting({
      files: { '/meeting/networks.csv': list },
      facts: [
        said('oekologisk-forsyning', {
          attendees: [{ name: 'Ib' }, { name: 'Mette' }, { email: 'TORBEN@oeko.example' }],
        }),
      ],
    });
    const { stdout } = await type(world, 'export-attendees', '--all');
    expect(
      readCsv(stdout, ';').records.map(([, name, email, , phone]) => [name, email, phone]),
    ).toEqual([
      ['Navn', 'E-mail', 'Telefon'],
      ['Kim', 'kim@havn.example', '33 33 33 33'],
      ['Ib', '', '11 11 11 11'],
      ['Mette', 'mette@oeko.example', '22 22 22 22'],
      ['', 'TORBEN@oeko.example', '11 11 11 11'],
    ]);
  });

  test('--all says of those without an answer neither when nor how they gave it', async () => {
    const none = said('havnelauget', { answer: 'needs-action' }, '2012-05-04T08:00:00Z');
    const { stdout } = await type(
      aMeeting({ facts: [...facts, none] }),
      'export-attendees',
      '--all',
    );
    const [kim] = readCsv(stdout, ';').records.filter(([network]) => network === 'Havnelauget');
    expect(kim!.slice(3)).toEqual(['har ikke svaret', '12 34 56 78', '', '', '', '', '']);
  });

  test('is an array for scripts', async () => {
    const { stdout } = await type(aMeeting({ facts }), 'export-attendees', '--format', 'json');
    expect(JSON.parse(stdout)).toHaveLength(4);
    expect(JSON.parse(stdout)[0]).toEqual({
      network: 'Havnelauget',
      name: 'Kim Holm',
      email: 'kim@havn.example',
      seat: 'coming',
      forOldTime: false,
      answers: {},
      remark: null,
      answeredAt: '2012-05-03T08:00:00.000Z',
      source: 'manual',
    });
  });

  test.each([
    [200, true],
    [60, false],
  ])('on a terminal of %i columns says when and how they answered: %s', async (columns, says) => {
    const world = aMeeting({ facts, terminal: { outIsTerminal: true, columns } });
    const [headings = ''] = (await type(world, 'export-attendees')).stdout.split('\n');
    expect(headings).toMatch(/^Netværk +Navn +E-mail +Plads/);
    expect(/Svaret den +Hvordan$/.test(headings)).toBe(says);
  });

  test('is a table on a terminal', async () => {
    const world = aMeeting({ facts, terminal: { outIsTerminal: true, columns: 100 } });
    const { stdout } = await type(world, 'export-attendees');
    expect(stdout.split('\n')[0]).toMatch(/^Netværk +Navn +E-mail/);
    expect(stdout).toContain('4 chairs');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test.each([
    [['--format', 'xls'], '"xls" is not a format\n  hint: csv or json; md with --answers\n'],
    [['--delimiter', 'x'], '"x" cannot stand between cells\n  hint: one of ; , | and tab\n'],
    [['-o', 'networks.csv'], 'networks.csv is a file of the meeting itself; choose another name\n'],
    [['-o', 'Networks.CSV'], 'Networks.CSV is a file of the meeting itself; choose another name\n'],
  ])('%j is refused', async (flags, stderr) => {
    expect(await type(aMeeting(), 'export-attendees', ...flags)).toEqual({
      exit: 2,
      stdout: '',
      stderr,
    });
  });

  test.each([
    ['2012-05-03T09:00:00Z', 'mailbox last read 3 May 11:00\n'],
    [undefined, 'The mailbox has not been read yet: `mikronet sync` fetches the answers.\n'],
  ])('says when the mailbox was last read: %s', async (at, stderr) => {
    const read = at === undefined ? [] : [fact(at, { type: 'mailbox-read', cursors: [] })];
    const world = aMeeting({ facts: [...facts, ...read], now: '2012-05-03T12:00:00Z' });
    expect((await type(world, 'export-attendees')).stderr).toBe(stderr);
  });

  test('asks nobody to read the mailbox who reads saved mails', async () => {
    const saved = facts.map((each) =>
      each.type === 'reply-received' ? { ...each, source: 'file' as const } : each,
    );
    expect((await type(aMeeting({ facts: saved }), 'export-attendees')).stderr).toBe('');
  });

  test('says loudly that the answers are old', async () => {
    const old = [...facts, fact('2012-05-03T09:00:00Z', { type: 'mailbox-read', cursors: [] })];
    const { stderr } = await type(
      aMeeting({ facts: old, now: '2012-05-06T09:00:00Z' }),
      'export-attendees',
    );
    expect(stderr).toContain('ATTENTION: the mailbox was last read 3 May 11:00, 3 days ago.');
  });
});

const wrote = (network: string, works: string) =>
  said(network, { answer: 'declined', answers: { works, secret: 'only for us' } });

describe('export-attendees --answers', () => {
  const meeting = {
    title: 'Træf *2012*',
    questions: [
      { id: 'works', text: { da: 'Hvad lykkes?', en: 'What works?' }, shared: true },
      { id: 'secret', text: 'Hemmeligt?', shared: false },
    ],
  };
  const exchange = [
    ...ALL_INVITED,
    wrote('oekologisk-forsyning', 'Kaffe.\nOg te.\n\n# Nej\n<script>x</script> [her](http://x)'),
    wrote('havnelauget', '1. maj'),
  ];

  test('is a page to mail to all, in which no answer is anything but text', async () => {
    const world = aMeeting({ facts: exchange, meeting });
    const { exit, stderr } = await type(world, 'export-attendees', '--answers', '-o', 'svar.md');
    expect({ exit, stderr }).toMatchObject({
      exit: 0,
      stderr: expect.stringMatching(/^svar\.md: answers of 2 networks$/m),
    });
    expect(new TextDecoder().decode(world.disk.get('/meeting/svar.md'))).toMatchInlineSnapshot(`
      "# Træf \\*2012\\*

      onsdag den 30. maj 2012 kl. 16.30–21.00, Kulturforsyningen

      Det skriver netværkene:

      ## Havnelauget

      **Hvad lykkes?**

      1\\. maj

      ## Økologisk Forsyning

      **Hvad lykkes?**

      Kaffe.  
      Og te.

      \\# Nej  
      \\<script\\>x\\</script\\> \\[her\\](http://x)
      "
    `);
  });

  test('is a table for Excel', async () => {
    const world = aMeeting({ facts: exchange, meeting });
    await type(world, 'export-attendees', '--answers', '-o', 'svar.csv');
    expect(grid(world.disk.get('/meeting/svar.csv'))).toEqual([
      ['Netværk', 'Hvad lykkes?'],
      ['Havnelauget', '1. maj'],
      ['Økologisk Forsyning', 'Kaffe.\nOg te.\n\n# Nej\n<script>x</script> [her](http://x)'],
    ]);
  });

  test('is an array for scripts, and says where there is nothing to share', async () => {
    const json = await type(
      aMeeting({ facts: exchange, meeting }),
      'export-attendees',
      '--answers',
      '--json',
    );
    expect(JSON.parse(json.stdout)).toMatchObject([
      { network: 'Havnelauget', answers: { works: '1. maj' } },
      { network: 'Økologisk Forsyning' },
    ]);
    const none = await type(
      aMeeting({ meeting: { questions: [] } }),
      'export-attendees',
      '--answers',
      '--format',
      'md',
    );
    expect(none).toMatchObject({ exit: 0, stderr: expect.stringContaining('"shared": true') });
    expect(none.stdout).toContain('Ingen har skrevet noget endnu.');
  });
});
