/** Completion scripts: what a shell needs to know of the commands, in each shell's own words. */

export interface CommandShape {
  readonly name: string;
  readonly summary: string;
  /** `--only`, `-o` …, with what they mean. */
  readonly flags: readonly { readonly flag: string; readonly meaning: string }[];
}

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** The script to be read by the shell when it starts. */
export function completionScript(shell: Shell, commands: readonly CommandShape[]): string {
  return `${WRITERS[shell](commands).join('\n')}\n`;
}

const WRITERS: Readonly<Record<Shell, (commands: readonly CommandShape[]) => readonly string[]>> = {
  bash: (commands) => [
    '_mikronet() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" word before="" command="" choices=""',
    '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
    '    case "$before $word" in *" -"* | "-C "* | "--folder "*) ;; *) command="$word"; break ;; esac',
    '    before="$word"',
    '  done',
    '  case "$command" in',
    `    "") choices="${commands.map(({ name }) => name).join(' ')}" ;;`,
    ...commands.map(
      ({ name, flags }) => `    ${name}) choices="${flags.map(({ flag }) => flag).join(' ')}" ;;`,
    ),
    '  esac',
    '  COMPREPLY=( $(compgen -W "$choices" -- "$current") )',
    '}',
    'complete -o default -F _mikronet mikronet',
  ],

  zsh: (commands) => [
    '#compdef mikronet',
    '_mikronet() {',
    '  local -a commands',
    '  commands=(',
    ...commands.map(({ name, summary }) => `    ${single(`${name}:${summary}`)}`),
    '  )',
    '  if (( CURRENT == 2 )); then _describe command commands; return; fi',
    '  case "$words[2]" in',
    ...commands.flatMap(({ name, flags }) => [
      `    ${name}) _arguments \\`,
      ...flags.map(
        ({ flag, meaning }) =>
          `      ${single(`${flag}[${meaning.replaceAll(/[[\]\\]/g, '')}]`)} \\`,
      ),
      "      '*:file:_files' ;;",
    ]),
    '  esac',
    '}',
    'compdef _mikronet mikronet',
  ],

  fish: (commands) => [
    'complete -c mikronet -f',
    ...commands.flatMap(({ name, summary, flags }) => [
      `complete -c mikronet -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
      ...flags.map(({ flag, meaning }) => {
        const as = flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`;
        return `complete -c mikronet -n '__fish_seen_subcommand_from ${name}' ${as} -d ${fishQuoted(meaning)}`;
      }),
    ]),
  ],

  powershell: (commands) => [
    'Register-ArgumentCompleter -Native -CommandName mikronet -ScriptBlock {',
    '  param($wordToComplete, $commandAst, $cursorPosition)',
    '  $flags = @{',
    ...commands.map(
      ({ name, flags }) => `    '${name}' = ${flags.map(({ flag }) => `'${flag}'`).join(', ')}`,
    ),
    '  }',
    '  $command = $commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" } | Where-Object { $flags.ContainsKey($_) } | Select-Object -First 1',
    '  $choices = if ($command) { $flags[$command] } else { $flags.Keys | Sort-Object }',
    '  $choices | Where-Object { $_ -like "$wordToComplete*" } |',
    "    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }",
    '}',
  ],
};

/** In single quotes, for sh and its kin. */
function single(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}
