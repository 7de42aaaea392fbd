/** `inspect`: how a mail is understood, and why; needs no meeting. */
import type { InspectJson } from '../domain/contract.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { jsonText, printable } from '../format/screens/lines.ts';
import { excerpt } from '../format/screens/mail-line.ts';
import { inspectJson, unreadableJson } from '../understand/inspect-json.ts';
import { understand, type Understanding } from '../understand/understanding.ts';
import { handfuls, mailFiles, type FiledMail, type Unreadable } from '../work/mail-files.ts';
import { words, type Words } from '../words/words.ts';
import {
  examples,
  printLines,
  type CommandModule,
  type Front,
  type SharedFlags,
} from './command.ts';
import { tellSkipped } from './skipped-files.ts';

type Say = Words<'replies'>;

const inspect: CommandModule = async (command, front) => {
  const say = await words(front.language, 'replies');
  command.argument('<file...>', say.inspect.argument);
  examples(command, front, say.inspect.examples);
  command.action(async (files: readonly string[], flags: SharedFlags) =>
    front.done(await run(front, say, files, flags)),
  );
};

export default inspect;

async function run(
  front: Front,
  say: Say,
  files: readonly string[],
  flags: SharedFlags,
): Promise<ExitCode> {
  const { world } = front;
  const { parseMail } = await import('../format/mail/incoming-mail.ts');
  // Data is English, whatever the language of the screen.
  const reasons = (flags.json ? await words('en', 'replies') : say).inspect.whys;
  const skipped: Unreadable[] = [];
  const understood = async ({ file, bytes }: FiledMail) => {
    const parsed = await parseMail(bytes).catch(() => undefined);
    if (!parsed) return unreadableJson(file, reasons.unreadable);
    const said = understand(parsed);
    return inspectJson(file, parsed, said, reasonOf(said, reasons));
  };
  const lines = (mail: InspectJson) =>
    flags.json ? [jsonText(mail, 0).trimEnd()] : inWords(mail, say).map((line) => printable(line));
  for await (const mails of handfuls(mailFiles(world, files, (what) => skipped.push(what)))) {
    const told = (await Promise.all(mails.map(understood))).flatMap(lines);
    printLines(world, told);
    if (world.interruption.aborted) break;
  }
  tellSkipped(front, skipped, say);
  return skipped.length > 0 ? EXIT.attention : EXIT.done;
}

function reasonOf({ why, sentence }: Understanding, reasons: Say['inspect']['whys']): string {
  return sentence === undefined ? reasons[why] : `${reasons[why]}: ${excerpt(sentence)}`;
}

/** A head line and what there is to tell, indented. */
function inWords(mail: InspectJson, say: Say): readonly string[] {
  const { kinds } = say.inspect;
  const what = [
    kinds[mail.kind],
    ...(mail.answer === null ? [] : [say.answers[mail.answer]]),
    ...(mail.seats === null ? [] : [say.seats(mail.seats)]),
    ...mail.names,
  ].join(', ');
  return [
    `${mail.file}: ${what}`,
    `  ${mail.reason}`,
    ...mail.bounces.map(
      ({ recipient, status, permanent, delayed }) =>
        `  ${recipient ?? '?'}${status === null ? '' : ` ${status}`}: ${
          delayed
            ? say.inspect.delayed
            : permanent
              ? say.inspect.permanent
              : say.inspect.notPermanent
        }`,
    ),
    ...(mail.text === '' ? [] : [`  ${say.line.quoted(excerpt(mail.text, 300))}`]),
  ];
}
