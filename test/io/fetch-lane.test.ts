import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FetchLane, type FetchedStart } from '../../src/io/fetch-lane.ts';

/** Something a server says, and what the lane takes of it. */
interface Said {
  readonly bytes: Buffer;
  readonly taken?: FetchedStart;
}

const line = (text: string): Said => ({ bytes: Buffer.from(`${text}\r\n`, 'latin1') });

function literal(before: string, content: Buffer, behind: string): Buffer {
  return Buffer.concat([
    Buffer.from(`${before} {${content.length}}\r\n`),
    content,
    Buffer.from(`${behind}\r\n`),
  ]);
}

/** What stands in a mail may look like what a server says. */
const content = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '\r\n',
        ')\r\n',
        'A1 OK done\r\n',
        '* 1 FETCH (UID 1 RFC822.SIZE 2 INTERNALDATE "x" BODY[]<0> {3}\r\nabc)\r\n',
        '{4}\r\n',
      ),
    ),
  )
  .map((pieces) => Buffer.from(pieces.join('')));

const start = fc
  .record({
    uid: fc.nat(),
    size: fc.nat(),
    internalDate: fc.constantFrom('09-May-2012 10:00:00 +0000', ' 9-May-2012 10:00:00 +0200'),
    source: content,
    others: fc.subarray(['FLAGS (\\Seen)', 'MODSEQ (7)', 'X-GM-MSGID 12', 'EMAILID (M1)']),
    behind: fc.nat(6),
    seed: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ others, behind, seed, ...taken }): Said => {
    const { uid, size, internalDate, source } = taken;
    const items = [`UID ${uid}`, `RFC822.SIZE ${size}`, `INTERNALDATE "${internalDate}"`, ...others]
      .map((item) => ({ item, place: seed.next().value }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item);
    const last = items.splice(0, Math.min(behind, items.length)).map((item) => ` ${item}`);
    const first = items.map((item) => `${item} `);
    return {
      bytes: literal(`* 3 FETCH (${first.join('')}BODY[]<0>`, source, `${last.join('')})`),
      taken,
    };
  });

const other: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom(
    line('* 23 EXISTS'),
    line('* 4 FETCH (UID 4 FLAGS (\\Seen))'),
    line('* 4 FETCH (UID 4 RFC822.SIZE 2 INTERNALDATE "x" BODY[]<0> "ab")'),
    line('* 4 FETCH (UID 4 RFC822.SIZE 2 INTERNALDATE "x" BODY[]<0> NIL)'),
    line('* OK [ALERT] we close at ten'),
    line('A7 OK FETCH done'),
    line(''),
  ),
  content.map((given) => ({ bytes: literal('* LIST () "/"', given, '') })),
  content.map((given) => ({ bytes: literal('* 4 FETCH (UID 4 BODY[HEADER]', given, ')') })),
  content.map((given) => ({
    bytes: literal(
      '* 4 FETCH (UID 4 RFC822.SIZE 2 INTERNALDATE "x" BODY[]<0>',
      given,
      ' BODY[1] {1}\r\nx)',
    ),
  })),
);

const conversation = fc.array<Said>(fc.oneof(start, other), { maxLength: 20 });

/** Where what arrives is cut. */
const cuts = fc.array(fc.nat(4_000), { maxLength: 20 });

async function through(bytes: Buffer, at: readonly number[]) {
  const lane = new FetchLane();
  const taken: FetchedStart[] = [];
  const passed: Buffer[] = [];
  const places = [0, ...at.map((place) => place % (bytes.length + 1)), bytes.length];
  const sorted = places.toSorted((a, b) => a - b);
  await lane.during(
    (each) => taken.push({ ...each, source: Buffer.from(each.source) }),
    () => {
      for (const [index, from] of sorted.slice(0, -1).entries()) {
        passed.push(Buffer.from(lane.passOn(bytes.subarray(from, sorted[index + 1]))));
      }
      return Promise.resolve();
    },
  );
  return { taken, passed: Buffer.concat(passed).toString('latin1') };
}

describe('the lane for beginnings of mails', () => {
  it('takes these and passes on all else, wherever what arrives is cut', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, cuts, async (said, at) => {
        const bytes = Buffer.concat(said.map((each) => each.bytes));
        const others = said.filter(({ taken }) => !taken).map((each) => each.bytes);
        expect(await through(bytes, at)).toEqual({
          taken: said.flatMap(({ taken }) => taken ?? []),
          passed: Buffer.concat(others).toString('latin1'),
        });
      }),
    );
  });

  it('loses nothing of what nobody would say', async () => {
    const piece = fc.oneof(fc.constantFrom('* ', '1', ' FETCH (', '{9}\r\n', '\r\n', 'BODY[]<0> '));
    await fc.assert(
      fc.asyncProperty(fc.array(piece), cuts, async (pieces, at) => {
        const said = `${pieces.join('')}\r\nA1 OK done\r\n`;
        const { taken, passed } = await through(Buffer.from(said), at);
        expect([taken, passed.endsWith('A1 OK done\r\n')]).toEqual([[], true]);
        expect(passed).toBe(said);
      }),
    );
  });

  it('holds back no more than an answer can have', async () => {
    const endless = `* 1 FETCH (${'x'.repeat(100_000)}`;
    expect((await through(Buffer.from(endless), [])).passed).toBe(endless);
  });

  it('leaves everything as it is while no mails are fetched', () => {
    const bytes = Buffer.from(
      '* 1 FETCH (UID 1 RFC822.SIZE 2 INTERNALDATE "x" BODY[]<0> {1}\r\nx)\r\n',
    );
    expect(new FetchLane().passOn(bytes)).toEqual(bytes);
  });
});
