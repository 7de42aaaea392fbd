/** What is allowed and yet probably not meant: what `check` says beyond what cannot be read. */
import { domainOf } from '../domain/hosts.ts';
import { isFreeMail, likelyMeant } from '../domain/mail-domains.ts';
import { foldName, near } from '../domain/names.ts';
import type { Instant, Meeting, Row } from '../domain/model.ts';
import { isPast } from '../domain/plan.ts';
import type { Problem } from '../errors.ts';
import { MEETING_FILE } from '../format/meeting-json.ts';
import { NETWORKS_FILE } from '../format/lists/networks-csv.ts';
import type { Words } from '../words/words.ts';

type Say = Words<'setup'>['check'];

/** meeting.json: a meeting in the past, a sender that looks like spam. */
export function suspectMeeting(
  meeting: Meeting,
  now: Instant,
  say: Say,
  day: (instant: Instant) => string,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (isPast(meeting, now)) {
    problems.push({
      file: MEETING_FILE,
      path: 'end',
      message: say.over(day(meeting.end.instant)),
      hint: say.overHint,
    });
  }
  const domain = domainOf(meeting.organizer.email);
  if (isFreeMail(domain)) {
    problems.push({
      file: MEETING_FILE,
      path: 'organizer.email',
      message: say.freeMail(meeting.organizer.email, domain),
      hint: say.freeMailHint,
    });
  }
  return problems;
}

/** `columns` of meeting.json: a heading that networks.csv does not have changes nothing. */
export function suspectColumns(
  { columns }: Pick<Meeting, 'columns'>,
  headings: readonly string[],
  say: Say,
): readonly Problem[] {
  const known = new Set(headings.map(foldName));
  return Object.keys(columns)
    .filter((heading) => !known.has(foldName(heading)))
    .map((heading) => ({
      file: MEETING_FILE,
      path: `columns.${heading}`,
      message: say.noSuchColumn(heading),
      hint: say.noSuchColumnHint(near(heading, headings)[0], headings),
    }));
}

/** networks.csv: domains one slip from a well-known one, letters decoded twice. */
export function suspectRows(rows: readonly Row[], say: Say): readonly Problem[] {
  return rows.flatMap((row) => {
    const problems: Problem[] = [];
    const place = { file: NETWORKS_FILE, line: row.line };
    const meant = likelyMeant(domainOf(row.address));
    if (meant !== undefined) {
      const address = `${row.address.slice(0, row.address.lastIndexOf('@'))}@${meant}`;
      problems.push({
        ...place,
        message: say.mistyped(row.address, address),
        hint: say.mistypedHint,
      });
    }
    const garbled = Object.values(row.cells).find((cell) => GARBLED.test(cell));
    if (garbled !== undefined) {
      problems.push({ ...place, message: say.garbled(garbled), hint: say.garbledHint });
    }
    return problems;
  });
}

/**
 * UTF-8 read as Windows-1252: Ã with a second byte of æ, ø, å, é, ü … as that encoding shows it,
 * â€ of dashes and quotation marks, and the mark of what could not be read at all.
 */
const GARBLED = /Ã[¦¸¥©¼¶¤…˜†Ÿ–œ‰\u0080-\u009f]|â€|\ufffd/;
