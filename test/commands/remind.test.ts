/** `remind` and `send` as they are typed: what they read first, whom they refuse, what they say. */
import { describe, expect, test } from 'vitest';
import type { SendingJson } from '../../src/domain/contract.ts';
import { MailboxError, type OutgoingMessage } from '../../src/world.ts';
import { memoryMailbox } from '../support/mailbox.ts';
import { aMeeting, fact, type } from '../support/meeting.ts';
import { HAVN, invited, LAUG, mailFrom } from '../support/replies.ts';

const SMTP = { MIKRONET_SMTP_URL: 'smtp://127.0.0.1:2525' };
const IMAP = {
  ...SMTP,
  MIKRONET_IMAP_URL: 'imap://127.0.0.1:143',
  MIKRONET_USER: 'info@mikronet.example',
  MIKRONET_PASSWORD: 'hemmelig',
};

/** Two networks were invited on 2 May; today it is 10 May. */
function world(over: Parameters<typeof aMeeting>[0] = {}) {
  const sent: OutgoingMessage[] = [];
  const made = aMeeting({
    facts: invited(),
    now: '2012-05-10T07:00:00Z',
    env: SMTP,
    ...over,
    files: over.files ?? {},
    over: {
      openTransport: () =>
        Promise.resolve({
          connections: 1,
          send: async (message, beforeContent) => {
            await beforeContent();
            sent.push(message);
            return { kind: 'sent', response: '250 ok' };
          },
          close: () => Promise.resolve(),
        }),
      ...over.over,
    },
  });
  const to = () => sent.map((message) => message.to);
  return { made, sent, to };
}

const reasons = (json: string) =>
  Object.fromEntries(
    (JSON.parse(json) as SendingJson).skipped.map(({ email, reason }) => [email, reason]),
  );

describe('remind', () => {
  test('reads the mailbox first: who has answered there is not reminded', async () => {
    const mailbox = memoryMailbox([
      mailFrom('kim@havn.example', {
        text: 'Ja tak, vi kommer',
        headers: `In-Reply-To: <${HAVN.message}>\n`,
      }),
    ]);
    const { made, to } = world({
      env: IMAP,
      over: { openMailbox: () => Promise.resolve(mailbox) },
    });
    const { exit, stdout, stderr } = await type(made, 'remind', '--yes', '--json');
    expect(exit).toBe(0);
    expect(to()).toEqual(['anna@laug.example']);
    expect(reasons(stdout)['kim@havn.example']).toBe('answered');
    expect(stderr).toContain('Havnelauget: coming');
    expect(mailbox.closed).toBe(true);
  });

  test('a mail set aside holds its network back, and asks for a person', async () => {
    const mailbox = memoryMailbox([
      mailFrom('kim@havn.example', {
        text: 'Det kommer an på vejret, hvem kan sige det',
        headers: `In-Reply-To: <${HAVN.message}>\n`,
      }),
    ]);
    const { made, to } = world({
      env: IMAP,
      over: { openMailbox: () => Promise.resolve(mailbox) },
    });
    const { exit, stdout } = await type(made, 'remind', '--yes', '--json');
    expect(exit).toBe(1);
    expect(to()).toEqual(['anna@laug.example']);
    expect(reasons(stdout)['kim@havn.example']).toBe('to-review');
  });

  test('sends nothing while the mailbox cannot be read, unless told', async () => {
    const over = {
      openMailbox: () => Promise.reject(new MailboxError('unreachable', 'no route')),
    };
    const { made, to } = world({ env: IMAP, over });
    const refused = await type(made, 'remind', '--yes');
    expect(refused.exit).toBe(75);
    expect(refused.stderr).toContain('--no-sync');
    expect(to()).toEqual([]);
    expect((await type(made, 'remind', '--yes', '--no-sync')).exit).toBe(0);
    expect(to()).toEqual(['kim@havn.example', 'anna@laug.example']);
  });

  test('says where it could not look', async () => {
    const { made } = world();
    expect((await type(made, 'remind', '--dry-run')).stderr).toContain('No mailbox is set up');
  });

  test('is once for each; a second one only when told', async () => {
    const { made, sent } = world();
    await type(made, 'remind', '--yes');
    const again = await type(made, 'remind', '--yes', '--not-within', '0s', '--json');
    expect(reasons(again.stdout)['kim@havn.example']).toBe('already-sent');
    await type(made, 'remind', '--yes', '--not-within', '0s', '--again');
    expect(sent.map(({ messageId }) => messageId)).toEqual([
      expect.stringMatching(/\.reminder\.1@/),
      expect.stringMatching(/\.reminder\.1@/),
      expect.stringMatching(/\.reminder\.2@/),
      expect.stringMatching(/\.reminder\.2@/),
    ]);
  });

  test('names the thread and has a subject of its own', async () => {
    const { made, sent } = world();
    await type(made, 'remind', '--yes');
    const text = Buffer.from(sent[0]!.bytes).toString();
    expect(text).toContain(`In-Reply-To: <${HAVN.message}>`);
    expect(text).toMatch(/^Subject: .*P=C3=A5mindelse/m);
  });
});

test.each([
  ['kommer', 'da', 'accepted'],
  ['Måske', 'da', 'tentative'],
  ['alle', 'da', 'everyone'],
  ['coming', 'en', 'accepted'],
])('--to "%s" in %s is %s', async (typed, language, audience) => {
  const send = async (to: string) => {
    const { made } = world({ env: { ...SMTP, MIKRONET_LANG: language } });
    return type(made, 'send', 'practical', '--to', to, '--dry-run', '--json');
  };
  const { exit, stdout } = await send(typed);
  expect(exit).toBe(0);
  expect(stdout).toBe((await send(audience)).stdout);
});

test.each(['kaffe', 'constructor'])(
  'a mailing of the organiser’s own, %s, has no audience until she names one',
  async (mailing) => {
    const { made } = world();
    const { exit, stderr } = await type(made, 'send', mailing, '--dry-run');
    expect(exit).toBe(2);
    expect(stderr).toContain(`to whom does "${mailing}" go?`);
  },
);

describe('what was said before is said', () => {
  test('that the meeting is another one than they know', async () => {
    const { made } = world({ meeting: { start: '2012-05-30T17:30' } });
    const { stdout } = await type(made, 'remind', '--dry-run');
    expect(stdout).toContain('mikronet send update');
  });

  test.each([
    ['2012-05-18T21:00:00Z', false],
    ['2012-05-18T23:00:00Z', true],
  ])('at %s, that the day to answer is over: %s', async (now, isOver) => {
    const { made } = world({ meeting: { replyBy: '2012-05-18' }, now });
    const { stdout } = await type(made, 'remind', '--dry-run');
    expect(/answer by 18 May, and that day is over/.test(stdout)).toBe(isOver);
  });

  test.each([
    ['2012-05-30T14:00:00Z', true],
    ['2012-06-01T10:00:00Z', false],
  ])('at %s, that thanks come too early: %s', async (now, isEarly) => {
    const { made } = world({ now });
    const { stdout } = await type(made, 'send', 'thanks', '--to', 'everyone', '--dry-run');
    expect(stdout.includes('The meeting is still to come')).toBe(isEarly);
  });

  test('nothing of an update where the meeting is over', async () => {
    const { made } = world({ meeting: { start: '2012-05-30T17:30' }, now: '2012-06-01T10:00:00Z' });
    const { stdout } = await type(made, 'send', 'thanks', '--to', 'everyone', '--dry-run');
    expect(stdout).not.toContain('mikronet send update');
  });

  test('that the text has changed since others got it, or since it was looked at', async () => {
    const own = '/meeting/templates/kaffe.da.md.hbs';
    const { made, to } = world({
      files: { [own]: 'Subject: Kaffe\n\nKaffe.\n\n{{> footer}}\n' },
    });
    await type(made, 'send', 'kaffe', '--to', 'havn', '--yes');
    expect(to()).toEqual(['kim@havn.example']);
    await type(made, 'preview', '--mailing', 'kaffe');
    const same = await type(made, 'send', 'kaffe', '--to', 'everyone', '--dry-run');
    expect(same.stdout).not.toContain('The text has changed');
    made.disk.set(own, Buffer.from('Subject: Kaffe\n\nTe.\n\n{{> footer}}\n'));
    const changed = await type(made, 'send', 'kaffe', '--to', 'everyone', '--dry-run');
    expect(changed.stdout).toContain('The text has changed since 1 other got it.');
    expect(changed.stdout).toContain('The text has changed since it was last previewed.');
  });

  test('but not that the text has changed, where others got it in another language', async () => {
    const networks = [
      'network;email;language',
      'Havnelauget;kim@havn.example;de',
      'Lollands Håndværkerlaug;anna@laug.example;da',
      '',
    ].join('\n');
    const { made, to } = world({ networks, facts: [] });
    await type(made, 'invite', '--only', 'havn', '--yes');
    expect(to()).toEqual(['kim@havn.example']);
    const { stdout } = await type(made, 'invite', '--dry-run');
    expect(stdout).toContain('anna@laug.example');
    expect(stdout).not.toContain('The text has changed');
  });

  test('that a language has no template', async () => {
    const { made } = world({
      networks: 'network;email;language\nHavnelauget;kim@havn.example;de\n',
      files: { '/meeting/templates/kaffe.da.md.hbs': 'Subject: Kaffe\n\nKaffe.\n\n{{> footer}}\n' },
    });
    const { stdout } = await type(made, 'send', 'kaffe', '--to', 'everyone', '--dry-run');
    expect(stdout).toContain('No template in "de": 1 contact gets it in "da".');
  });
});

const yes = (network: string, name: string) =>
  fact('2012-05-03T08:00:00Z', {
    type: 'reply-received',
    source: 'manual',
    network,
    via: 'hand',
    reply: { answer: 'accepted', seats: 1, attendees: [{ name }], answers: {} },
  });

describe('send', () => {
  test.each<[readonly string[], RegExp]>([
    [['kaffe'], /to whom does "kaffe" go/],
    [['updat'], /did you mean update\?/],
    [['Møde'], /"moede", also in the template’s name/],
    [['../x'], /cannot be the name of a mailing/],
    [['invitation'], /`mikronet invite`/],
    [['practical', '--to', 'accepted', '--to', 'havn'], /do not go together/],
    [['practical', '--to', 'nobody-there'], /nobody-there/],
    [['kaffe', '--to', 'everyone'], /no template/],
    [['practical', '--again', '--resend', 'havn'], /cannot be used together/],
  ])('%j is refused, and nothing is sent', async (args, words) => {
    const { made, sent } = world();
    const { exit, stderr } = await type(made, 'send', ...args, '--yes');
    expect(exit).toBe(2);
    expect(stderr).toMatch(words);
    expect(sent).toEqual([]);
  });

  test('practical tells who else comes, by name of network alone', async () => {
    const { made, sent } = world({
      facts: [...invited(), yes(HAVN.network, 'Kim Holm'), yes(LAUG.network, 'Anna Berg')],
    });
    await type(made, 'send', 'practical', '--yes');
    const [toKim = ''] = sent.map(({ bytes }) => Buffer.from(bytes).toString());
    expect(toKim.replaceAll('=\r\n', '')).toContain('Lollands H=C3=A5ndv=C3=A6rkerlaug');
    expect(toKim).not.toContain('Anna Berg');
  });

  test('a meeting that is over is not written to any more, but thanked', async () => {
    const over = { now: '2012-06-01T07:00:00Z' };
    const { made, sent } = world(over);
    for (const command of [['remind'], ['send', 'update'], ['send', 'practical'], ['invite']]) {
      const { exit, stderr } = await type(made, ...command, '--yes');
      expect([exit, stderr]).toEqual([2, expect.stringContaining('is over')]);
    }
    expect((await type(made, 'send', 'thanks', '--to', 'everyone', '--yes')).exit).toBe(0);
    expect(sent).toHaveLength(2);
  });
});
