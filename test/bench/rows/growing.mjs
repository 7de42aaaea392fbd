/** Cost must grow in a straight line: the same at three sizes, as microseconds a contact. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { median, run } from '../measure.mjs';
import { NOW, meetingFolder, writeJournal } from '../scenes.mjs';
import { serve } from '../servers/serve.mjs';

export async function growing({ tmp, bin, quick, closing }) {
  const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
  const sink = await serve('sink.mjs');
  closing(sink.close);
  const folders = new Map();
  for (const size of sizes) {
    const planned = meetingFolder(tmp, `plan-${size}`, size);
    await writeJournal(planned, { sent: size / 2 });
    const answered = meetingFolder(tmp, `answers-${size}`, size);
    await writeJournal(answered, { sent: size, answered: size - 1 });
    // A relay takes what it is given; the time of 20,000 says what 100,000 take.
    const mails = Math.min(size, quick ? 1_000 : 20_000);
    const sent = meetingFolder(tmp, `sent-${size}`, mails, { sending: { connections: 5 } });
    folders.set(size, { planned, answered, sent, mails });
  }
  const typed = (...args) => run(process.execPath, [bin, ...args], options(sink, false));
  const work = {
    plan: (of) => typed('invite', '--dry-run', '-C', of.planned),
    status: (of) => typed('status', '-C', of.answered),
    export: (of) =>
      typed('export-attendees', '-o', join(of.answered, 'list.csv'), '-C', of.answered),
    send: (of) => {
      rmSync(join(of.sent, 'journal.jsonl'), { force: true });
      return typed('invite', '--yes', '-C', of.sent);
    },
  };
  const rows = [];
  for (const [what, command] of Object.entries(work)) {
    const seconds = [];
    for (const size of sizes) {
      const times = [];
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        times.push((await command(folders.get(size))).ms);
      }
      const done = what === 'send' ? folders.get(size).mails : size;
      seconds.push({ size: done, ms: median(times), each: (median(times) * 1_000) / done });
    }
    rows.push({ what, sizes: seconds });
  }
  return rows;
}

/** Peak memory of whole processes. */
export async function remembering({ tmp, bin, quick, closing }) {
  const sink = await serve('sink.mjs');
  closing(sink.close);
  const large = quick ? 20_000 : 100_000;
  const small = meetingFolder(tmp, 'memory-5000', 5_000, { sending: { connections: 5 } });
  const big = meetingFolder(tmp, 'memory-large', large);
  await writeJournal(big, { sent: large * 0.99 });
  const peak = async (...args) => {
    const { peak: bytes } = await run(process.execPath, [bin, ...args], options(sink, true));
    return bytes / 1024 / 1024;
  };
  const number = large.toLocaleString('en');
  const beyond = (kib) => Math.round((kib * (large - 5_000)) / 1_024);
  return [
    {
      what: 'memory, invite of 5,000',
      must: 120,
      aim: 90,
      measure: () => peak('invite', '--yes', '-C', small),
    },
    {
      what: 'memory, status of 5,000 invited',
      must: 120,
      aim: 90,
      measure: () => peak('status', '-C', small),
    },
    {
      what: `memory, status of ${number} contacts, 99 % invited`,
      must: 120 + beyond(2),
      aim: 90 + beyond(1),
      measure: () => peak('status', '-C', big),
    },
    {
      what: `memory, planning invite of ${number} contacts`,
      must: 120 + beyond(2),
      aim: 90 + beyond(1),
      measure: () => peak('invite', '--dry-run', '-C', big),
    },
  ];
}

function options(sink, memory) {
  return {
    memory,
    env: { MIKRONET_NOW: NOW, MIKRONET_SMTP_URL: `smtp://127.0.0.1:${sink.port}` },
  };
}
