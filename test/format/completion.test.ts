import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { completionScript } from '../../src/format/completion.ts';

const commands = [
  {
    name: 'invite',
    summary: "Send each contact's invitation.",
    flags: [{ flag: '--only', meaning: 'only [these]' }],
  },
  { name: 'inspect', summary: 'Show.', flags: [] },
  {
    name: 'status',
    summary: 'Where each stands.',
    flags: [
      { flag: '--silent', meaning: 'who' },
      { flag: '-C', meaning: 'folder' },
    ],
  },
];

function complete(...typed: string[]): string[] {
  const script = `${completionScript('bash', commands)}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mikronet; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync('bash', ['-c', script, 'bash', 'mikronet', ...typed], {
    encoding: 'utf8',
  });
  return out.split('\n').filter(Boolean);
}

test('bash completes commands, and the flags of the command typed', () => {
  expect(complete('in')).toEqual(['invite', 'inspect']);
  expect(complete('status', '--')).toEqual(['--silent']);
  expect(complete('--json', 'invite', '--o')).toEqual(['--only']);
  expect(complete('-C', 'invite', 'st')).toEqual(['status']);
});

test.each([
  ['zsh', "'invite:Send each contact'\\''s invitation.'", "'--only[only these]'"],
  ['fish', "-a invite -d 'Send each contact\\'s invitation.'", "-l only -d 'only [these]'"],
  ['powershell', "'invite' = '--only'", "'status' = '--silent', '-C'"],
] as const)('%s gets names, summaries and flags in its own quoting', (shell, ...parts) => {
  const script = completionScript(shell, commands);
  for (const part of parts) expect(script).toContain(part);
});
