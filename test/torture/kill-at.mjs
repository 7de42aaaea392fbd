// Loaded into the program with `node --import`: kills it, with SIGKILL, at one write of the journal.
// KILL_AT is `<moment>:<n>`: before, in the middle of, or after the nth write, or after its flush.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [moment, nth] = (process.env.KILL_AT ?? '').split(':');
const { writeSync, fdatasync } = fs;
let writes = 0;
let flushes = 0;

const die = () => process.kill(process.pid, 'SIGKILL');

fs.writeSync = (fd, bytes, ...rest) => {
  const now = (writes += 1) > Number(nth);
  if (now && moment === 'before-write') die();
  if (now && moment === 'mid-write') {
    writeSync(fd, bytes, 0, 1 + ((writes * 37) % (bytes.length - 1)));
    die();
  }
  const written = writeSync(fd, bytes, ...rest);
  if (now && moment === 'after-write') die();
  return written;
};
fs.fdatasync = (fd, done) =>
  fdatasync(fd, (error) => {
    if ((flushes += 1) > Number(nth) && moment === 'after-flush') die();
    done(error);
  });
syncBuiltinESMExports();
