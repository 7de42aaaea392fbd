import { describe, expect, it } from 'vitest';
import { FileError } from '../../src/world.ts';
import { ALL_INVITED, aMeeting, fact, NETWORKS, type } from '../support/meeting.ts';

const FILE = '/meeting/networks.csv';
const BEGUN = fact('2012-05-01T07:00:00Z', {
  type: 'journal-begun',
  meeting: 'traef',
  key: 'a2V5',
});

function textOf(world: ReturnType<typeof aMeeting>, path = FILE) {
  return Buffer.from(world.disk.get(path)!).toString('utf8');
}

const backups = (world: ReturnType<typeof aMeeting>) =>
  [...world.disk.keys()].filter((path) => path.startsWith(`${FILE}.bak-`));

describe('add', () => {
  it('appends a row, keeps the file as it was, and says so', async () => {
    const world = aMeeting();
    const { exit, stdout, stderr } = await type(
      world,
      'add',
      'Møllelauget',
      'Bo@Molle.example',
      '--contact',
      'Bo Berg',
      '--phone',
      '+4587654321',
    );
    expect(exit).toBe(0);
    expect(textOf(world)).toBe(
      `${NETWORKS}Møllelauget;Bo Berg;Bo@molle.example;+45 87 65 43 21\r\n`,
    );
    expect(backups(world)).toEqual([`${FILE}.bak-2012-05-02-090000`]);
    expect(textOf(world, backups(world)[0])).toBe(NETWORKS);
    expect(stdout).toBe('Møllelauget, Bo@molle.example: now in networks.csv (line 6)\n');
    expect(stderr).toContain('networks.csv.bak-2012-05-02-090000');
    expect(world.facts('/meeting').at(-1)).toMatchObject({
      type: 'network-added',
      network: 'moellelauget',
      name: 'Møllelauget',
      address: 'Bo@molle.example',
    });
  });

  it('is written to by the next invite, alone', async () => {
    const world = aMeeting({ facts: [BEGUN, ...ALL_INVITED] });
    await type(world, 'add', 'Møllelauget', 'bo@molle.example');
    const { stdout } = await type(world, 'invite', '--dry-run', '--json');
    expect(JSON.parse(stdout).planned).toMatchObject([{ network: 'moellelauget' }]);
  });

  it('works in a list that has only its headings', async () => {
    const world = aMeeting({ networks: '\ufeffNetværk;E-mail;Sprog\r\n' });
    const { exit } = await type(world, 'add', 'Havn', 'kim@havn.example', '--language', 'en');
    expect(exit).toBe(0);
    expect(textOf(world)).toBe('\ufeffNetværk;E-mail;Sprog\r\nHavn;kim@havn.example;en\r\n');
  });

  it('takes the id of a network that has one already', async () => {
    const world = aMeeting({ networks: 'id;network;email\nhavn-1;Havn;kim@havn.example\n' });
    await type(world, 'add', 'havn', 'bo@havn.example');
    expect(textOf(world)).toContain('\nhavn-1;havn;bo@havn.example\n');
    expect(world.facts('/meeting').at(-1)).toMatchObject({ network: 'havn-1' });
  });

  it('writes nothing a second time', async () => {
    const world = aMeeting();
    await type(world, 'add', 'Møllelauget', 'bo@molle.example');
    const before = textOf(world);
    const { exit, stdout } = await type(world, 'add', 'møllelauget', 'BO@molle.example', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(stdout).added).toMatchObject({ line: 6, isNew: false, backup: null });
    expect(textOf(world)).toBe(before);
    expect(backups(world)).toHaveLength(1);
    expect(world.facts('/meeting').filter((each) => each.type === 'network-added')).toHaveLength(1);
  });

  it('says that an address stands under another network too', async () => {
    const world = aMeeting();
    const { exit, stderr } = await type(world, 'add', 'Kims andet laug', 'kim@havn.example');
    expect(exit).toBe(0);
    expect(stderr).toContain('kim@havn.example also stands under Havnelauget');
  });

  it.each([
    [['Møllelauget', 'bo@@molle'], '"bo@@molle" is not an e-mail address'],
    [['Møllelauget', 'bø@molle.example'], '"bø@molle.example" has letters before the @'],
    [[' ', 'bo@molle.example'], 'the name of the network is missing'],
    [['Møllelauget'], 'the address is missing'],
    [['Okologisk  forsyning ApS', 'x@y.example', '--language', 'klingon'], 'klingon'],
    [['Øko-logisk Forsyning', 'x@y.example'], 'cannot be told apart'],
  ])('refuses %j, and writes nothing', async (args, message) => {
    const world = aMeeting({
      networks:
        'Netværk;E-mail;Sprog\r\nØkologisk Forsyning;a@a.example;da\r\nOeko-logisk Forsyning;b@b.example;\r\n',
    });
    const before = textOf(world);
    const { exit, stderr } = await type(world, 'add', ...args);
    expect(stderr).toContain(message);
    expect(exit).toBe(2);
    expect(textOf(world)).toBe(before);
    expect(backups(world)).toEqual([]);
  });

  it('refuses a letter that the file cannot hold, and names it', async () => {
    const world = aMeeting({
      files: { [FILE]: Buffer.from('Netværk;E-mail\r\nKøbmænd;a@a.example\r\n', 'latin1') },
    });
    const { exit, stderr } = await type(world, 'add', 'Łódź', 'x@y.example');
    expect(exit).toBe(2);
    expect(stderr).toContain('networks.csv is saved as windows-1252, which has no "Ł"');
    expect(backups(world)).toEqual([]);
  });

  it.each(['.~lock.networks.csv#', '~$networks.csv'])(
    'waits for whoever has the file open: %s',
    async (mark) => {
      const world = aMeeting({ files: { [`/meeting/${mark}`]: 'Bente' } });
      const { exit, stderr } = await type(world, 'add', 'Møllelauget', 'bo@molle.example');
      expect(exit).toBe(75);
      expect(stderr).toContain('networks.csv: open in another program');
      expect(stderr).toContain(mark);
      expect(textOf(world)).toBe(NETWORKS);
    },
  );

  it('is unfinished where Windows does not let the file go, and leaves no backup behind', async () => {
    const world = aMeeting();
    const { write } = world.files;
    Object.assign(world.files, {
      write: (path: string, ...rest: [string]) =>
        path === FILE ? Promise.reject(new FileError('busy', path)) : write(path, ...rest),
    });
    const { exit, stderr } = await type(world, 'add', 'Møllelauget', 'bo@molle.example');
    expect(exit).toBe(75);
    expect(stderr).toContain('open in another program (Excel?)');
    expect(backups(world)).toEqual([]);
    expect(world.facts('/meeting').some((each) => each.type === 'network-added')).toBe(false);
  });

  it('asks on a terminal for what is missing, and only for what the file has room for', async () => {
    const asked: string[] = [];
    const typed = ['Møllelauget', 'bo@molle.example', 'Bo Berg'];
    const world = aMeeting({
      terminal: {
        canAsk: true,
        ask: async () => ({
          input: ({ message }: { message: string }) => {
            asked.push(message);
            return Promise.resolve(typed[asked.length - 1]!);
          },
          password: () => Promise.reject(new Error('not asked')),
          confirm: () => Promise.reject(new Error('not asked')),
          select: () => Promise.reject(new Error('not asked')),
        }),
      },
    });
    expect((await type(world, 'add')).exit).toBe(0);
    expect(asked).toHaveLength(3);
    expect(textOf(world)).toContain('\r\nMøllelauget;Bo Berg;bo@molle.example;\r\n');
  });
});

async function savedOver() {
  const world = aMeeting({ facts: [BEGUN, ...ALL_INVITED] });
  await type(world, 'add', 'Møllelauget', 'bo@molle.example');
  world.disk.set(FILE, Buffer.from(NETWORKS));
  return world;
}

describe('a row that was added and vanishes', () => {
  it.each([['status'], ['invite', '--dry-run'], []])(
    'is noticed by: mikronet %s',
    async (...args) => {
      const { stderr } = await type(await savedOver(), ...args);
      expect(stderr).toContain('Møllelauget (bo@molle.example) was added and is no longer in');
    },
  );

  it('is a problem for check', async () => {
    const { exit, stdout } = await type(await savedOver(), 'check', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).problems).toMatchObject([
      { file: 'networks.csv', message: expect.stringContaining('Møllelauget') },
    ]);
  });

  it('can be put back', async () => {
    const world = await savedOver();
    expect((await type(world, 'add', 'Møllelauget', 'bo@molle.example')).exit).toBe(0);
    expect((await type(world, 'status')).stderr).not.toContain('was added');
  });

  it('can be forgotten, with the backup that holds it', async () => {
    const world = await savedOver();
    await type(world, 'add', 'Møllelauget', 'bo@molle.example');
    await type(world, 'add', 'Nylauget', 'ny@lauget.example');
    expect(backups(world)).toHaveLength(3);
    expect((await type(world, 'forget', 'bo@molle.example', '--yes')).exit).toBe(0);
    expect((await type(world, 'status')).stderr).not.toContain('was added');
    expect(backups(world).map((each) => textOf(world, each))).toEqual([NETWORKS, NETWORKS]);
  });

  it('is not missed where its name or its address was edited', async () => {
    const world = await savedOver();
    world.disk.set(FILE, Buffer.from(`${NETWORKS}Møllelauget;Bo;bo@nyt.example;\r\n`));
    expect((await type(world, 'status')).stderr).not.toContain('was added');
    world.disk.set(FILE, Buffer.from(`${NETWORKS}Møllerne;Bo;bo@molle.example;\r\n`));
    expect((await type(world, 'status')).stderr).not.toContain('was added');
  });
});
