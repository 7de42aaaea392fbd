import { describe, expect, it } from 'vitest';
import { MailboxError, type Mailbox, type Transport } from '../../src/world.ts';
import { memoryMailbox } from '../support/mailbox.ts';
import { aMeeting, type } from '../support/meeting.ts';
import { bounceOf, HAVN, invited, LAUG, mailFrom } from '../support/replies.ts';

const ENV = {
  MIKRONET_SMTP_URL: 'smtps://send.one.example:465',
  MIKRONET_IMAP_URL: 'imaps://imap.one.example:993',
  MIKRONET_USER: 'info@mikronet.example',
  MIKRONET_PASSWORD: 'hemmelig',
};

function withMailbox(open: () => Promise<Mailbox>, env: Record<string, string> = ENV) {
  const sent: string[] = [];
  const transport: Transport = {
    connections: 1,
    send: async ({ to }, beforeContent) => {
      await beforeContent();
      sent.push(to);
      return { kind: 'sent', response: '250 ok' };
    },
    close: () => Promise.resolve(),
  };
  const world = aMeeting({
    facts: invited([HAVN]),
    env,
    over: { openMailbox: open, openTransport: () => Promise.resolve(transport) },
  });
  return { world, sent };
}

/** Holds those messages in its Sent folder. */
function mailboxWith(...messages: readonly string[]) {
  const mailbox = memoryMailbox([], { Sendt: messages.map((id) => `Message-ID: <${id}>\n\nx`) });
  mailbox.uses.set('Sendt', String.raw`\Sent`);
  return mailbox;
}

const delivery = async (world: ReturnType<typeof aMeeting>) =>
  JSON.parse((await type(world, 'status', '--json')).stdout).networks[0].contacts[0].delivery;

describe('a message in doubt, before anything is sent', () => {
  it.each([['invite'], ['remind', '--no-sync'], ['send', 'practical', '--to', 'everyone']])(
    'is cleared where it stands in the Sent folder: mikronet %s',
    async (...command) => {
      const mailbox = mailboxWith(HAVN.message);
      const { world } = withMailbox(() => Promise.resolve(mailbox));
      const { stderr } = await type(world, ...command, '--yes');
      expect(stderr).toContain('Havnelauget: the mail to kim@havn.example was in doubt');
      expect(await delivery(world)).toBe('sent');
      expect(mailbox.closed).toBe(true);
    },
  );

  it.each([
    [
      'a reply',
      mailFrom(HAVN.address, { headers: `In-Reply-To: <${HAVN.message}>\n` }),
      'sent',
      'accepted',
    ],
    ['a bounce', bounceOf(HAVN), 'bounced', 'needs-action'],
  ])('is cleared by %s in the mailbox, which is filed', async (_, mail, becomes, answer) => {
    const { world } = withMailbox(() => Promise.resolve(memoryMailbox([mail])));
    const { stdout, stderr } = await type(world, 'invite', '--yes', '--json');
    expect(JSON.parse(stdout).inDoubt).toEqual([]);
    expect(stderr).toContain('Havnelauget: ');
    expect(await delivery(world)).toBe(becomes);
    const [network] = JSON.parse((await type(world, 'status', '--json')).stdout).networks;
    expect(network.answer).toBe(answer);
  });

  it('is looked for in Sent alone by `remind --no-sync`', async () => {
    const mailbox = memoryMailbox([
      mailFrom(HAVN.address, { headers: `In-Reply-To: <${HAVN.message}>\n` }),
    ]);
    const { world } = withMailbox(() => Promise.resolve(mailbox));
    await type(world, 'remind', '--no-sync', '--yes');
    expect(world.facts('/meeting').map((fact) => fact.type)).not.toContain('reply-received');
    expect(await delivery(world)).toBe('in-doubt');
  });

  it('stays in doubt where it does not stand there: absence proves nothing', async () => {
    const { world, sent } = withMailbox(() => Promise.resolve(mailboxWith(LAUG.message)));
    const { exit } = await type(world, 'invite', '--yes');
    expect(exit).toBe(1);
    expect(await delivery(world)).toBe('in-doubt');
    expect(sent).not.toContain(HAVN.address);
  });

  it('stays in doubt where the mailbox cannot be read, and the others are sent', async () => {
    const { world, sent } = withMailbox(() =>
      Promise.reject(new MailboxError('unreachable', 'ECONNREFUSED')),
    );
    const { exit, stderr } = await type(world, 'invite', '--yes');
    expect(exit).toBe(1);
    expect(stderr).toContain('the mailbox could not be looked into');
    expect(await delivery(world)).toBe('in-doubt');
    expect(sent).toEqual(['torben@oeko.example', 'mette@oeko.example']);
  });

  it.each([['--dry-run'], ['--outbox', 'mails'], ['--test-to', 'me@mikronet.example']])(
    'is not looked for where nothing is sent for real: %s',
    async (...flags) => {
      const { world } = withMailbox(() => Promise.reject(new Error('the mailbox was opened')));
      const { exit } = await type(world, 'invite', '--yes', ...flags);
      expect(exit).toBeLessThanOrEqual(1);
      expect(await delivery(world)).toBe('in-doubt');
    },
  );
});

describe('a copy of what was sent', () => {
  it('lies in the Sent folder, the very bytes, read', async () => {
    const mailbox = mailboxWith();
    const { world } = withMailbox(() => Promise.resolve(mailbox));
    await type(world, 'invite', '--yes');
    const copies = (mailbox.mails.get('Sendt') ?? []).map(({ bytes }) =>
      Buffer.from(bytes).toString(),
    );
    expect(copies.map((copy) => /^To: .*<(.*)>/m.exec(copy)?.[1])).toEqual([
      'torben@oeko.example',
      'mette@oeko.example',
    ]);
  });

  it('that cannot be kept is said once, and makes nothing unsent', async () => {
    const mailbox = mailboxWith(HAVN.message);
    const refusing: Mailbox = {
      ...mailbox,
      append: () => Promise.reject(new MailboxError('refused', 'over quota')),
    };
    const { world, sent } = withMailbox(() => Promise.resolve(refusing));
    const { exit, stderr } = await type(world, 'invite', '--yes');
    expect(exit).toBe(0);
    expect(sent).toHaveLength(2);
    expect(stderr.match(/could not be put into the Sent folder/g)).toHaveLength(1);
    expect(stderr).toContain(
      'The copies of 2 mails could not be put into the Sent folder (over quota)',
    );
    const { counts } = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(counts.messages).toMatchObject({ sent: 4, inDoubt: 0 });
  });

  it('is left to a provider that keeps its own, and to nobody without a mailbox', async () => {
    const gmail = withMailbox(() => Promise.resolve(mailboxWith(HAVN.message)), {
      ...ENV,
      MIKRONET_SMTP_URL: 'smtps://smtp.gmail.com:465',
    });
    expect((await type(gmail.world, 'invite', '--yes')).exit).toBe(0);
    const { MIKRONET_IMAP_URL: _, ...alone } = ENV;
    const { world, sent } = withMailbox(() => Promise.reject(new Error('opened')), alone);
    expect((await type(world, 'invite', '--yes')).exit).toBe(1);
    expect(sent).toHaveLength(2);
  });
});
