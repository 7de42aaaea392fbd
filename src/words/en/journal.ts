/** The journal: what is wrong with it, and who writes it. */
import { minuteOf } from '../dates.ts';

export default {
  notJson: (line: string) => `"${line}" is not a line that mikronet wrote`,
  badField: (field: string, line: string) =>
    `"${field}" is missing or is not what mikronet writes there: "${line}"`,
  mendHint:
    'take a copy of the file first; then mend the line, or take it out if it was never part of the journal',
  newerVersion: (version: string) => `made by a newer mikronet (version ${version} of the journal)`,
  newerType: (type: string) => `made by a newer mikronet ("${type}")`,
  newerHint: 'update mikronet on this computer',
  notUtf8: 'the line is not UTF-8: another programme has saved the journal',
  ruined: 'this is no journal, or what a power cut left of one',
  ruinedHint:
    'bring back an earlier copy of it (a backup, or the earlier versions of a synced folder): without it nobody knows who was invited. If nothing was ever sent, delete the file',
  deadLink: 'this is a link, and where it leads there is nothing',
  deadLinkHint:
    'is the drive or the folder with the journal connected? Without it nobody knows who was invited. If nothing was ever sent, put an empty file there, or delete the link',
  tooLong: (megabytes: number) => `a line of more than ${megabytes} MB`,
  locked: (user: string, host: string, since: string) =>
    `${user} on ${host} is writing the journal right now (since ${minuteOf(since)})`,
  lockedHint: (lock: string) =>
    `nothing is lost: run the same command again in a moment. If nobody runs mikronet on that computer any more, delete ${lock}`,
  lockLost: 'another run or programme has changed the journal meanwhile, so this run stopped',
  lockLostHint: 'nothing is lost: run the same command again',
  full: 'the disk is full',
  fullHint: 'nothing is lost: make room and run the same command again',
  merge: {
    argument: 'the other copy of journal.jsonl',
    examples: [
      ['mikronet merge "journal (conflicted copy).jsonl"', 'what a sync service left behind'],
      ['mikronet merge ~/usb/journal.jsonl', 'the copy of somebody who worked on her own'],
    ] as readonly (readonly [string, string])[],
    itself: 'that is the journal of this meeting itself',
    notAJournal: 'this is not a journal of mikronet',
    unbegun: 'this meeting has no journal yet',
    unbegunHint: 'copy the other one to journal.jsonl in the folder of the meeting',
    otherMeeting: (ours: string, theirs: string) =>
      `that is the journal of another meeting: "${theirs}", not "${ours}"`,
    otherBeginning: 'that journal was begun separately from this one',
    otherBeginningHint:
      'two journals can be joined only if one is a copy of the other: their references differ. Write its answers down with `mikronet record`',
    done: (added: number) =>
      added === 0
        ? 'Nothing new in it: this journal has every line already.'
        : `${added} ${added === 1 ? 'line' : 'lines'} joined.`,
    moved: (from: string, to: string) => `${from} is done with and is now called ${to}.`,
    twice: (network: string, address: string) =>
      `${network}: both of you sent ${address} the same mail; most mailboxes show it once`,
    next: 'Next: `mikronet status`',
  },
};
