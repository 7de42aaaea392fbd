/** neomutt, a mail client that people use: it answers as its user would, in a pseudo-terminal. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Site } from './site.ts';

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** Opens the newest mail of the mailbox, presses reply, types above what is quoted, and sends. */
export function reply(site: Site, person: Person, maildir: string, text: string): Promise<void> {
  const above = `printf '%s\\n\\n' "$TEXT" | cat - "$1" >"$1.new" && mv "$1.new" "$1"`;
  return neomutt(site, person, {
    open: ['-f', maildir],
    keys: '<last-entry><reply><send-message><quit>',
    editor: above,
    text,
  });
}

/** Presses a link of a mail, fills in lines of what it opens (label -> value), and sends. */
export function pressLink(
  site: Site,
  person: Person,
  mailto: string,
  lines: Readonly<Record<string, string>>,
): Promise<void> {
  const edits = Object.entries(lines).map(
    ([label, value]) => `-e 's/^${label}:.*/${label}: ${value}/'`,
  );
  return neomutt(site, person, {
    open: [mailto],
    keys: '',
    typed: 'y',
    editor: `sed -i ${edits.join(' ')} "$1"`,
    text: '',
  });
}

interface Errand {
  readonly open: readonly string[];
  /** Pressed once neomutt is there. */
  readonly keys: string;
  /** Typed where it shows what it is about to send. */
  readonly typed?: string;
  /** A line of shell that edits the file "$1". */
  readonly editor: string;
  readonly text: string;
}

async function neomutt(site: Site, person: Person, errand: Errand): Promise<void> {
  const folder = await mkdtemp(join(site.folder, 'neomutt-'));
  // It would ask whether to create it.
  await mkdir(join(folder, 'Mail'));
  const editor = join(folder, 'editor');
  await writeFile(editor, `#!/bin/sh\n${errand.editor}\n`);
  await chmod(editor, 0o755);
  const settings = join(folder, 'settings');
  await writeFile(
    settings,
    `set realname="${person.name}" from="${person.address}" use_from=yes
set smtp_url="smtp://127.0.0.1:${site.ports.smtp}" ssl_starttls=no ssl_force_tls=no
set editor="${editor}" charset=utf-8 sleep_time=0 quit=yes delete=no record=""
set fast_reply=yes autoedit=yes include=yes abort_unmodified=no abort_nosubject=no recall=no
alternative_order text/plain
${errand.keys && `push "${errand.keys}"`}
`,
  );
  const words = ['neomutt', '-n', '-F', settings, ...errand.open];
  const line = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const child = spawn('script', ['-qfec', line, '/dev/null'], {
    env: { ...process.env, HOME: folder, TERM: 'xterm', LC_ALL: 'C.UTF-8', TEXT: errand.text },
  });
  let shown = '';
  let typed = errand.typed ?? '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    shown += stripVTControlCharacters(chunk);
    if (!shown.includes('Security:')) return;
    child.stdin.write(typed);
    typed = '';
  });
  const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const [exit] = (await once(child, 'close')) as [number | null];
  clearTimeout(impatience);
  if (exit !== 0) throw new Error(`neomutt did not send:\n${shown}`);
  await rm(folder, { recursive: true });
}
