/** A transport that is opened when it is first needed, and closed where it was. */
import type { Transport } from '../world.ts';

export class LazyTransport {
  /** The server has taken or refused a message in this run: its settings are right. */
  hasAnswered = false;
  private readonly open: () => Promise<Transport>;
  private transport: Promise<Transport> | undefined;

  constructor(open: () => Promise<Transport>) {
    this.open = open;
  }

  opened(): Promise<Transport> {
    return (this.transport ??= this.open());
  }

  /** Lets it connect while there is something else to do; what goes wrong is said to who needs it. */
  connectAhead(messages: number): void {
    if (messages === 0) return;
    this.opened().then(
      (transport) => transport.connectAhead?.(messages),
      () => {},
    );
  }

  async close(): Promise<void> {
    const { transport } = this;
    this.transport = undefined;
    // Where it could not be opened there is nothing to close.
    await (await transport?.catch(() => {}))?.close();
  }
}
