/** The way out: whole runs of `invite` to a server that takes everything. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { against, run, sideBySide } from '../measure.mjs';
import { NOW, holesOf, meetingFolder } from '../scenes.mjs';
import { serve } from '../servers/serve.mjs';

const CONNECTIONS = 5;
const ROUND_TRIP = 50;

export async function sending({ tmp, bin, quick, cpu, closing }) {
  const sink = await serve('sink.mjs');
  closing(sink.close);
  const far = await serve('sink.mjs', String(ROUND_TRIP));
  closing(far.close);

  const invited = quick ? 500 : 5_000;
  const twenty = await folderWith(tmp, bin, 20, { connections: 1 });
  const many = await folderWith(tmp, bin, invited, { connections: CONNECTIONS });
  const twoHundred = await folderWith(tmp, bin, 200, { connections: CONNECTIONS });

  const invite = (folder, mails, server, program = bin) => {
    const send = sent(mails, server, process.execPath, [program, 'invite', '--yes', '-C', folder]);
    return async () => {
      rmSync(join(folder, 'journal.jsonl'), { force: true });
      return send();
    };
  };
  const farAway = {
    what: `200 mails, ${ROUND_TRIP} ms of round trip, ${CONNECTIONS} connections`,
    against: 'mails / connections * 2 * round trip',
    must: 1.15,
    aim: 1.05,
    measure: () =>
      sideBySide(
        quick ? 1 : 3,
        invite(twoHundred, 200, far),
        () => (200 / CONNECTIONS) * 2 * ROUND_TRIP,
      ),
  };
  const number = invited.toLocaleString('en');
  return [
    {
      what: 'invite of 20, the whole process',
      against: "awdeorio/mailmerge's work in Python, a connection a mail",
      must: 1.5,
      aim: 1,
      measure: () =>
        sideBySide(
          quick ? 3 : 11,
          invite(twenty, 20, sink),
          sent(20, sink, 'python3', [against('mailmerge.py'), twenty, String(sink.port)]),
        ),
    },
    {
      what: `invite of ${number}, ${CONNECTIONS} connections, journal on`,
      against: 'a plain script: nodemailer pool, compiled templates, no journal',
      must: 1,
      aim: 0.6,
      measure: () =>
        sideBySide(
          quick ? 3 : 5,
          invite(many, invited, sink),
          sent(invited, sink, process.execPath, [
            against('plain-sender.mjs'),
            many,
            String(sink.port),
            String(CONNECTIONS),
          ]),
        ),
    },
    {
      what: `invite of ${number}, journal on`,
      against: 'the same with a journal that forgets',
      must: 1.1,
      aim: 1.03,
      measure: () =>
        sideBySide(
          quick ? 3 : 7,
          invite(many, invited, sink),
          invite(many, invited, sink, against('without-journal.mjs')),
        ),
    },
    // Waiting costs no processor.
    ...(cpu ? [] : [farAway]),
  ];
}

/** As many mails must arrive, whoever sends them. */
function sent(mails, server, command, args) {
  return async () => {
    const { ms } = await run(command, args, {
      env: { MIKRONET_NOW: NOW, MIKRONET_SMTP_URL: `smtp://127.0.0.1:${server.port}` },
    });
    const count = await server.count();
    if (count !== mails) throw new Error(`${count} mails of ${mails} arrived: ${args.join(' ')}`);
    return ms;
  };
}

/** A meeting, with the templates of one of its mails for the others who send them. */
async function folderWith(tmp, bin, contacts, settings) {
  const folder = meetingFolder(tmp, `send-${contacts}`, contacts, { sending: settings });
  const outbox = join(folder, 'outbox');
  await run(
    process.execPath,
    [bin, 'invite', '--outbox', outbox, '--limit', '1', '--yes', '-C', folder],
    { env: { MIKRONET_NOW: NOW } },
  );
  const [file] = readdirSync(outbox).filter((name) => name.endsWith('.eml'));
  const mail = await simpleParser(readFileSync(join(outbox, file)));
  const holes = holesOf(0, mail.messageId);
  const calendar = mail.attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
  for (const [name, text] of [
    ['subject.hbs', mail.subject],
    ['text.hbs', mail.text],
    ['html.hbs', mail.html],
    ['calendar.hbs', calendar.content.toString()],
  ]) {
    writeFileSync(join(folder, name), holes(text));
  }
  return folder;
}
