/** What a person waits for at twenty networks: the start. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { node, sideBySide } from '../measure.mjs';
import { NOW, meetingFolder, writeJournal } from '../scenes.mjs';

export async function starting({ tmp, bin, project, quick }) {
  const rounds = quick ? 5 : 21;
  const sample = join(tmp, 'sample');
  cpSync(join(project, 'data/traef-2012'), sample, { recursive: true });
  const twenty = meetingFolder(tmp, 'twenty', 20);
  await writeJournal(twenty, { sent: 20, answered: 12 });
  const typed = (...args) => node([bin, ...args], { env: { MIKRONET_NOW: NOW } });
  const row = (what, must, aim, work) => ({
    what,
    against: 'node -e 0',
    must,
    aim,
    measure: () => sideBySide(rounds, work, node(['-e', '0'])),
  });
  return [
    row('--help', 1.4, 1.2, typed('--help')),
    row('status, the sample', 1.8, 1.35, typed('status', '-C', sample)),
    row('status, 20 networks, 12 answers', 1.8, 1.35, typed('status', '-C', twenty)),
  ];
}
