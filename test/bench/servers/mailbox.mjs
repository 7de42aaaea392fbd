/**
 * An IMAP server over TLS with one INBOX of many mails, in a process of its own: of them `answers` answer
 * the invitations of scenes.mjs, the others are what an association gets besides. It knows what
 * `sync` and against/raw-imap.mjs ask, and answers from memory.
 *
 *     node mailbox.mjs MAILS ANSWERS      forked: sends its port
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:tls';
import { everydayMail, answerMail } from '../scenes.mjs';

const [mails, answers] = process.argv.slice(2).map(Number);
const every = Math.floor(mails / answers);
const box = Array.from({ length: mails }, (_, index) =>
  Buffer.from(index % every === 0 ? answerMail(index / every) : everydayMail(index), 'utf8'),
);

const DATE = '09-May-2012 10:00:00 +0000';

const tls = (name) => readFileSync(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url));
const secured = { key: tls('loopback-key'), cert: tls('loopback-cert') };

const server = createServer({ ...secured, noDelay: true }, (socket) => {
  let rest = '';
  socket.on('error', () => {});
  socket.write('* OK ready\r\n');
  socket.setEncoding('latin1').on('data', (chunk) => {
    rest += chunk;
    for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
      const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(rest.slice(0, end)) ?? [];
      rest = rest.slice(end + 2);
      answer(socket, tag, command);
    }
  });
});

function answer(socket, tag, command) {
  const verb = /^(?:UID )?\S+/i.exec(command)?.[0].toUpperCase();
  const lines = {
    CAPABILITY: ['* CAPABILITY IMAP4rev1 SPECIAL-USE'],
    LIST: command.endsWith(' ""') ? ['* LIST () "/" ""'] : ['* LIST () "/" "INBOX"'],
    LSUB: ['* LSUB () "/" "INBOX"'],
    EXAMINE: [`* ${mails} EXISTS`, '* OK [UIDVALIDITY 1]', `* OK [UIDNEXT ${mails + 1}]`],
    'UID SEARCH': [`* SEARCH ${box.map((_, index) => index + 1).join(' ')}`],
  }[verb];
  if (verb === 'UID FETCH') fetch(socket, command);
  if (lines) socket.write(`${lines.join('\r\n')}\r\n`);
  if (verb === 'LOGOUT') socket.end(`* BYE\r\n${tag} OK\r\n`);
  else socket.write(`${tag} OK done\r\n`);
}

function fetch(socket, command) {
  const [, , set = ''] = command.split(' ');
  const header = /BODY\.PEEK\[HEADER\]/i.test(command);
  const limit = Number(/BODY\.PEEK\[\]<0\.(\d+)>/i.exec(command)?.[1] ?? Number.POSITIVE_INFINITY);
  for (const uid of uidsIn(set)) {
    const mail = box[uid - 1];
    if (!mail) continue;
    const part = header ? mail.subarray(0, mail.indexOf('\r\n\r\n') + 4) : mail.subarray(0, limit);
    const name = header ? 'BODY[HEADER]' : 'BODY[]<0>';
    socket.write(
      `* ${uid} FETCH (UID ${uid} INTERNALDATE "${DATE}" RFC822.SIZE ${mail.length} ${name} {${part.length}}\r\n`,
    );
    socket.write(part);
    socket.write(')\r\n');
  }
}

function* uidsIn(set) {
  for (const range of set.split(',')) {
    const [from, to = from] = range.split(':');
    const last = to === '*' ? mails : Number(to);
    for (let uid = Number(from); uid <= last; uid += 1) yield uid;
  }
}

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());
