/** What may be wrong with a template. */
export default {
  noTemplate: (mailing: string) => `there is no template of the mailing "${mailing}"`,
  noTemplateHint: (file: string, known: readonly string[]) =>
    known.length > 0
      ? `those there are: ${known.join(', ')}; your own goes into ${file}`
      : `write one as ${file}`,
  unreadable: 'this is not a text in UTF-8 that could be a template',
  unreadableHint: 'in the editor: Save as, encoding UTF-8',
  tooLarge: (kilobytes: number) => `larger than ${kilobytes} kB: this cannot be a template`,
  noSubject: 'the first line is not the subject',
  noSubjectHint: 'begin with a line such as: Subject: {{meeting.title}}',
  emptySubject: 'there is nothing after "Subject:"',
  noBody: 'this layout has no place for the mail',
  noBodyHint: 'write {{{body}}} where the mail is to stand',
  syntax: 'this cannot be read as a template',
  syntaxHint:
    'names stand in {{…}}, and each {{#if …}} or {{#each …}} has its {{/if}} or {{/each}}',
  mismatch: (open: string, close: string) => `{{#${open}}} is ended by {{/${close}}}`,
  mismatchHint: 'what was opened last is closed first',
  unclosed: (name: string) => `{{#${name}}} never ends`,
  unclosedHint: (name: string) => `write {{/${name}}} where it is to end`,
  cannotCompile: 'Handlebars cannot make a template of this',
  unescaped: 'three braces, or {{&…}}, would let a cell of networks.csv write HTML into the mail',
  unescapedHint: 'write two braces: {{…}}',
  notAllowed: 'this kind of {{…}} is not for mails',
  unknownName: (name: string) => `there is nothing called "${name}"`,
  unknownNameHint: (near: readonly string[]) =>
    near.length > 0
      ? `did you mean ${near.join(' or ')}? \`mikronet check --names\` lists all names`
      : '`mikronet check --names` lists all names',
  onlyInEach: (name: string) => `"${name}" is only known within {{#each …}}`,
  notAValue: (name: string) => `"${name}" has several parts, and cannot be printed whole`,
  notAValueHint: (name: string, part: string | undefined) =>
    part === undefined
      ? `go through it with {{#each ${name}}}…{{/each}}, or write {{list ${name}}}`
      : `name one of them, as in {{${name}.${part}}}`,
  noHelper: (name: string) => `"${name}" is not a helper that takes a value`,
  noHelperHint: (known: readonly string[]) => `the helpers are ${known.join(', ')}`,
  helperNeeds: (name: string) => `"${name}" needs one value`,
  helperNeedsHint: (name: string) =>
    name === 'list' ? 'as in {{list coming}}' : `as in {{${name} meeting.start}}`,
  noBlock: (name: string) => `there is no block {{#${name}}}`,
  noBlockHint: (known: readonly string[]) => `the blocks are ${known.join(', ')}`,
  noPartial: (name: string) => `there is no partial "${name}"`,
  noPartialHint: (name: string, near: readonly string[]) =>
    near.length > 0
      ? `did you mean ${near.join(' or ')}?`
      : `a partial of your own stands in templates/partials/${name}.<language>.md.hbs`,
  partialCircle: (name: string) => `the partial "${name}" comes round to itself`,
  longSubject: (subject: string, letters: number) =>
    `the subject is ${letters} letters long: "${subject}"`,
  longSubjectHint: 'telephones show about 40 and most mail programmes 70; make it shorter',
  noWayOut: 'there is no way in it to ask for no more mails',
  noWayOutHint: 'put {{> footer}} at the end',
  noWayToAnswer: 'there is no way in it to answer',
  noWayToAnswerHint: 'put {{> answer}} where the buttons are to stand',
  missingLanguage: (mailings: readonly string[], language: string, instead: string) =>
    `there is no template in "${language}" of ${mailings.join(', ')}: those contacts get it in "${instead}"`,
  missingLanguageHint: (file: string) => `write one as ${file}`,
  strangeName: (file: string) => `nothing reads ${file}`,
  strangeNameHint:
    'a template is named as in invitation.da.md.hbs, in small letters, a partial as in partials/footer.da.md.hbs',
  longLink: (language: string, dropped: number) =>
    `the answer link in "${language}" grows too long: ${dropped} ${dropped === 1 ? 'question does' : 'questions do'} not fit into it`,
  longLinkHint: 'the mail prints them all the same; shorter questions fit',
  names: {
    heading: (whom: string) => `What may stand in a template, as it is in the mail to ${whom}:`,
    each: 'goes through them:',
    empty: '(empty)',
    row: 'The columns of networks.csv:',
    helpers: 'Ways to say it:',
    blocks: 'Conditions and repetitions:',
    either: 'one or the other',
    none: 'where there is none',
    partial: 'a part that several mails share, from templates/partials/',
  },
};
