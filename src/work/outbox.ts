/** Where mails go that are not to be sent: the exact bytes, each in a file of its own. */
import type { Files, Transport } from '../world.ts';

/** Writes `<Message-ID>.eml` into `folder`, which need not exist yet. */
export function outbox(files: Files, folder: string): Transport {
  let made: Promise<void> | undefined;
  return {
    connections: 1,
    async send({ messageId, bytes }, beforeContent) {
      await (made ??= files.makeFolder(folder));
      await beforeContent();
      const name = `${messageId.replaceAll(/[^\w.@-]/g, '_')}.eml`;
      await files.write(files.path(folder, name), bytes, { overLinks: true });
      return { kind: 'sent', response: name };
    },
    close: () => Promise.resolve(),
  };
}
