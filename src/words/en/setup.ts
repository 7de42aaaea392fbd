/** Setting up: `init`, `check`, `completion`. */
export default {
  shell: 'bash, zsh, fish or powershell',
  completionExamples: [
    ['mikronet completion bash >> ~/.bashrc', 'bash'],
    ['mikronet completion zsh >> ~/.zshrc', 'zsh'],
    ['mikronet completion fish > ~/.config/fish/completions/mikronet.fish', 'fish'],
    ['mikronet completion powershell >> $PROFILE', 'PowerShell'],
  ] as readonly (readonly [string, string])[],
  badShell: (typed: string) => `"${typed}" is not a shell I know`,
  badShellHint: (shells: readonly string[]) => `one of ${shells.join(', ')}`,
};
