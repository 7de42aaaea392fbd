/** Mails composed from templates, with no command around them. */
import { simpleParser } from 'mailparser';
import { identify } from '../../src/domain/identity.ts';
import type { Fact } from '../../src/domain/facts.ts';
import type { Meeting, Row } from '../../src/domain/model.ts';
import { comingBeside } from '../../src/domain/noted.ts';
import { specimens, type Step } from '../../src/domain/plan.ts';
import { report } from '../../src/domain/report.ts';
import { fold } from '../../src/domain/state.ts';
import { openComposer, type Composer } from '../../src/work/compose.ts';
import type { Aside } from '../../src/work/message.ts';
import { domainMeeting, KIM } from './correspondence.ts';
import { SHIPPED } from './meeting.ts';
import { fakeWorld } from './world.ts';

export interface Scene {
  readonly meeting?: Partial<Meeting>;
  readonly mailing?: string;
  /** Files of the meeting's own folder templates/. */
  readonly templates?: Readonly<Record<string, string>>;
  readonly rows?: readonly Partial<Row>[];
  readonly facts?: readonly Fact[];
  readonly recipients?: number;
  readonly languages?: readonly string[];
}

export const NOW = '2012-05-02T07:00:00Z';

/** What is in a row where a test does not say otherwise. */
function aRow(over: Partial<Row> = {}): Row {
  const { cells, ...rest } = over;
  const row = { line: 2, network: 'Havnelauget', address: KIM, contact: 'Kim Holm', ...rest };
  return {
    ...row,
    cells: {
      Netværk: row.network,
      Kontaktperson: row.contact ?? '',
      'E-mail': row.address,
      ...cells,
    },
  };
}

export async function compose(scene: Scene = {}) {
  const meeting = domainMeeting(scene.meeting);
  const rows = (scene.rows ?? [{}]).map(aRow);
  const state = fold(scene.facts ?? []);
  const roster = identify(meeting, rows, state);
  const status = report(meeting, roster, state);
  const { mailing = 'invitation' } = scene;
  const own = Object.entries(scene.templates ?? {}).map(
    ([name, text]) => [`/meeting/templates/${name}`, text] as const,
  );
  const world = fakeWorld({ files: { ...SHIPPED, ...Object.fromEntries(own) } });
  const opened = await openComposer({
    files: world.files,
    screen: 'en',
    folder: '/meeting',
    meeting,
    mailing,
    languages: scene.languages ?? [...new Set(rows.map(({ language }) => language ?? 'da'))],
    headings: Object.keys(rows[0]!.cells),
    recipients: scene.recipients ?? rows.length,
    now: () => Date.parse(NOW),
    comingBeside: comingBeside(() => status),
  });
  const { steps } = specimens({
    meeting,
    roster,
    state,
    status,
    mailing,
    now: Date.parse(NOW),
    referenceOf: () => '7QK2M4XDF',
    isErased: () => false,
  });
  return { ...opened, steps };
}

/** All is well with the templates: the composer and the mail to the first contact, read back. */
export async function composed(scene: Scene = {}, aside: Aside = {}) {
  const { composer, problems, steps } = await compose(scene);
  if (!composer) throw new Error(problems.map(({ message }) => message).join('\n'));
  return { composer, ...(await mailOf(composer, steps[0]!, aside)) };
}

export async function mailOf(composer: Composer, step: Step, aside: Aside = {}) {
  const made = await composer.compose(step, aside);
  const mail = await simpleParser(Buffer.from(made.outgoing.bytes), { skipTextToHtml: true });
  return { ...made, mail, raw: Buffer.from(made.outgoing.bytes).toString('latin1') };
}
