/** Colours, where the terminal has them; nothing is said by colour alone. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  /** What needs a hand. */
  alarm(text: string): string;
}

export function paint(colors: boolean): Paint {
  const style = (open: number, close: number) =>
    colors ? (text: string) => `\u001b[${open}m${text}\u001b[${close}m` : (text: string) => text;
  return { bold: style(1, 22), dim: style(2, 22), alarm: style(33, 39) };
}
