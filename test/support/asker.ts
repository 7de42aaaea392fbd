/** Somebody who answers questions from a list, and remembers what was asked. */
import type { Asker, Terminal } from '../../src/world.ts';

export interface Dialogue {
  readonly terminal: Partial<Terminal>;
  /** Each question, with the choices it offered. */
  readonly asked: { readonly message: string; readonly choices?: readonly string[] }[];
}

/** Answers in order: a choice by the beginning of its name, a text as typed, '' for Enter. */
export function dialogue(answers: readonly string[]): Dialogue {
  const left = [...answers];
  const asked: Dialogue['asked'] = [];
  const next = (message: string) => {
    const answer = left.shift();
    if (answer === undefined) throw new Error(`nobody answers "${message}"`);
    return answer;
  };
  const asker: Asker = {
    async input({ message, default: usual = '', validate }) {
      asked.push({ message });
      const typed = next(message);
      const value = typed === '' ? usual : typed;
      const valid = (await validate?.(value)) ?? true;
      if (valid !== true) throw new Error(valid);
      return value;
    },
    select({ message, choices }) {
      asked.push({ message, choices: choices.map(({ name }) => name) });
      const typed = next(message);
      const chosen = choices.find(({ name }) => name.startsWith(typed));
      return chosen
        ? Promise.resolve(chosen.value)
        : Promise.reject(new Error(`no choice begins with "${typed}"`));
    },
    confirm({ message }) {
      asked.push({ message });
      return Promise.resolve(next(message) === 'yes');
    },
    password({ message }) {
      asked.push({ message });
      return Promise.resolve(next(message));
    },
  };
  return { asked, terminal: { canAsk: true, ask: () => Promise.resolve(asker) } };
}
