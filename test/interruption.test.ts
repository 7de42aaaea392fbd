/** Ctrl-C and a polite kill, met by the real program while it waits for somebody else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from './support/journal.ts';
import { meetingOf, run, start } from './support/program.ts';
import { inTerminal, TERMINATE } from './support/pty.ts';

const BIN = fileURLToPath(new URL('../bin/mikronet.js', import.meta.url));

describe.each(['SIGINT', 'SIGTERM'] as const)('%s ends with 130', (signal) => {
  test('a sending to a server that says nothing; the next run goes on', async () => {
    const cwd = meetingOf(3);
    const server = createServer((socket) => void socket.on('error', () => {}));
    server.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const env = { MIKRONET_SMTP_URL: `smtp://127.0.0.1:${port}` };
    const running = start(['invite', '--yes'], { cwd, env });
    await once(server, 'connection');
    running.kill(signal);
    const { exit, stdout, stderr } = await running.ended;
    expect(exit).toBe(130);
    expect(stdout).toBe('0 mails sent.\n');
    expect(stderr).toContain('Stopped. 3 mails are still to be sent');
    const { stdout: plan } = await run(['invite', '--dry-run', '--json'], { cwd, env });
    expect(JSON.parse(plan).planned).toHaveLength(3);
  });

  test('a reading of standard input to which nobody writes the end', async () => {
    const child = spawn(process.execPath, [BIN, 'inspect', '-'], { cwd: temporaryFolder() });
    // More than fits into the pipe: once it is through, somebody reads.
    await new Promise((through) => child.stdin.write('x'.repeat(500_000), through));
    child.kill(signal);
    const [exit] = await once(child, 'close');
    expect(exit).toBe(130);
  });
});

test('a kill ends a question as Ctrl-C does, with nothing written', async () => {
  const cwd = meetingOf(1);
  const { exit } = await inTerminal(
    ['record', 'Network 1'],
    { cwd, env: { MIKRONET_LANG: 'en', XDG_CONFIG_HOME: join(cwd, 'none') } },
    [['What do they say?', TERMINATE]],
  );
  expect(exit).toBe(130);
});
