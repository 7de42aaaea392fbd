import { afterEach, describe, expect, test } from 'vitest';
import { offsetAt } from '../../src/domain/zoned-time.ts';
import { realClock } from '../../src/io/clock.ts';

const clock = realClock();
const machine = process.env['TZ'];
const HOUR = 60 * 60 * 1000;

/** What Intl says that the clock on the wall adds to UTC. */
function byIntl(timeZone: string): (instant: number) => number {
  const intl = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'longOffset',
  });
  return (instant) => {
    const said = intl.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value;
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(said)!;
    const offset = Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * (HOUR / 60);
    return sign === '-' ? -offset : offset;
  };
}

describe('the process goes by the clock of a zone', () => {
  afterEach(() => {
    process.env['TZ'] = machine;
  });

  test('and the hours are those of Intl, on both sides of every change of clocks', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((zone) => clock.goBy!(zone));
    // All but those that are UTC the whole year, or have a digit in them.
    expect(zones.length).toBeGreaterThan(350);
    for (const zone of zones) {
      const expected = byIntl(zone);
      clock.goBy!(zone);
      for (let year = 1975; year < 2045; year += 7) {
        for (let month = 0; month < 12; month += 1) {
          const instant = Date.UTC(year, month, 27, 23, 40);
          expect([zone, instant, offsetAt(instant, zone)]).toEqual([
            zone,
            instant,
            expected(instant),
          ]);
        }
      }
    }
  });

  test.each(['Europe/Copenhagn', 'CET-1CEST', 'Foo/Bar3', 'UTC', 'Atlantic/Reykjavik', '', '../x'])(
    '%s: where nothing shows that the zone is known, all stays as it was',
    (zone) => {
      const before = new Date(0).getTimezoneOffset();
      expect(clock.goBy!(zone)).toBe(false);
      expect(process.env['TZ']).toBe(machine);
      expect(new Date(0).getTimezoneOffset()).toBe(before);
    },
  );
});

test('a clock starts at the instant it is told, and runs on', () => {
  const started = realClock('2012-05-02T07:00:00Z');
  const first = started.now();
  expect(first - Date.parse('2012-05-02T07:00:00Z')).toBeLessThan(HOUR);
  expect(started.now()).toBeGreaterThanOrEqual(first);
  expect(realClock('no instant').now()).toBeGreaterThan(Date.UTC(2020, 0));
});
