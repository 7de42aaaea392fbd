/**
 * What people write when they answer, a list a language. An entry is a piece of a regular
 * expression on lower-case text: a blank matches any white space, `…` up to three words between.
 * Only what is certain stands here; a mail without a match is put before the organiser.
 */
export interface Lexicon {
  readonly language: string;
  /** They come. */
  readonly yes: readonly string[];
  /** They do not come; the negation stands in the entry. */
  readonly no: readonly string[];
  /** They do not know yet. */
  readonly maybe: readonly string[];
  /** Likely, hoped: neither a yes nor a maybe. */
  readonly hedge: readonly string[];
  /** What makes an answer depend on something. */
  readonly condition: readonly string[];
  /** What turns a yes around, wherever it stands in the sentence. */
  readonly negation: readonly string[];
  /** Yes and no as the first word of a sentence. */
  readonly firstYes: readonly string[];
  readonly firstNo: readonly string[];
  /** No more mails, please: about mail, never about the evening. */
  readonly optOut: readonly string[];
  /** One to ten. */
  readonly numbers: readonly (readonly string[])[];
  /** What a number counts. */
  readonly persons: readonly string[];
  /** Common words that only this language has. */
  readonly common: readonly string[];
}
