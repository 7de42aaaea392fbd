/** Answers: the mailbox read, mails understood. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { against, node, sideBySide } from '../measure.mjs';
import { NOW, answerMail, everydayMail, meetingFolder, writeJournal } from '../scenes.mjs';
import { serve } from '../servers/serve.mjs';

/** As much of each mail as `sync` asks for (src/io/imap-mailbox.ts). */
const START_BYTES = 12 * 1024;

export async function mailbox({ tmp, bin, quick, closing }) {
  const mails = quick ? 2_000 : 10_000;
  const answers = mails / 50;
  const server = await serve('mailbox.mjs', String(mails), String(answers));
  closing(server.close);
  const folder = meetingFolder(tmp, 'mailbox', 400);
  await writeJournal(folder, { sent: 400 });
  const journal = readFileSync(join(folder, 'journal.jsonl'));
  const trusting = {
    NODE_EXTRA_CA_CERTS: fileURLToPath(
      new URL('../../fixtures/tls/loopback-cert.pem', import.meta.url),
    ),
  };
  const env = {
    ...trusting,
    MIKRONET_NOW: NOW,
    MIKRONET_IMAP_URL: `imaps://bench:bench@127.0.0.1:${server.port}`,
  };

  const sync = node([bin, 'sync', '-C', folder], { env });

  const files = quick ? 300 : 3_000;
  const eml = join(tmp, 'eml');
  mkdirSync(eml);
  for (let index = 0; index < files; index += 1) {
    const mail = index % 2 === 0 ? answerMail(index) : everydayMail(index);
    writeFileSync(join(eml, `${index}.eml`), mail);
  }

  return [
    {
      what: `sync of ${mails.toLocaleString('en')} mails, ${answers} answers`,
      against: 'a raw socket that fetches as much and takes the headers apart',
      must: 2.5,
      aim: 1.2,
      measure: () =>
        sideBySide(
          quick ? 3 : 7,
          async () => {
            writeFileSync(join(folder, 'journal.jsonl'), journal);
            return sync();
          },
          node([against('raw-imap.mjs'), String(server.port), String(START_BYTES)], {
            env: trusting,
          }),
        ),
    },
    {
      what: `inspect of ${files.toLocaleString('en')} mails`,
      against: 'mailparser alone',
      must: 1.5,
      aim: 1.1,
      measure: () =>
        sideBySide(
          quick ? 3 : 5,
          node([bin, 'inspect', '--json', eml]),
          node([against('mailparser-alone.mjs'), eml]),
        ),
    },
  ];
}
