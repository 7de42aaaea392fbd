import type { Words } from '../words.ts';

export default {
  noTemplate: (mailing) => `der er ingen skabelon til udsendelsen "${mailing}"`,
  noTemplateHint: (file, known) =>
    known.length > 0
      ? `der er disse: ${known.join(', ')}; din egen skal ligge i ${file}`
      : `skriv en i ${file}`,
  unreadable: 'det er ikke en tekst i UTF-8, som kan være en skabelon',
  unreadableHint: 'i teksteditoren: Gem som, kodning UTF-8',
  tooLarge: (kilobytes) => `større end ${kilobytes} kB: det kan ikke være en skabelon`,
  noSubject: 'første linje er ikke emnet',
  noSubjectHint: 'begynd med en linje som: Subject: {{meeting.title}}',
  emptySubject: 'der står ikke noget efter "Subject:"',
  noBody: 'der er ikke plads til selve mailen i dette layout',
  noBodyHint: 'skriv {{{body}}} dér, hvor mailen skal stå',
  syntax: 'det kan ikke læses som en skabelon',
  syntaxHint:
    'navne står i {{…}}, og hver {{#if …}} eller {{#each …}} har sin {{/if}} eller {{/each}}',
  mismatch: (open, close) => `{{#${open}}} bliver afsluttet med {{/${close}}}`,
  mismatchHint: 'det, der er åbnet sidst, lukkes først',
  unclosed: (name) => `{{#${name}}} bliver aldrig afsluttet`,
  unclosedHint: (name) => `skriv {{/${name}}} dér, hvor den skal slutte`,
  cannotCompile: 'Handlebars kan ikke lave en skabelon af det',
  unescaped:
    'med tre tuborgklammer eller {{&…}} kunne en celle i networks.csv skrive HTML ind i mailen',
  unescapedHint: 'skriv to: {{…}}',
  notAllowed: 'den slags {{…}} kan ikke bruges i mails',
  unknownName: (name) => `der er ikke noget, der hedder "${name}"`,
  unknownNameHint: (near) =>
    near.length > 0
      ? `mente du ${near.join(' eller ')}? \`mikronet check --names\` viser alle navne`
      : '`mikronet check --names` viser alle navne',
  onlyInEach: (name) => `"${name}" kendes kun inde i {{#each …}}`,
  notAValue: (name) => `"${name}" har flere dele og kan ikke skrives på én gang`,
  notAValueHint: (name, part) =>
    part === undefined
      ? `gå den igennem med {{#each ${name}}}…{{/each}}, eller skriv {{list ${name}}}`
      : `nævn en af dem, f.eks. {{${name}.${part}}}`,
  noHelper: (name) => `"${name}" er ikke en hjælper, der tager en værdi`,
  noHelperHint: (known) => `hjælperne er ${known.join(', ')}`,
  helperNeeds: (name) => `"${name}" skal have én værdi`,
  helperNeedsHint: (name) =>
    name === 'list' ? 'f.eks. {{list coming}}' : `f.eks. {{${name} meeting.start}}`,
  noBlock: (name) => `{{#${name}}} findes ikke`,
  noBlockHint: (known) => `det, der findes, er ${known.join(', ')}`,
  noPartial: (name) => `delskabelonen "${name}" findes ikke`,
  noPartialHint: (name, near) =>
    near.length > 0
      ? `mente du ${near.join(' eller ')}?`
      : `din egen skal ligge i templates/partials/${name}.<sprog>.md.hbs`,
  partialCircle: (name) => `delskabelonen "${name}" fører tilbage til sig selv`,
  longSubject: (subject, letters) => `emnet er ${letters} tegn langt: "${subject}"`,
  longSubjectHint: 'telefoner viser omkring 40 og de fleste mailprogrammer 70; gør det kortere',
  noWayOut: 'man kan ikke bede om at slippe for flere mails',
  noWayOutHint: 'sæt {{> footer}} ind til sidst',
  noWayToAnswer: 'man kan ikke svare på den',
  noWayToAnswerHint: 'sæt {{> answer}} ind dér, hvor knapperne skal stå',
  missingLanguage: (mailings, language, instead) =>
    `der er ingen skabelon på "${language}" til ${mailings.join(', ')}: de kontaktpersoner får den på "${instead}"`,
  missingLanguageHint: (file) => `skriv en i ${file}`,
  strangeName: (file) => `intet læser ${file}`,
  strangeNameHint:
    'en skabelon hedder f.eks. invitation.da.md.hbs, med små bogstaver, en delskabelon f.eks. partials/footer.da.md.hbs',
  longLink: (language, dropped) =>
    `svarlinket på "${language}" bliver for langt: der er ikke plads til ${dropped} af spørgsmålene`,
  longLinkHint: 'de står i mailen alligevel; kortere spørgsmål kan være der',
  names: {
    heading: (whom) => `Det kan stå i en skabelon, her som i mailen til ${whom}:`,
    each: 'går dem igennem:',
    empty: '(tomt)',
    row: 'Kolonnerne i networks.csv:',
    helpers: 'Måder at sige det på:',
    blocks: 'Betingelser og gentagelser:',
    either: 'det ene eller det andet',
    none: 'hvor der ikke er nogen',
    partial: 'en del, som flere mails deler, fra templates/partials/',
  },
} satisfies Words<'templates'>;
