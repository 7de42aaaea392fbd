/** Which column of a spreadsheet is taken for what, by its heading in Danish, English or German. */
import { foldName } from '../../domain/names.ts';

/** The columns of networks.csv that mean something. */
export const COLUMNS = [
  'network',
  'contact',
  'email',
  'language',
  'greeting',
  'phone',
  'area',
  'kind',
  'note',
  'id',
  'seats',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Said of a heading in `columns` of meeting.json: it is none of ours, whatever it is called. */
export const FREE = 'free';

export interface Heading {
  /** As typed. */
  readonly heading: string;
  /** What it is taken for; absent where it is free, for templates. */
  readonly column?: Column;
}

/** Folded headings, the surest first. */
const WORDS: Readonly<Record<Column, readonly string[]>> = {
  network: [
    'network',
    'netvaerk',
    'netvaerket',
    'netvaerkets navn',
    'netvaerksnavn',
    'navn pa netvaerk',
    'navn pa netvaerket',
    'network name',
    'name of network',
    'netzwerkname',
    'netzwerk',
    'organisation',
    'organization',
    'forening',
    'foreningen',
    'foreningens navn',
    'foreningsnavn',
    'navn pa forening',
    'organisationens navn',
    'organisation name',
    'vereinsname',
    'verein',
    'laug',
    'gruppe',
    'group',
    'klub',
    'club',
    'virksomhed',
    'firma',
    'company',
    'navn',
    'name',
  ],
  contact: [
    'contact',
    'contact person',
    'contact name',
    'kontaktperson',
    'kontaktpersoner',
    'kontakt',
    'kontaktnavn',
    'kontaktpersonens navn',
    'navn pa kontaktperson',
    'name of contact',
    'kontaktpersonen',
    'formand',
    'forperson',
    'chair',
    'vorsitz',
    'ansprechpartner',
    'ansprechpartnerin',
    'daglig leder',
    'leder',
    'koordinator',
    'ansvarlig',
    'netvaerksansvarlig',
    'person',
    'fulde navn',
    'navn',
    'name',
  ],
  email: [
    'email',
    'e mail',
    'e mailadresse',
    'emailadresse',
    'e mail adresse',
    'email adresse',
    'email address',
    'e mail address',
    'mailadresse',
    'mail adresse',
    'mail',
    'adresse mail',
    'epost',
    'e post',
    'kontakt e mail',
    'contact email',
    'contact e mail',
  ],
  language: ['language', 'sprog', 'sprache', 'lang'],
  greeting: ['greeting', 'tiltale', 'anrede', 'salutation', 'hilsen'],
  phone: [
    'phone',
    'telefon',
    'telefonnummer',
    'telefonnr',
    'tlf',
    'tlf nr',
    'tlfnr',
    'phone number',
    'telephone',
    'mobil',
    'mobiltelefon',
    'mobilnummer',
    'mobile',
    'handy',
  ],
  area: [
    'area',
    'omrade',
    'region',
    'egn',
    'kommune',
    'by',
    'sted',
    'gebiet',
    'ort',
    'town',
    'city',
  ],
  kind: ['kind', 'type', 'art', 'slags', 'kategori', 'category', 'branche'],
  note: [
    'note',
    'noter',
    'notes',
    'notat',
    'bemaerkning',
    'bemaerkninger',
    'bemerkung',
    'kommentar',
    'comment',
    'remark',
  ],
  id: ['id', 'kode', 'code'],
  seats: ['seats', 'pladser', 'antal pladser', 'antal', 'platze', 'plaetze'],
};

/**
 * `chosen` is `columns` of meeting.json and wins; of several headings that fit a column the surest
 * word is taken, and the others stay free.
 */
export function headingsIn(
  cells: readonly string[],
  chosen: Readonly<Record<string, string>>,
): readonly Heading[] {
  const headings = cells.map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ').trim());
  const folded = headings.map(foldName);
  const byHand = new Map(
    Object.entries(chosen).map(([heading, column]) => [foldName(heading), column]),
  );
  const taken = new Map<number, Column>();
  for (const [index, fold] of folded.entries()) {
    const column = COLUMNS.find((each) => each === byHand.get(fold));
    if (column && fold !== '') taken.set(index, column);
  }
  const isFree = (at: number) => byHand.get(folded[at]!) === FREE;
  for (const column of COLUMNS) {
    if ([...taken.values()].includes(column)) continue;
    const index = WORDS[column]
      .map((word) => folded.findIndex((fold, at) => fold === word && !taken.has(at) && !isFree(at)))
      .find((at) => at !== -1);
    if (index !== undefined) taken.set(index, column);
  }
  return headings.map((heading, index) => {
    const column = taken.get(index);
    return column ? { heading, column } : { heading };
  });
}
