import type { Words } from '../words.ts';

export default {
  shell: 'bash, zsh, fish eller powershell',
  completionExamples: [
    ['mikronet completion bash >> ~/.bashrc', 'bash'],
    ['mikronet completion zsh >> ~/.zshrc', 'zsh'],
    ['mikronet completion fish > ~/.config/fish/completions/mikronet.fish', 'fish'],
    ['mikronet completion powershell >> $PROFILE', 'PowerShell'],
  ],
  badShell: (typed) => `"${typed}" er ikke en terminal, jeg kender`,
  badShellHint: (shells) => `en af ${shells.join(', ')}`,
} satisfies Words<'setup'>;
