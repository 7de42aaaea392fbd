/** What `invite` says beside its plan. */
import { describe, expect, test } from 'vitest';
import { aMeeting, type } from '../support/meeting.ts';

const PLAN = ['invite', '--dry-run'];

describe('invite', () => {
  test('says who stands in several networks and gets a mail for each', async () => {
    const networks = 'network;email\nHavn;kim@havn.example\nLaug;Kim@havn.example\n';
    const { exit, stdout } = await type(aMeeting({ networks }), ...PLAN);
    expect(exit).toBe(0);
    expect(stdout).toContain('2 mails to 2 networks');
    expect(stdout).toContain(
      'kim@havn.example stands in 2 networks (Havn, Laug) and gets a mail for each.',
    );
    const apart = await type(aMeeting(), ...PLAN);
    expect(apart.stdout).not.toContain('gets a mail for each');
  });

  test.each([
    [['--only', 'havn', 'lolland']],
    [['--only', 'havn', '--only', 'lolland', '--limit', '9']],
    [['--only', 'HAVNELAUGET', 'lollands handvaerkerlaug']],
  ])('%j names two networks', async (flags) => {
    const { stdout } = await type(aMeeting(), ...PLAN, '--json', ...flags);
    const { planned } = JSON.parse(stdout) as { planned: readonly { network: string }[] };
    expect(planned.map(({ network }) => network)).toEqual([
      'havnelauget',
      'lollands-haandvaerkerlaug',
    ]);
  });

  test('--verbose says how the list was read, as in every command', async () => {
    const networks = 'network|email\nHavn|kim@havn.example\n';
    const said = 'networks.csv: read as utf-8, with bars between the cells\n';
    for (const command of [PLAN, ['status'], ['check'], ['export-attendees']]) {
      const { stderr } = await type(aMeeting({ networks }), ...command, '--verbose');
      expect(stderr.split(said)).toHaveLength(2);
    }
    const { stderr } = await type(aMeeting({ networks }), ...PLAN);
    expect(stderr).not.toContain(said);
  });
});
