/** What is left of somebody in a real folder, after every command that leaves something there. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { FactDraft } from '../../src/domain/facts.ts';
import { folderWorld } from '../support/folder-world.ts';
import { journalIn, temporaryFolder } from '../support/journal.ts';
import { invited, MEETING, type } from '../support/meeting.ts';

interface Person {
  readonly network: string;
  readonly name: string;
  readonly address: string;
}

/** Of two words, so that nobody else is called that. */
const word = fc
  .array(fc.constantFrom(...'abdefgiklmnoprstuvyæøåé'), { minLength: 3, maxLength: 8 })
  .map((letters) => letters.join(''))
  .map((letters) => letters[0]!.toUpperCase() + letters.slice(1));
const person = fc
  .tuple(word, word, word, word, fc.nat(9999))
  .map(([first, last, kind, place, number]): Person => ({
    network: `${kind}lauget ${place}`,
    name: `${first} ${last}`,
    address: `post${number}@laug${number}.example`,
  }));

function aFolder({ network, name, address }: Person, encoding: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'meeting.json'), JSON.stringify({ ...MEETING, language: 'da' }));
  const list = [
    'Netværk;Kontaktperson;E-mail;Note',
    `${network};${name};${address};kender vi godt`,
    'Havnelauget Nord;Kim Holm;kim@havn.example;',
    '',
  ].join('\r\n');
  writeFileSync(join(folder, 'networks.csv'), iconv.encode(list, encoding));
  return folder;
}

const mail = (from: string, subject = 'SV: Invitation') => ({
  messageId: `${from.length}.${subject.length}@mail.example`,
  from,
  subject,
});

/** The journal after some weeks: they are named in their own facts and in those of others. */
async function live(folder: string, { network, name, address }: Person): Promise<void> {
  const id = 'the-network';
  const drafts: FactDraft[] = [
    { type: 'journal-begun', meeting: 'traef', key: 'a2V5' },
    ...invited(id, network, address, name),
    ...invited('havnelauget-nord', 'Havnelauget Nord', 'kim@havn.example', 'Kim Holm'),
    {
      type: 'reply-received',
      source: 'imap',
      network: id,
      contact: address,
      via: 'words',
      mail: mail(`${name} <${address.toUpperCase()}>`, `${network} kommer`),
      sentence: `Hilsen ${name}`,
      reply: { answer: 'accepted', attendees: [{ name, email: address }], answers: {} },
    },
    {
      type: 'reply-received',
      source: 'manual',
      network: 'havnelauget-nord',
      via: 'hand',
      reply: {
        answer: 'accepted',
        attendees: [{ name: 'Kim Holm' }, { name }],
        answers: { works: `samarbejdet med ${network}` },
        remark: `kører sammen med ${name.toUpperCase()}`,
      },
    },
    {
      type: 'mail-set-aside',
      mail: mail('kim@havn.example', `vedr. ${name}`),
      reason: 'words-unclear',
      text: `Skriv hellere til ${address}.`,
    },
    {
      type: 'request-received',
      mail: mail('ny@andre.example', 'Må vi være med?'),
      text: `Vi hørte om det fra ${name} hos ${network}, som kommer.`,
    },
  ];
  const writer = await journalIn(folder).open();
  await writer.append(...drafts);
  await writer.close();
  const line = `{"name":"${name}","address":"${address}"}\n`;
  for (const file of [
    'journal.jsonl.torn',
    'journal-PC.jsonl.merged',
    '.networks.csv.0a1b2c3d.new',
  ]) {
    writeFileSync(join(folder, file), line);
  }
  writeFileSync(
    join(folder, 'networks.csv.bak-2012-05-02-090000'),
    readFileSync(join(folder, 'networks.csv')),
  );
}

/** The names and contents of everything below a folder. */
function everything(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name))]);
}

function traces(folder: string, words: readonly string[]): readonly string[] {
  return everything(folder).flatMap(([name, bytes]) => {
    const texts = ['utf8', 'win1252', 'utf16le'].map((each) => iconv.decode(bytes, each));
    return words
      .filter((each) =>
        [name, ...texts].some((text) => text.toLowerCase().includes(each.toLowerCase())),
      )
      .map((each) => `${each} in ${name}`);
  });
}

describe('forget in a real folder', () => {
  test('leaves no byte of a network, its people and their addresses in any file', async () => {
    await fc.assert(
      fc.asyncProperty(
        person,
        fc.constantFrom('utf8', 'win1252', 'utf16'),
        fc.boolean(),
        async (them, encoding, wholeNetwork) => {
          const folder = aFolder(them, encoding);
          await live(folder, them);
          const world = folderWorld(folder);
          expect((await type(world, 'invite', '--again', '--outbox', 'outbox', '--yes')).exit).toBe(
            0,
          );
          expect((await type(world, 'preview')).exit).toBe(0);
          const words = wholeNetwork
            ? [them.network, them.name, them.address]
            : [them.name, them.address];
          expect(traces(folder, words)).not.toEqual([]);
          const named = wholeNetwork ? them.network : them.address;
          expect(await type(world, 'forget', named, '--yes')).toMatchObject({ exit: 0 });
          expect(traces(folder, words)).toEqual([]);
          // The others are still there.
          expect(traces(folder, ['kim@havn.example', 'Kim Holm'])).not.toEqual([]);
          const { stdout } = await type(world, 'status', '--json');
          expect(JSON.parse(stdout).networks[0].attendees).toContainEqual(
            expect.objectContaining({ name: 'Kim Holm' }),
          );
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  const THEM: Person = {
    network: 'Æblelauget Øst',
    name: 'Åse Krøyer',
    address: 'aase@aeble.example',
  };

  test('`status --json` shows beforehand what will go: rows, their own facts, and those that name them', async () => {
    const folder = aFolder(THEM, 'utf8');
    await live(folder, THEM);
    const { stdout } = await type(folderWorld(folder), 'status', THEM.address, '--json');
    const { network, rows, facts } = JSON.parse(stdout);
    expect(network.name).toBe(THEM.network);
    expect(rows).toMatchObject([{ line: 2, cells: { Note: 'kender vi godt' } }]);
    expect(facts.map((fact: { type: string }) => fact.type)).toEqual([
      'message-submitted',
      'message-sent',
      'reply-received',
      'reply-received',
      'mail-set-aside',
      'request-received',
    ]);
  });

  test('names the files of one’s own that still hold them, and exits with 1', async () => {
    const folder = aFolder(THEM, 'utf8');
    mkdirSync(join(folder, 'noter'));
    writeFileSync(join(folder, 'deltagere.csv'), iconv.encode(`Navn\n${THEM.name}\n`, 'win1252'));
    writeFileSync(join(folder, 'noter/ring.txt'), `ring til ${THEM.address}`);
    const { exit, stderr } = await type(folderWorld(folder), 'forget', 'æblelauget', '--yes');
    expect(exit).toBe(1);
    expect(stderr).toContain('deltagere.csv still names them');
    expect(stderr).toContain('noter/ring.txt still names them');
    expect(traces(folder, [THEM.address])).toEqual([`${THEM.address} in noter/ring.txt`]);
  });

  test('names what nobody could look into, and leaves alone what lies elsewhere', async () => {
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'own.eml'), `From: ${THEM.address}\n\nJa\n`);
    const folder = aFolder(THEM, 'utf8');
    symlinkSync(elsewhere, join(folder, 'arkiv'));
    symlinkSync(join(elsewhere, 'own.eml'), join(folder, 'kopi.eml'));
    symlinkSync('ring.txt', join(folder, 'ring.txt'));
    mkdirSync(join(folder, 'a/b/c/d'), { recursive: true });
    writeFileSync(join(folder, 'a/b/c/d/note.txt'), THEM.address);
    writeFileSync(join(folder, 'zz.eml'), `From: ${THEM.address}\n\nJa\n`);
    const { exit, stdout, stderr } = await type(
      folderWorld(folder),
      'forget',
      'æblelauget',
      '--yes',
      '--json',
    );
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      removed: ['zz.eml'],
      left: ['kopi.eml'],
      unseen: [
        { file: 'a/b/c/d', why: 'too-deep' },
        { file: 'arkiv', why: 'elsewhere' },
        { file: 'ring.txt', why: 'other' },
      ],
    });
    expect(stderr).toContain('arkiv: not looked into: this is a link to another folder');
    expect(readdirSync(elsewhere)).toEqual(['own.eml']);
  });

  test('erases somebody who is no contact, and refuses an address that nobody has', async () => {
    const folder = aFolder(THEM, 'utf8');
    await live(folder, THEM);
    const world = folderWorld(folder);
    expect((await type(world, 'forget', 'ny@andre.example', '--yes')).exit).toBe(0);
    expect(traces(folder, ['ny@andre.example'])).toEqual([]);
    expect(await type(world, 'forget', 'ny@andre.example', '--yes')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('nobody here has the address "ny@andre.example"'),
    });
  });

  test('is not undone by the next invitation', async () => {
    const folder = aFolder(THEM, 'utf8');
    await live(folder, THEM);
    const list = readFileSync(join(folder, 'networks.csv'));
    const world = folderWorld(folder);
    await type(world, 'forget', 'æblelauget', '--yes');
    // An older copy of the list is put back.
    writeFileSync(join(folder, 'networks.csv'), list);
    const { stdout } = await type(world, 'invite', '--dry-run', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      planned: [],
      skipped: expect.arrayContaining([
        expect.objectContaining({ email: THEM.address, reason: 'erased' }),
      ]),
    });
  });

  test('a purge goes through no link to another folder', async () => {
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'own.eml'), 'From: kim@havn.example\n\nJa\n');
    const folder = aFolder(THEM, 'utf8');
    await live(folder, THEM);
    symlinkSync(elsewhere, join(folder, 'post'));
    const world = folderWorld(folder, { now: '2012-12-01T08:00:00Z' });
    const { exit, stderr } = await type(world, 'purge', '--after', '90d', '--yes');
    expect(exit).toBe(1);
    expect(stderr).toContain('post: not looked into: this is a link to another folder');
    expect(readdirSync(elsewhere)).toEqual(['own.eml']);
  });

  test('a purge takes the copies along, and leaves what is the organiser’s own', async () => {
    const folder = aFolder(THEM, 'utf8');
    await live(folder, THEM);
    const world = folderWorld(folder, { now: '2012-12-01T08:00:00Z' });
    await type(world, 'invite', '--late', '--again', '--outbox', 'outbox', '--yes');
    const { exit, stdout } = await type(world, 'purge', '--after', '90d', '--yes');
    expect(exit).toBe(0);
    expect(stdout).toContain('removed: ');
    expect(
      everything(folder)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(['journal.jsonl', 'meeting.json', 'networks.csv']);
  });
});
