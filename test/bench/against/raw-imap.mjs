/**
 * A bare socket that asks for what `sync` asks for, the beginning of every mail, cuts the answer
 * into mails and takes their headers apart: nobody who wants to know what came can do less.
 *
 *     node raw-imap.mjs PORT BYTES      BYTES of each mail
 */
import { connect } from 'node:tls';

const [port, bytes] = process.argv.slice(2).map(Number);
const commands = [
  'LOGIN "bench" "bench"',
  'EXAMINE INBOX',
  `UID FETCH 1:* (UID RFC822.SIZE INTERNALDATE BODY.PEEK[]<0.${bytes}>)`,
  'LOGOUT',
];
const mails = [];
let at = -1;
/** What came of an answer that is not there whole yet. */
let rest = Buffer.alloc(0);

const socket = connect(port, '127.0.0.1');
socket.on('data', (chunk) => {
  const whole = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
  rest = whole.subarray(taken(whole));
});
socket.on('close', () => {
  process.stdout.write(`${mails.length} ${mails.filter(({ subject }) => subject).length}\n`);
});

/** How many bytes were whole answers. */
function taken(whole) {
  for (let from = 0; ;) {
    const end = whole.indexOf('\r\n', from);
    if (end === -1) return from;
    const line = whole.toString('latin1', from, end);
    const size = Number(/\{(\d+)\}$/.exec(line)?.[1] ?? -1);
    if (size >= 0) {
      const close = whole.indexOf('\r\n', end + 2 + size);
      if (close === -1) return from;
      const [, uid, received] = /UID (\d+).*INTERNALDATE "([^"]+)"/.exec(line);
      const start = whole.toString('latin1', end + 2, end + 2 + size);
      mails.push({ uid: Number(uid), received: new Date(received), ...fieldsOf(start) });
      from = close + 2;
      continue;
    }
    from = end + 2;
    if (at === -1 || line.startsWith(`t${at} OK`)) {
      at += 1;
      if (commands[at]) socket.write(`t${at} ${commands[at]}\r\n`);
    }
  }
}

/** The fields of a header, unfolded, by their names. */
function fieldsOf(start) {
  const end = start.indexOf('\r\n\r\n');
  const header = end === -1 ? start : start.slice(0, end);
  const fields = {};
  for (const line of header.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    fields[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return fields;
}
