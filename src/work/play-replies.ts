/** The cast of the demo answers the invitations that its mail server received. */
import { answersTo, playReply, readInvitation } from '../format/mail/played-reply.ts';
import type { Files, ReceivedMail } from '../world.ts';

const CAST = ['data', 'demo'];

/** Writes a mail for each of the cast into `folder`; how many. */
export async function playReplies(
  files: Files,
  received: readonly ReceivedMail[],
  folder: string,
): Promise<number> {
  const cast = files.path(files.shipped, ...CAST);
  const names = (await files.list(cast)).filter((name) => name.endsWith('.eml'));
  await files.makeFolder(folder);
  for (const name of names) {
    const template = new TextDecoder().decode(await files.read(files.path(cast, name)));
    const address = answersTo(template);
    // A stranger has heard of the meeting, and needs only the organiser's address.
    const theirs = received.find(({ to }) => address === undefined || to.includes(address));
    if (!theirs) throw new Error(`${name}: no invitation to ${address}`);
    const reply = playReply(template, await readInvitation(theirs.bytes));
    await files.write(files.path(folder, name), reply);
  }
  return names.length;
}
