/**
 * An SMTP server that takes every mail and keeps nothing, in a process of its own. `delay` is the
 * round trip in milliseconds: every answer comes that late.
 *
 *     node sink.mjs [delay]     forked: sends its port; answers 'count' with the mails since last asked
 */
import { createServer } from 'node:net';

const delay = Number(process.argv[2] ?? 0);
let mails = 0;

const EHLO =
  '250-sink\r\n250-PIPELINING\r\n250-SIZE 50000000\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME\r\n';

const server = createServer({ noDelay: true }, (socket) => {
  let rest = '';
  let inContent = false;
  const say = (text) => {
    if (delay === 0) socket.write(text);
    else setTimeout(() => socket.writable && socket.write(text), delay);
  };
  socket.on('error', () => {});
  socket.setEncoding('latin1').on('data', (chunk) => {
    rest += chunk;
    let answer = '';
    for (;;) {
      const mark = inContent ? '\r\n.\r\n' : '\r\n';
      const end = rest.indexOf(mark);
      if (end === -1) break;
      const line = rest.slice(0, end);
      rest = rest.slice(end + mark.length);
      if (inContent) {
        inContent = false;
        mails += 1;
        answer += '250 2.0.0 queued\r\n';
        continue;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'QUIT') {
        socket.end(`${answer}221 bye\r\n`);
        return;
      }
      inContent = verb === 'DATA';
      answer += inContent ? '354 go ahead\r\n' : verb === 'EHLO' ? EHLO : '250 2.1.0 ok\r\n';
    }
    if (answer !== '') say(answer);
  });
  say('220 sink\r\n');
});

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('message', (message) => {
  if (message !== 'count') return;
  process.send({ count: mails });
  mails = 0;
});
process.on('disconnect', () => process.exit());
