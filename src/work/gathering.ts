/**
 * Before its content leaves, a message is written down as begun, and the disk takes about as long
 * for five of them as for one. Connections that come to this point at about the same time share
 * one flush.
 */
import type { FactDraft } from '../domain/facts.ts';
import type { Clock } from '../world.ts';

/**
 * How long the first one waits for the others. A turn of a busy process is long, and they are on
 * their way; one of an idle process is over at once: then nobody is near.
 */
const TURNS = 6;

export class Gathering {
  private readonly clock: Pick<Clock, 'turn'>;
  private readonly append: (...facts: readonly FactDraft[]) => Promise<unknown>;
  private group: Group | undefined;

  constructor(clock: Pick<Clock, 'turn'>, append: Gathering['append']) {
    this.clock = clock;
    this.append = append;
  }

  /** Somebody waits for company. */
  get isOpen(): boolean {
    return this.group !== undefined;
  }

  /** Resolves once `facts` are on the disk. `company`: how many may come, with this one. */
  async join(facts: readonly FactDraft[], company: number): Promise<void> {
    const group = this.group ?? new Group();
    const isFirst = group !== this.group;
    this.group = group;
    group.facts.push(...facts);
    group.size += 1;
    if (group.size >= company) this.write(group);
    else if (isFirst) void this.writeInTime(group);
    await group.written;
  }

  private async writeInTime(group: Group): Promise<void> {
    for (let turn = 0; turn < TURNS && this.group === group; turn += 1) await this.clock.turn();
    this.write(group);
  }

  /** Who comes from now on belongs to the next group. */
  private write(group: Group): void {
    if (this.group !== group) return;
    this.group = undefined;
    group.end(this.append(...group.facts));
  }
}

class Group {
  readonly facts: FactDraft[] = [];
  size = 0;
  readonly written: Promise<unknown>;
  /** Tells all of them what becomes of what they wrote. */
  end: (written: Promise<unknown>) => void = () => {};

  constructor() {
    this.written = new Promise((resolve) => (this.end = resolve));
  }
}
