/** A bare socket that fetches what is needed at least: the header of every mail. */
import { connect } from 'node:net';

const socket = connect(Number(process.argv[2]), '127.0.0.1');
const commands = [
  'LOGIN "bench" "bench"',
  'EXAMINE INBOX',
  'UID FETCH 1:* (UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER])',
  'LOGOUT',
];
let at = -1;
let bytes = 0;
let end = '';
socket.setEncoding('latin1').on('data', (chunk) => {
  bytes += chunk.length;
  end = (end + chunk).slice(-200);
  const isDone =
    at === -1
      ? end.startsWith('* OK')
      : end.includes(`\r\nt${at} OK`) || end.startsWith(`t${at} OK`);
  if (!isDone) return;
  at += 1;
  end = '';
  if (commands[at]) socket.write(`t${at} ${commands[at]}\r\n`);
});
socket.on('close', () => process.stdout.write(`${bytes}\n`));
