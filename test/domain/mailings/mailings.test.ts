/** Who gets which mailing, and why the others do not. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/facts.ts';
import { identify } from '../../../src/domain/identity.ts';
import type { Meeting, Row } from '../../../src/domain/model.ts';
import { plan, type Planning, type Step } from '../../../src/domain/plan.ts';
import { report } from '../../../src/domain/report.ts';
import { fold } from '../../../src/domain/state.ts';
import { answered, domainMeeting, KIM, time } from '../../support/correspondence.ts';
import { fact } from '../../support/meeting.ts';

const ANNA = 'anna@laug.example';
const TORBEN = 'torben@oeko.example';

const LIST: readonly Row[] = [
  row('Havnelauget', KIM),
  row('Lollands Håndværkerlaug', ANNA),
  row('Økologisk Forsyning', TORBEN),
];

const MEETING = domainMeeting();
const LATER = domainMeeting({ start: time('2012-05-30T17:30'), end: time('2012-05-30T22:00') });

/** The run that has sent everything. */
const RUN = 'run-1';

function row(network: string, address: string, over: Partial<Row> = {}): Row {
  return { line: 2, network, address, cells: {}, ...over };
}

/** A folder whose plans are sent, one after the other, a day apart unless told otherwise. */
class Folder {
  rows = LIST;
  meeting: Meeting = MEETING;
  now = Date.parse('2012-05-02T07:00:00Z');
  readonly facts: Fact[] = [];

  plan(mailing: string, over: Partial<Planning> = {}) {
    const state = fold(this.facts);
    const roster = identify(this.meeting, this.rows, state);
    return plan({
      meeting: this.meeting,
      roster,
      state,
      status: report(this.meeting, roster, state),
      mailing,
      now: this.now,
      referenceOf: (_, address) => address.slice(0, 4).toUpperCase(),
      isErased: () => false,
      ...over,
    });
  }

  status() {
    const state = fold(this.facts);
    return report(this.meeting, identify(this.meeting, this.rows, state), state);
  }

  send(mailing: string, over: Partial<Planning> = {}): readonly Step[] {
    const { steps } = this.plan(mailing, over);
    for (const step of steps) this.facts.push(...this.sent(step));
    this.now += 24 * 60 * 60 * 1000;
    return steps;
  }

  /** The server's word on the last message never comes. */
  loseLastWord(): void {
    this.facts.pop();
  }

  say(...facts: readonly Fact[]): void {
    this.facts.push(...facts);
    this.now += 60 * 60 * 1000;
  }

  get at(): string {
    return new Date(this.now).toISOString();
  }

  private sent({
    message,
    network,
    contact,
    mailing,
    reference,
    n,
    calendar,
    told,
    ...step
  }: Step) {
    const about = { message, network: network.id, address: contact.address, mailing, run: RUN };
    return [
      fact(this.at, {
        type: 'message-submitted',
        ...about,
        networkName: network.name,
        language: contact.language,
        reference,
        n,
        subject: mailing,
        digest: 'd',
        ...(calendar ? { calendar: calendar.entry } : { told }),
        ...(step.confirms && { confirms: step.confirms }),
        ...(step.confirmedSeats !== undefined && { confirmedSeats: step.confirmedSeats }),
      }),
      fact(this.at, { type: 'message-sent', ...about }),
    ];
  }
}

/** The last mail to that address comes back. */
function bounce(folder: Folder, address: string): void {
  const message = folder.facts.findLast(
    (each) => each.type === 'message-sent' && each.address === address,
  );
  folder.say({
    ...message!,
    id: 'bounce',
    type: 'message-bounced',
    permanent: true,
    mail: { messageId: 'b', from: 'mailer-daemon', subject: 'failed' },
  } as Fact);
}

/** Kim comes, Anna does not, Torben is silent. */
function answeredFolder(): Folder {
  const folder = new Folder();
  folder.send('invitation');
  folder.say(answered('accepted', folder.at, { contact: KIM }));
  folder.say(
    answered('declined', folder.at, { network: 'lollands-haandvaerkerlaug', contact: ANNA }),
  );
  return folder;
}

const whom = (steps: readonly Step[]) => steps.map(({ contact }) => contact.address);
const why = ({ skips }: ReturnType<typeof plan>) =>
  Object.fromEntries(skips.map(({ contact, reason }) => [contact.address, reason]));

describe('an audience', () => {
  test.each([
    ['everyone', [KIM, ANNA, TORBEN]],
    ['accepted', [KIM]],
    ['declined', [ANNA]],
    ['silent', [TORBEN]],
    ['tentative', []],
    ['waiting', []],
  ] as const)('%s is just those', (audience, expected) => {
    const folder = answeredFolder();
    expect(whom(folder.send('kaffe', { audiences: [audience] }))).toEqual(expected);
    expect(whom(folder.send('kaffe', { audiences: [audience] }))).toEqual([]);
  });

  test('may be two, and says why the others are not in it', () => {
    const { steps, skips } = answeredFolder().plan('kaffe', { audiences: ['accepted', 'silent'] });
    expect(whom(steps)).toEqual([KIM, TORBEN]);
    expect(skips).toMatchObject([{ reason: 'answered-declined' }]);
  });

  test('of those who wait are those who got fewer seats than they asked for', () => {
    const folder = new Folder();
    folder.meeting = { ...MEETING, capacity: 2 };
    folder.send('invitation');
    folder.say(answered('accepted', folder.at, { contact: KIM, seats: 2 }));
    folder.say(
      answered('accepted', folder.at, { network: 'oekologisk-forsyning', contact: TORBEN }),
    );
    const planned = folder.plan('kaffe', { audiences: ['waiting'] });
    expect(whom(planned.steps)).toEqual([TORBEN]);
    expect(why(planned)).toEqual({ [KIM]: 'not-waiting', [ANNA]: 'no-answer' });
  });

  test('holds who said yes by phone before anything was sent, and not who was never asked', () => {
    const folder = new Folder();
    folder.say(
      fact(folder.at, {
        type: 'reply-received',
        source: 'manual',
        network: 'havnelauget',
        via: 'hand',
        reply: { answer: 'accepted', attendees: [], answers: {} },
      }),
    );
    const planned = folder.plan('practical', { audiences: ['everyone'] });
    expect(whom(planned.steps)).toEqual([KIM]);
    expect(why(planned)).toEqual({ [ANNA]: 'not-invited', [TORBEN]: 'not-invited' });
  });

  test('gets it again only when told, and a stopped second run is gone on with', () => {
    const folder = answeredFolder();
    folder.send('kaffe');
    const again = { again: true };
    expect(folder.send('kaffe', { ...again, limit: 2 }).map(({ n }) => n)).toEqual([2, 2]);
    expect(folder.plan('kaffe', again).steps).toMatchObject([
      { n: 2, message: 'TORB.kaffe.2@mikronet.example' },
    ]);
    folder.send('kaffe', again);
    expect(folder.plan('kaffe', again).steps).toMatchObject([{ n: 3 }, { n: 3 }, { n: 3 }]);
  });
});

describe('an address mended after a bounce', () => {
  const mended = LIST.map((each) =>
    each.address === KIM ? row(each.network, 'k@havn.example') : each,
  );

  test('is invited on the next run, and only that one', () => {
    const folder = new Folder();
    folder.send('invitation');
    bounce(folder, KIM);
    expect(why(folder.plan('invitation'))[KIM]).toBe('bounced');
    folder.rows = mended;
    expect(whom(folder.send('invitation'))).toEqual(['k@havn.example']);
    expect(whom(folder.send('invitation'))).toEqual([]);
  });

  test('gets what came back, where the invitation had arrived', () => {
    const folder = answeredFolder();
    folder.send('practical', { audiences: ['accepted'] });
    bounce(folder, KIM);
    folder.rows = mended;
    expect(whom(folder.send('practical', { audiences: ['accepted'] }))).toEqual(['k@havn.example']);
    expect(whom(folder.send('practical', { audiences: ['accepted'] }))).toEqual([]);
  });
});

describe('the reminder', () => {
  test('leaves alone whoever had a mail within two days', () => {
    const folder = new Folder();
    folder.send('invitation');
    expect(new Set(Object.values(why(folder.plan('reminder'))))).toEqual(new Set(['too-soon']));
    expect(folder.plan('reminder', { notWithin: 0 }).steps).toHaveLength(3);
    folder.now += 24 * 60 * 60 * 1000;
    expect(folder.send('reminder')).toHaveLength(3);
    expect(folder.send('reminder', { notWithin: 0 })).toEqual([]);
  });

  test('reaches the maybe only when told', () => {
    const folder = new Folder();
    folder.send('invitation');
    folder.say(answered('tentative', folder.at));
    folder.now += 48 * 60 * 60 * 1000;
    expect(why(folder.plan('reminder'))[KIM]).toBe('answered');
    const [kim] = folder.plan('reminder', { tentative: true }).steps;
    expect(kim).toMatchObject({
      contact: { address: KIM },
      calendar: { entry: { sequence: 0, partstat: 'tentative' }, rsvp: true },
    });
  });
});

describe('update and cancellation', () => {
  test('an update tells what changed, to each once, and a second change is told too', () => {
    const folder = answeredFolder();
    expect(new Set(Object.values(why(folder.plan('update'))))).toEqual(
      new Set(['nothing-changed']),
    );
    folder.meeting = LATER;
    const first = folder.send('update');
    expect(whom(first)).toEqual([KIM, ANNA, TORBEN]);
    expect(first[1]).toMatchObject({
      n: 1,
      calendar: { entry: { sequence: 1, partstat: 'needs-action' } },
      changes: { time: { was: { start: '2012-05-30T14:30:00.000Z' } } },
    });
    expect(why(folder.plan('update'))[KIM]).toBe('already-sent');
    folder.meeting = { ...LATER, venue: { name: 'Skolen' } };
    expect(folder.send('update')[0]).toMatchObject({
      n: 2,
      calendar: { entry: { sequence: 2 } },
      changes: { place: { now: 'Skolen' } },
    });
    expect(folder.plan('update').steps).toEqual([]);
    // Once more, it says again what it said.
    expect(folder.plan('update', { again: true }).steps[0]).toMatchObject({
      n: 3,
      calendar: { entry: { sequence: 2 } },
      changes: { place: { now: 'Skolen' } },
    });
  });

  test.each(['invitation', 'reminder'])('%s says who is gone from the list', (mailing) => {
    const folder = new Folder();
    folder.send('invitation');
    folder.loseLastWord();
    folder.now += 7 * 24 * 60 * 60 * 1000;
    folder.rows = [];
    expect(why(folder.plan(mailing, { resend: new Set(['oekologisk-forsyning']) }))).toEqual({
      [KIM]: 'gone',
      [ANNA]: 'gone',
      [TORBEN]: 'gone',
    });
    // A doubt is a doubt still.
    expect(why(folder.plan('invitation'))[TORBEN]).toBe('in-doubt');
  });

  test('a reminder waits for an invitation that another run is sending right now', () => {
    const folder = new Folder();
    folder.send('invitation');
    folder.loseLastWord();
    expect(why(folder.plan('reminder'))[TORBEN]).toBe('in-doubt');
    expect(why(folder.plan('reminder', { livingRun: RUN }))[TORBEN]).toBe('being-sent');
  });

  test('both reach those who are gone from the list, and spare who declined by calendar', () => {
    const folder = answeredFolder();
    folder.say(
      answered('declined', folder.at, {
        network: 'oekologisk-forsyning',
        contact: TORBEN,
        via: 'calendar',
        calendar: { sequence: 0, dtstamp: folder.at },
      }),
    );
    folder.rows = [];
    folder.meeting = LATER;
    expect(why(folder.plan('practical'))[KIM]).toBe('gone');
    for (const mailing of ['update', 'cancellation']) {
      const planned = folder.plan(mailing);
      expect(whom(planned.steps)).toEqual([KIM, ANNA]);
      expect(why(planned)).toEqual({ [TORBEN]: 'declined-by-calendar' });
      folder.send(mailing);
    }
    expect(folder.send('cancellation')).toEqual([]);
  });

  test('where there is no calendar part, a no is an end', () => {
    const folder = new Folder();
    folder.meeting = { ...MEETING, calendar: 'off' };
    folder.send('invitation');
    folder.say(answered('declined', folder.at));
    folder.meeting = { ...LATER, calendar: 'off' };
    expect(why(folder.plan('update'))).toEqual({ [KIM]: 'answered-declined' });
    expect(folder.plan('update').steps[0]).toMatchObject({ changes: { time: {} } });
  });

  test('who wants no mails is spared, unless they come', () => {
    const folder = answeredFolder();
    for (const network of ['havnelauget', 'oekologisk-forsyning']) {
      folder.say(fact(folder.at, { type: 'opted-out', network, source: 'manual' }));
    }
    expect(whom(folder.plan('cancellation').steps)).toEqual([KIM, ANNA]);
    expect(why(folder.plan('practical'))[KIM]).toBe('opted-out');
  });
});

describe('a message in doubt', () => {
  test('is sent again only when told, as the same message', () => {
    const folder = new Folder();
    folder.send('invitation');
    folder.meeting = LATER;
    folder.send('update', { only: new Set(['havnelauget']) });
    folder.loseLastWord();
    expect(why(folder.plan('update'))[KIM]).toBe('in-doubt');
    const named = new Set(['havnelauget']);
    const [again] = folder.plan('update', { only: named, resend: named }).steps;
    expect(again).toMatchObject({
      n: 1,
      message: 'KIM@.update.1@mikronet.example',
      calendar: { entry: { sequence: 1 } },
      changes: { time: {} },
    });
    // Another change is another message: the doubt does not hold it back.
    folder.meeting = { ...LATER, venue: { name: 'Skolen' } };
    expect(folder.plan('update', { only: named }).steps).toMatchObject([
      { n: 2, calendar: { entry: { sequence: 2 } } },
    ]);
  });

  test('asks nobody for what was answered meanwhile', () => {
    const folder = new Folder();
    folder.send('invitation');
    folder.now += 48 * 60 * 60 * 1000;
    folder.send('reminder', { only: new Set(['havnelauget']) });
    folder.loseLastWord();
    const named = new Set(['havnelauget']);
    expect(folder.plan('reminder', { only: named, resend: named }).steps).toHaveLength(1);
    folder.say(answered('accepted', folder.at));
    const planned = folder.plan('reminder', { only: named, resend: named });
    expect(why(planned)).toEqual({ [KIM]: 'answered' });
  });
});

describe('the confirmation', () => {
  test('goes to those who answered, for each answer once', () => {
    const folder = answeredFolder();
    const steps = folder.send('confirmation');
    expect(whom(steps)).toEqual([KIM, ANNA]);
    expect(steps[0]).toMatchObject({
      noted: { answer: 'accepted', seats: 1, seatsAssumed: true },
      confirmedSeats: 1,
      calendar: { entry: { sequence: 0, partstat: 'accepted' }, rsvp: false },
    });
    expect(why(folder.plan('confirmation'))).toEqual({
      [KIM]: 'already-sent',
      [ANNA]: 'already-sent',
      [TORBEN]: 'no-answer',
    });
    folder.say(answered('accepted', folder.at, { seats: 2 }));
    expect(folder.send('confirmation')).toMatchObject([{ n: 2, confirmedSeats: 2 }]);
  });

  test('waits a day after the last one', () => {
    const folder = answeredFolder();
    folder.send('confirmation');
    folder.now -= 12 * 60 * 60 * 1000;
    folder.say(answered('tentative', folder.at));
    expect(why(folder.plan('confirmation'))[KIM]).toBe('confirmed-today');
    folder.now += 12 * 60 * 60 * 1000;
    expect(whom(folder.plan('confirmation').steps)).toEqual([KIM]);
  });

  test('tells of a seat that became free at once, and once', () => {
    const folder = new Folder();
    folder.meeting = { ...MEETING, capacity: 1 };
    folder.send('invitation');
    const torben = { network: 'oekologisk-forsyning', contact: TORBEN };
    folder.say(answered('accepted', folder.at, torben));
    folder.say(answered('accepted', folder.at));
    expect(folder.send('confirmation')).toHaveLength(2);
    folder.now -= 23 * 60 * 60 * 1000;
    folder.say(answered('declined', folder.at, torben));
    const planned = folder.plan('confirmation');
    expect(whom(planned.steps)).toEqual([KIM]);
    expect(why(planned)[TORBEN]).toBe('confirmed-today');
    expect(folder.plan('confirmation', { automatic: true }).steps).toEqual([]);
    folder.send('confirmation');
    expect(why(folder.plan('confirmation'))[KIM]).toBe('already-sent');
  });

  test('tells who has moved up, but not by itself', () => {
    const folder = new Folder();
    folder.meeting = { ...MEETING, capacity: 1 };
    folder.send('invitation');
    folder.say(
      answered('accepted', folder.at, { network: 'oekologisk-forsyning', contact: TORBEN }),
    );
    folder.say(answered('accepted', folder.at, { contact: KIM }));
    expect(folder.send('confirmation')).toMatchObject([
      { confirmedSeats: 0, noted: { waiting: 1 } },
      { confirmedSeats: 1 },
    ]);
    folder.say(
      answered('declined', folder.at, { network: 'oekologisk-forsyning', contact: TORBEN }),
    );
    expect(whom(folder.plan('confirmation', { automatic: true }).steps)).toEqual([TORBEN]);
    expect(folder.send('confirmation')).toMatchObject([
      { confirmedSeats: 1, noted: { seats: 1, waiting: 0 } },
      { confirmedSeats: 0 },
    ]);
    expect(folder.send('confirmation')).toEqual([]);
  });

  test('of one contact takes no seat from another of the network', () => {
    const folder = new Folder();
    folder.rows = [...LIST, row('Havnelauget', 'otto@havn.example')];
    folder.meeting = { ...MEETING, capacity: 2 };
    folder.send('invitation');
    folder.say(answered('accepted', folder.at, { seats: 2 }));
    folder.send('confirmation');
    folder.say(answered('declined', folder.at, { contact: 'otto@havn.example' }));
    expect(folder.send('confirmation')).toMatchObject([
      { contact: { address: 'otto@havn.example' }, noted: { answer: 'declined', seats: 0 } },
    ]);
    // Who comes along is no news for who has been confirmed.
    folder.say(answered('accepted', folder.at, { contact: 'otto@havn.example' }));
    expect(whom(folder.plan('confirmation').steps)).toEqual(['otto@havn.example']);
    folder.say(answered('declined', folder.at, { contact: 'otto@havn.example' }));
    // An earlier mail is read late, and the house becomes smaller.
    folder.meeting = { ...MEETING, capacity: 1 };
    folder.say(
      answered('accepted', '2012-05-02T08:00:00Z', {
        network: 'oekologisk-forsyning',
        contact: TORBEN,
      }),
    );
    const [havn, , oeko] = folder.status().networks;
    expect(havn).toMatchObject({ seats: 2, waiting: 0, movedUp: 0 });
    expect(oeko).toMatchObject({ seats: 0, waiting: 1 });
    expect(folder.status().counts.seats.free).toBe(-1);
  });

  test('by itself it answers a mail, and nothing said by phone', () => {
    const folder = answeredFolder();
    folder.say(
      fact(folder.at, {
        type: 'reply-received',
        source: 'manual',
        network: 'havnelauget',
        via: 'hand',
        reply: { answer: 'declined', attendees: [], answers: {} },
      }),
    );
    folder.say(
      answered('accepted', folder.at, {
        network: 'oekologisk-forsyning',
        contact: TORBEN,
        mail: { messageId: 'm1@oeko.example', from: TORBEN, subject: 'Sv', date: folder.at },
      }),
    );
    const planned = folder.plan('confirmation', { automatic: true });
    expect(whom(planned.steps)).toEqual([ANNA, TORBEN]);
    expect(planned.steps[1]).toMatchObject({ inReplyTo: 'm1@oeko.example' });
    expect(why(planned)[KIM]).toBe('no-mail-to-answer');
  });
});

const of = (folder: Folder, network: string) =>
  folder.status().networks.find(({ id }) => id === network)!;

describe('status', () => {
  test('says who moves up, until it was told', () => {
    const folder = new Folder();
    folder.meeting = { ...MEETING, capacity: 1 };
    folder.send('invitation');
    folder.say(
      answered('accepted', folder.at, { network: 'oekologisk-forsyning', contact: TORBEN }),
    );
    folder.say(answered('accepted', folder.at));
    expect(of(folder, 'havnelauget')).toMatchObject({ seats: 0, waiting: 1, movedUp: 0 });
    folder.say(
      answered('declined', folder.at, { network: 'oekologisk-forsyning', contact: TORBEN }),
    );
    expect(of(folder, 'havnelauget')).toMatchObject({ seats: 1, waiting: 0, movedUp: 1 });
    folder.send('confirmation');
    expect(of(folder, 'havnelauget')).toMatchObject({ seats: 1, movedUp: 0 });
  });

  test('keeps an answer after a change of time, and says for which it was given', () => {
    const folder = answeredFolder();
    folder.meeting = LATER;
    // As soon as the file says so: the answer cannot have been meant for it.
    expect(of(folder, 'havnelauget')).toMatchObject({ answer: 'accepted', forOldTime: true });
    folder.send('update');
    expect(of(folder, 'havnelauget')).toMatchObject({ answer: 'accepted', forOldTime: true });
    expect(of(folder, 'oekologisk-forsyning')).toMatchObject({ forOldTime: false });
    folder.say(answered('accepted', folder.at));
    expect(of(folder, 'havnelauget')).toMatchObject({ answer: 'accepted', forOldTime: false });
    folder.meeting = { ...LATER, venue: { name: 'Skolen' } };
    folder.send('update');
    expect(of(folder, 'havnelauget')).toMatchObject({ forOldTime: false });
  });

  test('is cancelled once a cancellation is out', () => {
    const folder = answeredFolder();
    expect(folder.status().meeting.cancelled).toBe(false);
    folder.send('cancellation');
    expect(folder.status().meeting.cancelled).toBe(true);
  });
});
