import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/facts.ts';
import { identify } from '../../src/domain/identity.ts';
import type { Row } from '../../src/domain/model.ts';
import { plan, type Planning } from '../../src/domain/plan.ts';
import { report } from '../../src/domain/report.ts';
import { fold } from '../../src/domain/state.ts';
import { domainMeeting } from '../support/correspondence.ts';
import { fact } from '../support/meeting.ts';

const meeting = domainMeeting();

function row(network: string, address: string, over: Partial<Row> = {}): Row {
  return { line: 2, network, address, cells: {}, ...over };
}

const LIST = [
  row('Havnelauget', 'kim@havn.example'),
  row('Økologisk Forsyning', 'torben@oeko.example'),
  row('Økologisk Forsyning', 'mette@oeko.example'),
  row('Møns Små Producenter', 'laerke@moen.example', { language: 'en' }),
];

function planFor(rows: readonly Row[], facts: readonly Fact[], over: Partial<Planning> = {}) {
  const state = fold(facts);
  const roster = identify(meeting, rows, state);
  return plan({
    meeting,
    roster,
    state,
    status: report(meeting, roster, state),
    mailing: 'invitation',
    now: Date.parse('2012-05-05T07:00:00Z'),
    referenceOf: () => '7QK2M4XDF',
    isErased: () => false,
    ...over,
  });
}

/** What sending every step leaves in the journal. */
function sent(
  rows: readonly Row[],
  facts: readonly Fact[] = [],
  mailing: 'invitation' | 'reminder' = 'invitation',
) {
  return [
    ...facts,
    ...planFor(rows, facts, { mailing }).steps.flatMap((step, index) => {
      const about = {
        message: `m${facts.length + index}`,
        network: step.network.id,
        address: step.contact.address,
        mailing: step.mailing,
      };
      return [
        fact('2012-05-02T07:00:00Z', {
          type: 'message-submitted',
          ...about,
          networkName: step.network.name,
          language: step.contact.language,
          reference: step.reference,
          n: step.n,
          subject: 's',
          digest: 'd',
          alongside: step.alongside,
        }),
        fact('2012-05-02T07:00:01Z', { type: 'message-sent', ...about }),
      ];
    }),
  ];
}

const reasons = (result: ReturnType<typeof planFor>) =>
  Object.fromEntries(result.skips.map(({ contact, reason }) => [contact.address, reason]));
const reached = (result: ReturnType<typeof planFor>) =>
  result.steps.map(({ contact }) => contact.address);

describe('the plan of the invitation', () => {
  test('reaches every contact once', () => {
    const first = planFor(LIST, []);
    expect(reached(first)).toEqual(LIST.map(({ address }) => address));
    expect(first.steps[1]!.alongside).toEqual(['mette@oeko.example']);
    expect(first.steps[0]!.message).toBe('7QK2M4XDF.invitation.1@mikronet.example');
    const second = planFor(LIST, sent(LIST));
    expect(second.steps).toEqual([]);
    expect(new Set(Object.values(reasons(second)))).toEqual(new Set(['already-sent']));
  });

  test('is empty after any edit of names, order, case, language or contact names', () => {
    const facts = sent(LIST);
    const edited = fc.tuple(
      fc.shuffledSubarray(LIST, { minLength: LIST.length }),
      fc.infiniteStream(
        fc.record({
          name: fc.constantFrom('Nyt Navn', 'HAVNELAUGET', 'Økologisk forsyning!', 'X'),
          upper: fc.boolean(),
          language: fc.constantFrom('da', 'en'),
          id: fc.constantFrom(undefined, '1', '2'),
        }),
      ),
    );
    fc.assert(
      fc.property(edited, ([rows, changes]) => {
        const list = rows.map((each) => {
          const { name, upper, language, id } = changes.next().value!;
          const address = upper ? each.address.toUpperCase() : each.address;
          return {
            ...each,
            network: name,
            contact: name,
            address,
            language,
            ...(id !== undefined && { id }),
          };
        });
        expect(reached(planFor(list, facts))).toEqual([]);
      }),
    );
  });

  test('a renamed network is said', () => {
    const renamed = LIST.map((each) =>
      each.network === 'Havnelauget' ? { ...each, network: 'Nysted Havnelaug' } : each,
    );
    expect(planFor(renamed, sent(LIST)).renamed).toMatchObject([
      { id: 'havnelauget', name: 'Nysted Havnelaug', formerName: 'Havnelauget' },
    ]);
  });

  test('a new address in an invited network is skipped unless it is named', () => {
    const list = [...LIST, row('Havnelauget', 'ny@havn.example')];
    const facts = sent(LIST);
    expect(reasons(planFor(list, facts))['ny@havn.example']).toBe('new-address');
    expect(reached(planFor(list, facts, { only: new Set(['havnelauget']) }))).toEqual([
      'ny@havn.example',
    ]);
  });

  test('or where all of its other addresses were refused or came back', () => {
    const list = [...LIST, row('Havnelauget', 'ny@havn.example')];
    const about = {
      message: 'm0',
      network: 'havnelauget',
      address: 'kim@havn.example',
      mailing: 'invitation',
    };
    const facts = [
      ...sent(LIST),
      fact('2012-05-03T07:00:00Z', {
        type: 'message-bounced',
        ...about,
        permanent: true,
        mail: { messageId: 'b', from: 'mailer-daemon', subject: 'failed' },
      }),
    ];
    expect(reached(planFor(list, facts))).toEqual(['ny@havn.example']);
    expect(reached(planFor(list, sent(list, facts)))).toEqual([]);
  });

  test('a run cut off between two contacts of a network reaches the second in the next', () => {
    const facts = sent(LIST).slice(0, 4);
    expect(reached(planFor(LIST, facts))).toEqual(['mette@oeko.example', 'laerke@moen.example']);
  });

  test('what is in doubt is sent again only when asked for, as the same message', () => {
    const facts = sent(LIST).slice(0, 1);
    expect(reasons(planFor(LIST, facts))['kim@havn.example']).toBe('in-doubt');
    const again = planFor(LIST, facts, {
      resend: new Set(['havnelauget']),
      only: new Set(['havnelauget']),
    });
    expect(again.steps).toMatchObject([{ message: 'm0', n: 1 }]);
  });

  test('nobody who wants no mails, or has answered already, is written to', () => {
    const facts = [
      fact('2012-05-02T07:00:00Z', { type: 'opted-out', network: 'havnelauget', source: 'manual' }),
      fact('2012-05-02T07:00:00Z', {
        type: 'reply-received',
        source: 'manual',
        network: 'moens-smaa-producenter',
        via: 'hand',
        reply: { answer: 'declined', attendees: [], answers: {} },
      }),
    ];
    expect(reasons(planFor(LIST, facts))).toEqual({
      'kim@havn.example': 'opted-out',
      'laerke@moen.example': 'answered',
    });
  });

  test('stops at the limit', () => {
    const limited = planFor(LIST, [], { limit: 2 });
    expect(limited.steps).toHaveLength(2);
    expect(reasons(limited)['laerke@moen.example']).toBe('beyond-limit');
  });
});

const remind = (facts: readonly Fact[]) => planFor(LIST, facts, { mailing: 'reminder' });

describe('the plan of the reminder', () => {
  test('reaches the silent who were invited, once', () => {
    const facts = sent(LIST.slice(0, 3));
    const first = remind(facts);
    expect(reached(first)).toEqual([
      'kim@havn.example',
      'torben@oeko.example',
      'mette@oeko.example',
    ]);
    expect(reasons(first)).toEqual({ 'laerke@moen.example': 'not-invited' });
    expect(remind(sent(LIST.slice(0, 3), facts, 'reminder')).steps).toEqual([]);
  });

  test('spares those who answered, and those whose mail waits to be read', () => {
    const facts = [
      ...sent(LIST),
      fact('2012-05-03T07:00:00Z', {
        type: 'reply-received',
        source: 'manual',
        network: 'havnelauget',
        via: 'hand',
        reply: { answer: 'tentative', attendees: [], answers: {} },
      }),
      fact('2012-05-03T07:00:00Z', {
        type: 'mail-set-aside',
        reason: 'words-unclear',
        text: '',
        suggestion: { network: 'oekologisk-forsyning' },
        mail: { messageId: 'x', from: 'mette@oeko.example', subject: 'hm' },
      }),
    ];
    expect(reasons(remind(facts))).toMatchObject({
      'kim@havn.example': 'answered',
      'torben@oeko.example': 'to-review',
    });
  });
});
