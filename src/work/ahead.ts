/**
 * Composes the next messages while there is nothing else to do: while the server is being reached,
 * and while the disk keeps what was begun.
 */
import type { Clock } from '../world.ts';

export interface ComposingAhead<Step, Message> {
  readonly clock: Pick<Clock, 'turn'>;
  readonly steps: readonly Step[];
  compose(step: Step): Promise<Message>;
  /** Somebody waits for us: not now. */
  isBusy(): boolean;
}

/** As many as two rounds of a good number of connections take. */
const MOST = 10;

/** The messages of some steps, in their order. */
export class Ahead<Step, Message> {
  private readonly setting: ComposingAhead<Step, Message>;
  private readonly ready: Promise<Message>[] = [];
  private taken = 0;
  private composing = false;

  constructor(setting: ComposingAhead<Step, Message>) {
    this.setting = setting;
  }

  get isEmpty(): boolean {
    return this.taken >= this.setting.steps.length;
  }

  next(): { readonly step: Step; readonly message: Promise<Message> } {
    const step = this.setting.steps[this.taken]!;
    const message = this.ready.shift() ?? this.setting.compose(step);
    this.taken += 1;
    return { step, message };
  }

  /** One a turn, so that whatever comes in meanwhile goes first. */
  async goOn(): Promise<void> {
    if (this.composing) return;
    this.composing = true;
    const { clock, steps, compose, isBusy } = this.setting;
    while (this.ready.length < MOST) {
      await clock.turn();
      const step = steps[this.taken + this.ready.length];
      if (step === undefined || isBusy()) break;
      const message = compose(step);
      // Told to who takes it.
      message.catch(() => {});
      this.ready.push(message);
    }
    this.composing = false;
  }
}
