import { describe, expect, it } from 'vitest';
import type { Fact, FactDraft } from '../../src/domain/facts.ts';
import { dialogue } from '../support/asker.ts';
import { aMeeting, fact, NETWORKS, type } from '../support/meeting.ts';
import { HAVN, invited } from '../support/replies.ts';

const UNCLEAR: FactDraft = {
  type: 'mail-set-aside',
  mail: {
    messageId: 'unclear@havn.example',
    date: '2012-05-03T08:00:00.000Z',
    from: 'kim@havn.example',
    subject: 'Sv: Kom til træf',
  },
  source: 'file',
  reason: 'words-unclear',
  text: 'Vi kommer hvis vi får passet børnene.\n\nKim',
  sentence: 'Vi kommer hvis vi får passet børnene.',
  rung: 'message-id',
  suggestion: {
    network: 'havnelauget',
    contact: 'kim@havn.example',
    reply: { answer: 'tentative', attendees: [], answers: { works: 'Alt' }, remark: 'Måske' },
  },
};

const REQUEST: FactDraft = {
  type: 'request-received',
  mail: {
    messageId: 'request@molle.example',
    date: '2012-05-03T09:00:00.000Z',
    from: 'bo@molle.example',
    subject: 'Må vi være med?',
  },
  text: 'Vi er Møllelauget og vil gerne inviteres.\nBo Berg',
  suggested: { contact: 'Bo Berg' },
};

const STRANGE: FactDraft = {
  type: 'mail-set-aside',
  mail: { messageId: 'strange@x.example', from: 'x@havn.example', subject: 'Kaffe' },
  reason: 'only-domain',
  text: 'Noget om kaffe',
};

const OPT_OUT: FactDraft = {
  type: 'mail-set-aside',
  mail: { messageId: 'stop@havn.example', from: 'kim@havn.example', subject: 'Stop' },
  reason: 'weak-opt-out',
  text: 'Stop med jeres mails',
  suggestion: { network: 'havnelauget', contact: 'kim@havn.example' },
};

const AT = '2012-05-04T06:00:00.000Z';

function waiting(...drafts: readonly FactDraft[]) {
  return (over: Parameters<typeof aMeeting>[0] = {}) =>
    aMeeting({
      now: '2012-05-04T07:00:00Z',
      ...over,
      facts: [...invited(), ...drafts.map((draft) => fact(AT, draft))],
    });
}

const newFacts = (world: ReturnType<typeof aMeeting>, from: number) =>
  world.facts('/meeting').slice(from);
/** Facts of `invited()`. */
const BEFORE = invited().length;

describe('review without a decision', () => {
  it('says so where nothing waits', async () => {
    const { exit, stdout } = await type(waiting()(), 'review');
    expect([exit, stdout]).toEqual([0, 'Nothing is waiting for you.\n']);
  });

  it('shows who, when, what, why and what is suggested, and how to decide', async () => {
    const { exit, stdout, stderr } = await type(waiting(UNCLEAR)(), 'review');
    expect(exit).toBe(0);
    expect(stdout.replace(/\([0-9A-F]{4}\)/, '(HANDLE)')).toMatchInlineSnapshot(`
      "1 of 1 (HANDLE)
      From        kim@havn.example
      Date        3 May 10:00
      Subject     Sv: Kom til træf
      Network     Havnelauget, kim@havn.example (answers our mail)
      Why         it is not certain what it says
      Decisive    "Vi kommer hvis vi får passet børnene."
      Suggestion  maybe

        | Vi kommer hvis vi får passet børnene.
        |
        | Kim
      "
    `);
    expect(stderr).toMatch(/mikronet review [0-9A-F]{4} --accept/);
  });

  it('gives scripts the list, with the handles that status gives and short ones', async () => {
    const world = waiting(UNCLEAR, REQUEST)();
    const { stdout } = await type(world, 'review', '--json');
    const { toReview } = JSON.parse(stdout);
    expect(toReview).toMatchObject([
      {
        mail: 'unclear@havn.example',
        handle: expect.stringMatching(/^[0-9A-F]{4}$/),
        kind: 'mail',
        reason: 'words-unclear',
        suggestion: 'tentative',
        network: 'havnelauget',
        contact: 'kim@havn.example',
        sentence: 'Vi kommer hvis vi får passet børnene.',
      },
      { mail: 'request@molle.example', kind: 'request', reason: 'request', suggestion: null },
    ]);
    const status = JSON.parse((await type(world, 'status', '--json')).stdout);
    for (const { mail } of status.toReview) {
      const { exit, stdout: one } = await type(world, 'review', mail, '--json');
      expect([exit, JSON.parse(one).toReview.length]).toEqual([0, 1]);
    }
    const short = await type(world, 'review', toReview[1].handle.toLowerCase(), '--json');
    expect(JSON.parse(short.stdout).toReview[0].mail).toBe('request@molle.example');
  });

  it.each([
    [['review', 'nothing@x'], '"nothing@x" is neither a mail to look at nor a network'],
    [['review', '--accept'], 'which mail is missing'],
    [['review', 'havn', '--accept'], 'this is a network; decisions are about a mail'],
    [['review', '--take-back', '1234'], '--take-back goes with a network'],
    [['review', 'unclear@havn.example', '--accept', '--later'], 'one decision only'],
    [['review', 'strange@x.example', '--accept'], 'there is no suggestion for "Kaffe"'],
    [['review', 'strange@x.example', '--answer', 'yes'], 'whose answer "Kaffe" is, is not known'],
    [['review', 'unclear@havn.example', '--answer', 'perhaps'], '"perhaps" is not an answer'],
    [
      ['review', 'unclear@havn.example', '--accept', '--seats', 'x'],
      '"x" is not a number of seats',
    ],
    [
      ['review', 'unclear@havn.example', '--accept', '--network', 'nowhere'],
      'there is no network "nowhere"',
    ],
    [['review', 'request@molle.example', '--accept'], "the new network's name is missing"],
    [['review', 'havn', '--take-back', 'ABCD'], 'nothing that was filed is called "ABCD"'],
  ])('refuses %j, and writes nothing', async (args, message) => {
    const world = waiting(UNCLEAR, STRANGE, REQUEST)();
    const { exit, stderr } = await type(world, ...args);
    expect(stderr).toContain(message);
    expect(exit).toBe(2);
    expect(newFacts(world, BEFORE + 3)).toEqual([]);
  });
});

describe('a decision by flag', () => {
  it('accepts the suggestion: the reply counts from when the mail was written', async () => {
    const world = waiting(UNCLEAR)();
    const { exit, stdout } = await type(world, 'review', 'unclear@havn.example', '--accept');
    expect(exit).toBe(0);
    expect(stdout).toBe('Havnelauget: maybe\n');
    const [set, reply] = newFacts(world, BEFORE);
    expect(reply).toMatchObject({
      type: 'reply-received',
      source: 'file',
      via: 'words',
      network: 'havnelauget',
      contact: 'kim@havn.example',
      reply: { answer: 'tentative', answers: { works: 'Alt' }, remark: 'Måske' },
      rung: 'message-id',
      sentence: 'Vi kommer hvis vi får passet børnene.',
      mail: { messageId: 'unclear@havn.example' },
      settles: set!.id,
    });
    const status = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(status.counts.toReview).toBe(0);
    expect(status.networks[0].contacts[0].answeredAt).toBe('2012-05-03T08:00:00.000Z');
  });

  it('does not outrank what was said after the mail was written', async () => {
    const world = aMeeting({
      facts: [
        ...invited(),
        fact(AT, UNCLEAR),
        fact('2012-05-03T20:00:00Z', {
          type: 'reply-received',
          source: 'manual',
          via: 'hand',
          network: 'havnelauget',
          reply: { answer: 'declined', attendees: [], answers: {} },
        }),
      ],
    });
    await type(world, 'review', 'unclear@havn.example', '--accept');
    const status = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(status.networks[0].answer).toBe('declined');
  });

  it('files another answer, with the seats and names that were given', async () => {
    const world = waiting(UNCLEAR)();
    const { stdout } = await type(
      world,
      'review',
      '<unclear@havn.example>',
      '--answer',
      'ja',
      '--seats',
      '2',
      '--attendee',
      'Kim Holm',
      '--attendee',
      'Bo',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      v: 1,
      mail: 'unclear@havn.example',
      decision: 'answer',
      network: { id: 'havnelauget', answer: 'accepted', seats: 2, answers: { works: 'Alt' } },
    });
  });

  it('files it for another network as a whole, where none of its contacts wrote it', async () => {
    const world = waiting(STRANGE)();
    await type(world, 'review', 'strange@x.example', '--answer', 'no', '--network', 'lolland');
    expect(newFacts(world, BEFORE + 1)).toMatchObject([
      { network: 'lollands-haandvaerkerlaug', reply: { answer: 'declined' } },
    ]);
    expect(newFacts(world, BEFORE + 1)[0]).not.toHaveProperty('contact');
    expect(newFacts(world, BEFORE + 1)[0]).not.toHaveProperty('rung');
  });

  it('files nothing for a mail without an answer, and lets the reminder go', async () => {
    const world = waiting(UNCLEAR)();
    const { exit, stdout } = await type(world, 'review', 'unclear@havn.example', '--not-an-answer');
    expect([exit, stdout]).toEqual([0, '"Sv: Kom til træf": no answer in it\n']);
    expect(newFacts(world, BEFORE + 1)).toMatchObject([{ type: 'mail-dismissed' }]);
    expect((await type(world, 'review')).stdout).toContain('Nothing');
  });

  it('leaves one for later without a trace', async () => {
    const world = waiting(UNCLEAR)();
    expect((await type(world, 'review', 'unclear@havn.example', '--later')).exit).toBe(0);
    expect(newFacts(world, BEFORE + 1)).toEqual([]);
  });

  it('takes "no more mails" for that where it is accepted', async () => {
    const world = waiting(OPT_OUT)();
    const { stdout } = await type(world, 'review', 'stop@havn.example', '--accept');
    expect(stdout).toBe('Havnelauget: kim@havn.example wants no more mails\n');
    const status = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(status.networks[0].optedOut).toBe(true);
    expect(status.counts.toReview).toBe(0);
  });

  it('is made once: the second time says that it was', async () => {
    const world = waiting(UNCLEAR)();
    await type(world, 'review', 'unclear@havn.example', '--accept');
    const { exit, stderr } = await type(world, 'review', 'unclear@havn.example', '--accept');
    expect(exit).toBe(2);
    expect(stderr).toContain('"Sv: Kom til træf" has been decided already');
  });
});

describe('a request to be invited', () => {
  it('becomes a row, is settled, and may be granted a second time without harm', async () => {
    const world = waiting(REQUEST)();
    const { exit, stdout } = await type(
      world,
      'review',
      'request@molle.example',
      '--accept',
      '--network',
      'Møllelauget',
    );
    expect(exit).toBe(0);
    expect(stdout).toBe('Møllelauget, bo@molle.example: now in networks.csv (line 6)\n');
    expect(Buffer.from(world.disk.get('/meeting/networks.csv')!).toString()).toBe(
      `${NETWORKS}Møllelauget;Bo Berg;bo@molle.example;\r\n`,
    );
    const [request, added] = newFacts(world, BEFORE);
    expect(added).toMatchObject({
      type: 'network-added',
      network: 'moellelauget',
      settles: request!.id,
    });
    const status = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(status.counts.toReview).toBe(0);
    expect(status.networks.at(-1)).toMatchObject({ id: 'moellelauget', invited: false });
  });

  it('is settled by a row that is there already', async () => {
    const world = waiting(REQUEST)({
      networks: `${NETWORKS}Møllelauget;Bo Berg;bo@molle.example;\r\n`,
    });
    await type(world, 'review', 'request@molle.example', '--accept', '--network', 'møllelauget');
    expect((await type(world, 'review')).stdout).toContain('Nothing');
    expect([...world.disk.keys()].some((path) => path.includes('.bak-'))).toBe(false);
  });

  it('can turn out to be an invited network’s answer', async () => {
    const world = waiting(REQUEST)();
    await type(world, 'review', 'request@molle.example', '--answer', 'yes', '--network', 'havn');
    expect(newFacts(world, BEFORE + 1)).toMatchObject([
      { type: 'reply-received', network: 'havnelauget', via: 'words' },
    ]);
    expect((await type(world, 'review')).stdout).toContain('Nothing');
  });

  it('takes no seats: those come with the answer', async () => {
    const world = waiting(REQUEST)();
    const { exit } = await type(
      world,
      'review',
      'request@molle.example',
      '--accept',
      '--network',
      'M',
      '--seats',
      '2',
    );
    expect(exit).toBe(2);
  });
});

describe('on a terminal', () => {
  it('shows one after the other and asks what it is, the suggestion first', async () => {
    const { asked, terminal } = dialogue(['Right: maybe', 'Invite them', 'Møllelauget', '', '']);
    const world = waiting(UNCLEAR, REQUEST)({ terminal });
    const { exit, stdout, stderr } = await type(world, 'review');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Havnelauget: maybe\nMøllelauget, bo@molle\.example: now in /);
    expect(stderr).toContain('1 of 2 (');
    expect(stderr).toContain('| Vi kommer hvis vi får passet børnene.');
    expect(asked[0]?.choices).toEqual([
      'Right: maybe',
      'They come',
      'They do not come',
      'It is another network’s answer',
      'They want no more mails',
      'No answer in it',
      'Later',
    ]);
    expect(asked[1]?.choices?.[0]).toBe('Invite them: a row in networks.csv');
  });

  it('asks how many come where a yes has no number', async () => {
    const { terminal } = dialogue(['They come', '3']);
    const world = waiting(UNCLEAR)({ terminal });
    await type(world, 'review');
    expect(newFacts(world, BEFORE + 1)).toMatchObject([
      { reply: { answer: 'accepted', seats: 3, answers: { works: 'Alt' }, remark: 'Måske' } },
    ]);
  });

  it('asks whose answer it is where it is another network’s', async () => {
    const { terminal } = dialogue(['It is another', 'Økologisk', 'They do not come']);
    const world = waiting(UNCLEAR)({ terminal });
    await type(world, 'review');
    expect(newFacts(world, BEFORE + 1)).toMatchObject([
      { network: 'oekologisk-forsyning', reply: { answer: 'declined' } },
    ]);
  });

  it('goes on past those left for later, and says how many wait', async () => {
    const { terminal } = dialogue(['Later', 'No answer']);
    const world = waiting(UNCLEAR, STRANGE)({ terminal });
    const { stderr } = await type(world, 'review');
    expect(stderr).toContain('1 mail is still waiting for you.');
    expect(newFacts(world, BEFORE + 2)).toMatchObject([{ type: 'mail-dismissed' }]);
  });

  it('says what stands in the way, and asks again', async () => {
    const mark = '/meeting/.~lock.networks.csv#';
    const { asked, terminal } = dialogue([
      'Invite them',
      'Møllelauget',
      '',
      '',
      'Invite them',
      'Møllelauget',
      '',
      '',
      'Later',
    ]);
    const world = waiting(REQUEST)({ terminal, files: { [mark]: 'Bente' } });
    const { exit, stderr } = await type(world, 'review');
    expect(exit).toBe(0);
    expect(stderr.match(/open in another program/g)).toHaveLength(2);
    expect(asked.filter(({ message }) => message === 'What is it?')).toHaveLength(3);
    expect(newFacts(world, BEFORE + 1)).toEqual([]);

    world.disk.delete(mark);
    const again = dialogue(['Invite them', 'Oekologisk Forsyning', '', '', 'Later']);
    Object.assign(world.terminal, again.terminal);
    const { stderr: said } = await type(world, 'review');
    expect(said).toContain('"Oekologisk Forsyning" and "Økologisk Forsyning" in line 4');
    expect(newFacts(world, BEFORE + 1)).toEqual([]);
  });

  it('goes on where somebody else decided meanwhile', async () => {
    const { terminal } = dialogue(['They do not come', 'No answer']);
    const world = waiting(UNCLEAR, STRANGE)({ terminal });
    const [aside] = newFacts(world, BEFORE);
    const opened = world.journals.at('/meeting');
    const { read } = opened;
    let reads = 0;
    // The other one types while the question stands.
    Object.assign(world.journals, {
      at: () => ({
        ...opened,
        read: async (take: (fact: Fact) => void) => {
          const reading = await read(take);
          reads += 1;
          if (reads === 1) {
            const writer = await opened.open();
            await writer.append({ type: 'mail-dismissed', settles: aside!.id });
          }
          return reading;
        },
      }),
    });
    const { exit, stdout } = await type(world, 'review');
    expect(exit).toBe(0);
    expect(stdout).toContain('"Sv: Kom til træf" has been decided already');
    expect(newFacts(world, BEFORE + 2).map((each) => each.type)).toEqual([
      'mail-dismissed',
      'mail-dismissed',
    ]);
  });
});

const FILED: FactDraft = {
  type: 'reply-received',
  source: 'imap',
  via: 'form',
  network: 'havnelauget',
  contact: 'kim@havn.example',
  reply: { answer: 'accepted', seats: 2, attendees: [{ name: 'Kim Holm' }], answers: {} },
  mail: {
    messageId: 'form@havn.example',
    date: '2012-05-03T08:00:00.000Z',
    from: 'karen@privat.example',
    subject: 'JA - Træf',
  },
  rung: 'reference-in-subject',
  sentence: 'Svar: JA',
  flags: ['sender-differs'],
};

const BOUNCED: FactDraft = {
  type: 'message-bounced',
  message: HAVN.message,
  network: HAVN.network,
  address: HAVN.address,
  mailing: 'invitation',
  mail: { messageId: 'bounce@mx.example', from: 'MAILER-DAEMON@mx.example', subject: 'Returned' },
  status: '5.1.1',
  permanent: true,
  diagnostic: '550 no such user',
};

describe('review of a network', () => {
  it('shows what was filed: mail, date, rung and sentence', async () => {
    const { exit, stdout } = await type(waiting(FILED, BOUNCED)(), 'review', 'havn');
    expect(exit).toBe(0);
    expect(stdout.replaceAll(/\b[0-9A-F]{4}\b/g, 'HASH')).toMatchInlineSnapshot(`
      "Filed for Havnelauget:
        HASH  3 May 10:00  coming, 2 seats, Kim Holm
              from karen@privat.example: "JA - Træf"
              reference in the subject; from another address than the one invited; "Svar: JA"
        HASH  4 May 08:00  the mail to kim@havn.example came back (5.1.1)
              from MAILER-DAEMON@mx.example: "Returned"
              "550 no such user"
      "
    `);
  });

  it('names the mails of it that wait for a decision', async () => {
    const world = waiting(UNCLEAR, STRANGE)();
    const { stdout, stderr } = await type(world, 'review', 'havn');
    expect(stdout).toBe('Nothing was filed for Havnelauget.\n');
    const [, handle = ''] = /`mikronet review ([0-9A-F]{4})`/.exec(stderr) ?? [];
    const one = await type(world, 'review', handle, '--json');
    expect(JSON.parse(one.stdout).toReview).toMatchObject([{ mail: 'unclear@havn.example' }]);
  });

  it('takes any of it back, and says how the network stands', async () => {
    const world = waiting(FILED, BOUNCED)();
    const { filed } = JSON.parse((await type(world, 'review', 'havn', '--json')).stdout);
    expect(filed).toMatchObject([
      { type: 'reply-received', answer: 'accepted', rung: 'reference-in-subject' },
      { type: 'message-bounced', sentence: '550 no such user' },
    ]);
    const { exit, stdout } = await type(
      world,
      'review',
      'havn',
      '--take-back',
      filed[0].handle,
      '--take-back',
      'bounce@mx.example',
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('taken back: coming, 2 seats, Kim Holm\n');
    expect(stdout).toContain('Havnelauget: no answer yet\n');
    const status = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(status.networks[0]).toMatchObject({
      answer: 'needs-action',
      contacts: [{ delivery: 'sent' }],
    });
  });

  it('asks on a terminal, and takes nothing back by itself', async () => {
    const { asked, terminal } = dialogue(['No, all is right']);
    const world = waiting(FILED)({ terminal });
    await type(world, 'review', 'havn');
    expect(asked[0]?.choices).toHaveLength(2);
    expect(newFacts(world, BEFORE + 1)).toEqual([]);
  });

  it('puts a mail back into review where its decision is taken back', async () => {
    const world = waiting(UNCLEAR)();
    await type(world, 'review', 'unclear@havn.example', '--not-an-answer');
    const { filed } = JSON.parse((await type(world, 'review', 'havn', '--json')).stdout);
    const { stderr } = await type(world, 'review', 'havn', '--take-back', filed[0].handle);
    expect(stderr).toContain('The mail is back in `mikronet review`.');
    expect(JSON.parse((await type(world, 'review', '--json')).stdout).toReview).toHaveLength(1);
  });
});

describe('the story of a network', () => {
  it('tells the mail, its date, the rung and the sentence, and that a person decided', async () => {
    const world = waiting(UNCLEAR)();
    await type(world, 'review', 'unclear@havn.example', '--accept');
    await type(world, 'undo');
    await type(world, 'review', 'unclear@havn.example', '--answer', 'no');
    const { stdout } = await type(world, 'status', 'havn');
    expect(stdout.slice(stdout.indexOf('What has happened'))).toMatchInlineSnapshot(`
      "What has happened:
        2 May 09:00  invitation sent to kim@havn.example (196-1V3-102)
        4 May 08:00  a mail was set aside for you: "Sv: Kom til træf" (it is not certain what it says)
        4 May 09:00  kim@havn.example by mail: maybe
                     mail from kim@havn.example, 3 May 10:00: "Sv: Kom til træf"
                     answers our mail; decided in review
                     "Vi kommer hvis vi får passet børnene."
                     works: Alt
                     remark: Måske
        4 May 09:00  taken back: kim@havn.example by mail: maybe
        4 May 09:00  kim@havn.example by mail: not coming
                     mail from kim@havn.example, 3 May 10:00: "Sv: Kom til træf"
                     answers our mail; decided in review
                     "Vi kommer hvis vi får passet børnene."
                     works: Alt
                     remark: Måske
      "
    `);
  });
});

describe('undo', () => {
  it.each([
    [['review', 'unclear@havn.example', '--accept'], 'taken back: Havnelauget: maybe'],
    [
      ['review', 'unclear@havn.example', '--not-an-answer'],
      'taken back: "Sv: Kom til træf" has no answer in it',
    ],
    [
      ['review', 'unclear@havn.example', '--opt-out'],
      'taken back: kim@havn.example wants no more mails',
    ],
  ])('takes %j back: the mail waits again', async (args, sentence) => {
    const world = waiting(UNCLEAR)();
    expect((await type(world, ...args)).exit).toBe(0);
    const { exit, stdout, stderr } = await type(world, 'undo');
    expect([exit, stdout]).toEqual([0, `${sentence}\n`]);
    expect(stderr).toContain('The mail is back in `mikronet review`.');
    const status = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(status.counts).toMatchObject({ toReview: 1, tentative: 0, optedOut: 0 });
  });

  it('takes an addition back and says that the row stays', async () => {
    const world = waiting(REQUEST)();
    await type(world, 'review', 'request@molle.example', '--accept', '--network', 'Møllelauget');
    const { exit, stdout, stderr } = await type(world, 'undo');
    expect([exit, stdout]).toEqual([1, 'taken back: Møllelauget was added\n']);
    expect(stderr).toContain('The row stays in networks.csv (line 6)');
    world.disk.set('/meeting/networks.csv', Buffer.from(NETWORKS));
    const status = await type(world, 'status', '--json');
    expect(status.stderr).not.toContain('was added');
    expect(JSON.parse(status.stdout).counts.toReview).toBe(1);
  });

  it('lets count again what was taken back in review, and then takes back what came before', async () => {
    const world = waiting(FILED)();
    await type(world, 'record', 'lolland', 'no');
    await type(world, 'review', 'havn', '--take-back', 'form@havn.example');
    const { stdout } = await type(world, 'undo');
    expect(stdout).toBe('counts again: Havnelauget: coming, 2 seats\n');
    const status = JSON.parse((await type(world, 'status', '--json')).stdout);
    expect(status.networks[0].answer).toBe('accepted');
    expect((await type(world, 'undo')).stdout).toContain('Lollands Håndværkerlaug: not coming');
    expect((await type(world, 'undo')).exit).toBe(2);
  });
});
