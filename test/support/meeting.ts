/** A small meeting in a fake world, and commands typed into it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../../src/cli.ts';
import type { Fact, FactDraft } from '../../src/domain/facts.ts';
import { fakeWorld, type FakeWorld, type WorldOptions } from './world.ts';

export const MEETING = {
  id: 'traef',
  title: 'Træf',
  start: '2012-05-30T16:30',
  end: '2012-05-30T21:00',
  timeZone: 'Europe/Copenhagen',
  venue: { name: 'Kulturforsyningen' },
  organizer: { name: 'Mikronet', email: 'info@mikronet.example' },
  replyBy: '2012-05-18',
  capacity: 10,
  seatsPerNetwork: 3,
  questions: [{ id: 'works', text: 'Hvad lykkes?', shared: true }],
};

export const NETWORKS = [
  'Netværk;Kontaktperson;E-mail;Telefon',
  'Havnelauget;Kim Holm;kim@havn.example;12345678',
  'Lollands Håndværkerlaug;Anna Holm;anna@laug.example;',
  'Økologisk Forsyning;Torben;torben@oeko.example;',
  'Økologisk Forsyning;Mette;mette@oeko.example;',
  '',
].join('\r\n');

const TEMPLATES = join(import.meta.dirname, '../../templates');

/** The templates that ship with the tool. */
export const SHIPPED: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(TEMPLATES, name)).isFile())
    .map((name) => [`/shipped/templates/${name}`, readFileSync(join(TEMPLATES, name))]),
);

/** A meeting in /meeting, where the commands are typed. */
export function aMeeting(
  options: Omit<WorldOptions, 'journals'> & {
    readonly meeting?: object;
    readonly networks?: string;
    readonly facts?: readonly Fact[];
  } = {},
): FakeWorld {
  return fakeWorld({
    ...options,
    files: {
      ...SHIPPED,
      '/meeting/meeting.json': JSON.stringify({ ...MEETING, ...options.meeting }),
      '/meeting/networks.csv': options.networks ?? NETWORKS,
      ...options.files,
    },
    journals: { '/meeting': options.facts ?? [] },
  });
}

/** Types a command; what it wrote is what this call alone wrote. */
export async function type(world: FakeWorld, ...args: readonly string[]) {
  world.terminal.stdout = '';
  world.terminal.stderr = '';
  const exit = await cli(args, world, () => '0.0.0');
  return { exit, stdout: world.terminal.stdout, stderr: world.terminal.stderr };
}

let count = 0;

/** A fact of the journal, at an ISO instant. */
export function fact(at: string, draft: FactDraft): Fact {
  count += 1;
  return { v: 1, id: `fact-${count}`, at, ...draft } as Fact;
}

/** An invitation that was sent: both of its facts. */
export function invited(network: string, name: string, address: string, contactName: string) {
  const about = {
    message: `${address}.invitation.1`,
    network,
    address,
    mailing: 'invitation',
  };
  return [
    fact('2012-05-02T07:00:00Z', {
      type: 'message-submitted',
      ...about,
      networkName: name,
      contactName,
      language: 'da',
      reference: '7QK2M4XDF',
      n: 1,
      subject: 'Invitation',
      digest: 'd',
    }),
    fact('2012-05-02T07:00:01Z', { type: 'message-sent', ...about, response: '250 ok' }),
  ];
}

export const ALL_INVITED: readonly Fact[] = [
  ...invited('havnelauget', 'Havnelauget', 'kim@havn.example', 'Kim Holm'),
  ...invited(
    'lollands-haandvaerkerlaug',
    'Lollands Håndværkerlaug',
    'anna@laug.example',
    'Anna Holm',
  ),
  ...invited('oekologisk-forsyning', 'Økologisk Forsyning', 'torben@oeko.example', 'Torben'),
  ...invited('oekologisk-forsyning', 'Økologisk Forsyning', 'mette@oeko.example', 'Mette'),
];
