import { describe, expect, test } from 'vitest';
import { cli } from '../src/cli.ts';
import { formatProblem } from '../src/format/screens/problem.ts';
import general from '../src/words/en/general.ts';
import type { World } from '../src/world.ts';
import { terminal } from './support/terminal.ts';

/** The front door touches nothing of the world but these. */
async function type(line: string, env: World['env'] = {}) {
  const recorded = terminal({ columns: 80 });
  const world = {
    terminal: recorded,
    env,
    interruption: new AbortController().signal,
  } as unknown as World;
  const exit = await cli(line.split(' ').filter(Boolean), world, () => '1.2.3');
  return { exit, stdout: recorded.stdout, stderr: recorded.stderr };
}

describe('the front door', () => {
  test.each(['--help', '-h', 'help', 'help --json', '--json --help'])(
    '`mikronet %s` lists the commands',
    async (line) => {
      const { exit, stdout, stderr } = await type(line);
      expect(exit).toBe(0);
      expect(stdout).toContain('Usage: mikronet <command> [options]');
      expect(stdout).toContain('\n  completion ');
      expect(stderr).toBe('');
    },
  );

  test('the list of commands fits narrow terminals', async () => {
    const { stdout } = await type('--help');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('says its version', async () => {
    expect(await type('--version')).toEqual({ exit: 0, stdout: '1.2.3\n', stderr: '' });
  });

  test('`help <command>` and `<command> --help` are the same', async () => {
    const { exit, stdout } = await type('help completion');
    expect(exit).toBe(0);
    expect(stdout).toContain('Usage: mikronet completion [options] <shell>');
    expect(stdout).toContain('Examples:');
    expect(await type('completion --help')).toEqual({ exit, stdout, stderr: '' });
    expect(await type('--json completion -h')).toEqual({ exit, stdout, stderr: '' });
  });

  test.each([
    ['aflys', 'send cancellation'],
    ['Ændring', 'send update'],
    ['tak', 'send thanks'],
    ['confirm', 'send confirmation'],
  ])('Danish "%s" is answered with `%s`', async (typed, meant) => {
    const { exit, stderr } = await type(typed, { MIKRONET_LANG: 'da' });
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: `der er ingen kommando "${typed}"\n  råd: mente du ${meant}?\n`,
    });
  });

  test('helps in Danish', async () => {
    const { stdout } = await type('status --help', { MIKRONET_LANG: 'da' });
    expect(stdout.match(/^.*:$|^Brug.*$/gm)).toEqual([
      'Brug: mikronet status [valg] [netværk]',
      'Argumenter:',
      'Valg:',
      'I alle kommandoer:',
      'Eksempler:',
    ]);
    expect(stdout).not.toMatch(/Usage|Options|Examples|display help/);
  });

  test.each([
    ['undo', ['In every command:', 'Examples:']],
    ['status', ['Arguments:', 'Options:', 'In every command:', 'Examples:']],
  ])('what only `%s` has comes first, what all have after it', async (name, headings) => {
    expect((await type(`${name} -h`)).stdout.match(/^\S.*:$/gm)).toEqual(headings);
  });

  test('flags may stand before the command, and a value may be the name of another', async () => {
    const { exit, stdout } = await type('-C status completion bash');
    expect(exit).toBe(0);
    expect(stdout).toContain('complete -o default -F _mikronet mikronet');
  });

  test.each([
    ['completino bash', 'there is no command "completino"\n  hint: did you mean completion?\n'],
    [
      'status --<constructor>',
      'there is no option "--<constructor>"\n  hint: see `mikronet status --help`\n',
    ],
    ['cancel', 'there is no command "cancel"\n  hint: did you mean send cancellation?\n'],
    ['thank', 'there is no command "thank"\n  hint: did you mean send thanks?\n'],
    ['update', 'there is no command "update"\n  hint: did you mean send update?\n'],
    ['invitation', 'there is no command "invitation"\n  hint: did you mean invite?\n'],
    ['xyzzy', 'there is no command "xyzzy"\n  hint: see `mikronet --help`\n'],
    ['undo --hepl', 'there is no option "--hepl"\n  hint: did you mean --help?\n'],
    ['completion bash --jsno', 'there is no option "--jsno"\n  hint: did you mean --json?\n'],
    [
      'completion',
      '<shell> is missing\n  hint: bash, zsh, fish or powershell; see `mikronet completion --help`\n',
    ],
    [
      'completion bash zsh',
      '"zsh" is one word too many\n  hint: see `mikronet completion --help`\n',
    ],
    [
      'completion bash --folder',
      '-C, --folder <dir> needs a value after it\n  hint: see `mikronet completion --help`\n',
    ],
    [
      'completion tcsh',
      '"tcsh" is not a shell I know\n  hint: one of bash, zsh, fish, powershell\n',
    ],
  ])('`mikronet %s` is a usage error with the way out', async (line, stderr) => {
    expect(await type(line)).toEqual({ exit: 2, stdout: '', stderr });
  });

  test('usage errors are in Danish too', async () => {
    const { stderr } = await type('completion bash --jsno', { LANG: 'da_DK.UTF-8' });
    expect(stderr).toBe('der er intet valg "--jsno"\n  råd: mente du --json?\n');
  });
});

test('a problem is shown with its place, the line itself and the way out', () => {
  const problem = {
    file: 'networks.csv',
    line: 14,
    message: '"kim@@example.org" is not an e-mail address',
    excerpt: 'Fjordhaven;Kim;kim@@example.org',
    hint: 'one address in the cell, as in kim@example.org',
  };
  expect(formatProblem(problem, general)).toBe(
    [
      'networks.csv:14: "kim@@example.org" is not an e-mail address',
      '  14 | Fjordhaven;Kim;kim@@example.org',
      '  hint: one address in the cell, as in kim@example.org',
    ].join('\n'),
  );
});

test('not even a bug that quotes what strangers wrote steers the terminal', async () => {
  const recorded = terminal({ columns: 80 });
  const world = {
    terminal: {
      ...recorded,
      out() {
        throw new Error('unexpected \u001b[2J\u202e');
      },
    },
    env: {},
    interruption: new AbortController().signal,
  } as unknown as World;
  expect(await cli(['--version'], world, () => '1.2.3')).toBe(70);
  expect(recorded.stderr).toContain('unexpected [2J\n');
});

test('what strangers wrote cannot steer the terminal from an error', () => {
  expect(formatProblem({ message: '"\u001b[2J\r\nok" is wrong' }, general)).toBe(
    '" [2J ok" is wrong',
  );
});
