import { describe, expect, test } from 'vitest';
import { changedSincePreview } from '../../src/work/preview-folder.ts';
import { aMeeting, ALL_INVITED, fact, invited, type } from '../support/meeting.ts';
import type { FakeWorld } from '../support/world.ts';

const FOLDER = '/meeting/preview';

function written(world: FakeWorld, folder = FOLDER): readonly string[] {
  return [...world.disk.keys()]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1))
    .toSorted();
}

function read(world: FakeWorld, name: string, folder = FOLDER): string {
  return new TextDecoder().decode(world.disk.get(`${folder}/${name}`));
}

const MAILS = [
  '01-havnelauget.eml',
  '02-lollands-haandvaerkerlaug.eml',
  '03-oekologisk-forsyning.eml',
  '04-oekologisk-forsyning.eml',
];

describe('preview', () => {
  test('Writes every mail in the order of the list, and a page that shows them; says where', async () => {
    const world = aMeeting();
    const { exit, stdout, stderr } = await type(world, 'preview');
    expect(exit).toBe(0);
    expect(stdout).toBe(`${FOLDER}/index.html\n`);
    expect(stderr).toContain('4 mails. Nothing was sent.');
    expect(written(world)).toEqual([...MAILS, 'index.html', 'previewed.json']);
    expect(read(world, MAILS[0]!)).toMatch(/^To: Kim Holm <kim@havn\.example>\r$/m);
    expect(read(world, MAILS[3]!)).toMatch(/^To: Mette <mette@oeko\.example>\r$/m);
    const page = read(world, 'index.html');
    const places = ['kim@', 'anna@', 'torben@', 'mette@'].map((name) => page.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(page).toContain('METHOD:REQUEST');
    expect(page).toContain('Subject: Invitation: Træf 30. maj');
  });

  test('Remembers nothing: the journal stays as it was', async () => {
    const world = aMeeting();
    await type(world, 'preview');
    expect(world.facts('/meeting')).toEqual([]);
  });

  test('Those who are skipped stand in the page with the reason', async () => {
    const world = aMeeting({
      facts: invited('havnelauget', 'Havnelauget', 'kim@havn.example', 'Kim Holm'),
    });
    const { stderr } = await type(world, 'preview');
    expect(stderr).toContain('3 mails, 1 skipped');
    expect(read(world, 'index.html')).toContain('Not sent: has had it');
    expect(written(world)).toHaveLength(3 + 2);
  });

  test('A network that is named can be looked at, also where it has had the mail', async () => {
    const world = aMeeting({ facts: ALL_INVITED });
    await type(world, 'preview', 'havne');
    const page = read(world, 'index.html');
    expect(page).toContain('Not sent: has had it');
    expect(page.match(/<iframe/g)).toHaveLength(1);
    expect(page).toContain('7QK-2M4-XDF');
    expect(page).not.toContain('anna@laug.example');
    expect(written(world)).toEqual(['index.html', 'previewed.json']);
  });

  test('Where nobody would get the mail, all are shown as they would look', async () => {
    const world = aMeeting({ facts: ALL_INVITED });
    const { stderr } = await type(world, 'preview');
    expect(stderr).toContain('Nobody gets this mail now (4 skipped)');
    expect(read(world, 'index.html').match(/<iframe/g)).toHaveLength(4);
  });

  test('Nothing is written for those who want no mails', async () => {
    const optedOut = fact('2012-05-02T08:00:00Z', {
      type: 'opted-out',
      network: 'havnelauget',
      source: 'manual',
    });
    const world = aMeeting({ facts: [...ALL_INVITED, optedOut] });
    await type(world, 'preview', 'havnelauget');
    expect(read(world, 'index.html')).not.toContain('<iframe');
  });

  test('Another mailing, also one of the organiser’s own', async () => {
    const world = aMeeting({
      facts: ALL_INVITED,
      files: {
        '/meeting/templates/kaffe.da.md.hbs':
          'Subject: Kaffe til {{network.name}}\n\nKaffen er klar.\n\n{{> footer}}\n',
      },
      meeting: { language: 'da' },
    });
    await type(world, 'preview', '--mailing', 'reminder');
    expect(read(world, 'index.html')).toContain('Påmindelse: Træf 30. maj');
    const { exit } = await type(world, 'preview', '--mailing', 'kaffe');
    expect(exit).toBe(0);
    expect(read(world, 'index.html')).toContain('Kaffe til Havnelauget');
  });

  test.each([
    ['a name that leads elsewhere', ['--mailing', '../../x'], '--mailing: "../../x"'],
    ['a mailing without a template', ['--mailing', 'kaffe'], '"kaffe"'],
    ['a network that is not there', ['nowhere'], 'nowhere'],
  ])('%s is refused before anything is written', async (_, args, quoted) => {
    const world = aMeeting();
    const { exit, stderr } = await type(world, 'preview', ...args);
    expect(exit).toBe(2);
    expect(stderr).toContain(quoted);
    expect(written(world)).toEqual([]);
  });

  test('What is wrong with a template is said, with its place, and nothing is written', async () => {
    const world = aMeeting({
      files: { '/meeting/templates/invitation.da.md.hbs': 'Subject: x\n\n{{meeting.titel}}\n' },
    });
    const { exit, stderr } = await type(world, 'preview');
    expect(exit).toBe(2);
    expect(stderr).toContain('invitation.da.md.hbs:3');
    expect(written(world)).toEqual([]);
  });

  test('A new preview takes the place of the one before, and touches no file of others', async () => {
    const world = aMeeting({ files: { '/meeting/mine/99-mine.eml': 'my own' } });
    await type(world, 'preview', '--output', 'mine');
    expect(written(world, '/meeting/mine')).toHaveLength(4 + 3);
    await type(world, 'preview', 'havne', '--output', 'mine');
    expect(written(world, '/meeting/mine')).toEqual([
      MAILS[0],
      '99-mine.eml',
      'index.html',
      'previewed.json',
    ]);
    expect(written(world)).toEqual([]);
  });

  test('A note made by somebody else lets no other file be removed', async () => {
    const world = aMeeting({
      files: {
        [`${FOLDER}/previewed.json`]: '{"files":["../meeting.json","/meeting/networks.csv",7]}',
      },
    });
    const { exit } = await type(world, 'preview');
    expect(exit).toBe(0);
    expect(world.disk.has('/meeting/meeting.json')).toBe(true);
    expect(world.disk.has('/meeting/networks.csv')).toBe(true);
  });

  test('--open shows the page; where that cannot be done it says so', async () => {
    const opened: string[] = [];
    const over = {
      openFile: (path: string) => Promise.resolve(opened.push(path) > 0),
    };
    const { stderr } = await type(aMeeting({ over }), 'preview', '--open');
    expect(opened).toEqual([`${FOLDER}/index.html`]);
    expect(stderr).not.toContain('could not be opened');
    const without = await type(aMeeting(), 'preview', '--open');
    expect(without.stderr).toContain('could not be opened');
    expect(without.exit).toBe(0);
  });

  test('--json names the page, the mails and those skipped', async () => {
    const world = aMeeting({
      facts: invited('havnelauget', 'Havnelauget', 'kim@havn.example', 'Kim Holm'),
    });
    const { stdout } = await type(world, 'preview', '--json');
    const json = JSON.parse(stdout) as Record<string, readonly unknown[]>;
    expect(json).toMatchObject({ v: 1, mailing: 'invitation', page: `${FOLDER}/index.html` });
    expect(json['mails']).toHaveLength(3);
    expect(json['mails']![0]).toEqual({
      network: 'lollands-haandvaerkerlaug',
      email: 'anna@laug.example',
      subject: 'Invitation: Træf 30. maj',
      file: '01-lollands-haandvaerkerlaug.eml',
    });
    expect(json['skipped']).toEqual([
      { network: 'havnelauget', email: 'kim@havn.example', reason: 'already-sent' },
    ]);
  });

  test('Ctrl-C stops it', async () => {
    const world = aMeeting({ over: { interruption: AbortSignal.abort() } });
    const { exit } = await type(world, 'preview');
    expect(exit).toBe(130);
    expect(written(world)).toEqual([]);
  });

  test('Speaks the language of the screen', async () => {
    const world = aMeeting({ env: { MIKRONET_LANG: 'da' } });
    const { stderr } = await type(world, 'preview');
    expect(stderr).toContain('4 mails. Intet er sendt.');
    expect(read(world, 'index.html')).toContain('<html lang="da">');
  });

  test('Whatever stands in the list, the page holds it as typed', async () => {
    const world = aMeeting({
      networks: [
        'Netværk;Kontaktperson;E-mail',
        '"<script>alert(1)</script>";"""><img src=x onerror=alert(1)>";kim@havn.example',
        '',
      ].join('\r\n'),
    });
    const { exit } = await type(world, 'preview');
    expect(exit).toBe(0);
    const page = read(world, 'index.html');
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

function changed(world: FakeWorld, digest: string, language = 'da'): Promise<boolean> {
  return changedSincePreview(world.files, '/meeting', 'invitation', { [language]: digest });
}

function digestOf(world: FakeWorld, folder?: string): string {
  const note = JSON.parse(read(world, 'previewed.json', folder)) as {
    mailings: { invitation: { da: string } };
  };
  return note.mailings.invitation.da;
}

describe('what was looked at', () => {
  test('A text that is as it was previewed has not changed', async () => {
    const world = aMeeting();
    await type(world, 'preview');
    expect(await changed(world, digestOf(world))).toBe(false);
  });

  test('A template that was edited since has', async () => {
    const world = aMeeting();
    await type(world, 'preview');
    const before = digestOf(world);
    world.disk.set(
      '/meeting/templates/invitation.da.md.hbs',
      new TextEncoder().encode('Subject: New\n\nNew.\n\n{{> answer}}\n\n{{> footer}}\n'),
    );
    await type(world, 'preview', '--output', '/elsewhere');
    const now = digestOf(world, '/elsewhere');
    expect(now).not.toBe(before);
    expect(await changed(world, now)).toBe(true);
  });

  test('What was never previewed, or in another language, is not said to have changed', async () => {
    const world = aMeeting();
    expect(await changed(world, 'x')).toBe(false);
    await type(world, 'preview');
    expect(await changed(world, 'x', 'de')).toBe(false);
  });

  test('A preview of another mailing does not forget this one', async () => {
    const world = aMeeting({ facts: ALL_INVITED });
    await type(world, 'preview', 'havne');
    await type(world, 'preview', '--mailing', 'reminder');
    expect(await changed(world, 'x')).toBe(true);
  });

  test('A broken note notes nothing', async () => {
    const world = aMeeting({ files: { [`${FOLDER}/previewed.json`]: '{"mailings":[null' } });
    expect(await changed(world, 'x')).toBe(false);
  });
});
