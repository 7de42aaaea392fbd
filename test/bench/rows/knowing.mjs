/** A hundred thousand contacts: read, folded, planned, listed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { identify } from '../../../dist/domain/identity.js';
import { report } from '../../../dist/domain/report.js';
import { fold } from '../../../dist/domain/state.js';
import { attendeeCsv, attendeeTable } from '../../../dist/format/lists/attendee-list.js';
import { readMeeting } from '../../../dist/format/meeting-json.js';
import { readNetworks } from '../../../dist/format/lists/networks-csv.js';
import { words } from '../../../dist/words/words.js';
import { against, clocked, node, sideBySide } from '../measure.mjs';
import { NOW, meetingFolder, networksCsv, writeJournal } from '../scenes.mjs';

const least = (folder) => node([against('list-and-journal.mjs'), folder]);

export async function knowing({ tmp, bin, quick }) {
  const contacts = quick ? 10_000 : 100_000;
  const rounds = quick ? 3 : 5;
  const answered = meetingFolder(tmp, 'answered', contacts);
  await writeJournal(answered, { sent: contacts, answered: contacts - 1 });
  const nearlySent = meetingFolder(tmp, 'nearly-sent', contacts);
  await writeJournal(nearlySent, { sent: contacts * 0.99 });
  const typed = (...args) => node([bin, ...args], { env: { MIKRONET_NOW: NOW } });
  const number = contacts.toLocaleString('en');
  return [
    {
      what: `status, ${number} contacts, ${(3 * contacts).toLocaleString('en')} journal lines`,
      against: 'csv-parse of the list, JSON.parse of each line',
      must: 1.5,
      aim: 1.1,
      measure: () => sideBySide(rounds, typed('status', '-C', answered), least(answered)),
    },
    {
      what: `planning invite, ${number} contacts, 99 % of them sent`,
      against: 'csv-parse of the list, JSON.parse of each line',
      must: 2,
      aim: 1.3,
      measure: () =>
        sideBySide(rounds, typed('invite', '--dry-run', '-C', nearlySent), least(nearlySent)),
    },
    {
      what: `reading and checking ${number} rows`,
      against: 'csv-parse alone, sync',
      must: 1.5,
      aim: 1.15,
      measure: () => reading(contacts, rounds),
    },
    {
      what: `the list of export-attendees, ${number} networks`,
      against: 'csv-stringify alone',
      must: 1.3,
      aim: 1.1,
      measure: () => listing(answered, rounds),
    },
  ];
}

async function reading(contacts, rounds) {
  const say = await words('en', 'reading');
  const bytes = Buffer.from(networksCsv(contacts));
  return sideBySide(
    rounds + 2,
    () => clocked(() => readNetworks(bytes, {}, say)),
    () => clocked(() => parse(bytes, { delimiter: ';' })),
  );
}

async function listing(folder, rounds) {
  const say = await words('en', 'reading');
  const bytes = (name) => readFileSync(join(folder, name));
  const { meeting } = readMeeting(bytes('meeting.json'), say);
  const { rows } = readNetworks(bytes('networks.csv'), {}, say);
  const state = fold(
    bytes('journal.jsonl')
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  );
  const status = report(meeting, identify(meeting, rows, state), state);
  const { headings, rows: made } = attendeeTable(status, meeting, undefined);
  const all = [headings, ...made];
  return sideBySide(
    rounds + 2,
    () =>
      clocked(() =>
        attendeeCsv(attendeeTable(status, meeting, undefined), { delimiter: ';', bom: true }),
      ),
    () => clocked(() => stringify(all, { delimiter: ';', record_delimiter: '\r\n' })),
  );
}
