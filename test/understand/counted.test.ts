import { expect, test } from 'vitest';
import { whoComes } from '../../src/understand/counted.ts';

test.each<[string, number | undefined]>([
  ['Ja tak, vi kommer to: Anna og Bo', 2],
  ['Vi kommer, 3 personer.', 3],
  ['Vi kommer alle tre fra gruppen', 3],
  ['Vi kommer begge to.', 2],
  ['Vi er tre der gerne vil med den 30.', 3],
  ['Der kommer fire af os fra Gedser.', 4],
  ['I kan dække op til to fra Netværk Nord.', 2],
  ['Bo og jeg kommer.', 2],
  ['Jeg og Ejvind kommer.', 2],
  ['Hej Bente, Bo og jeg kommer gerne.', 2],
  ['Kære Bente\nVibeke Krogh, Bo Dam og undertegnede deltager.', 3],
  ['Min kone og jeg kommer gerne', 2],
  ['Jeg kommer og tager Lisbeth med.', 2],
  ['Jeg kommer alene denne gang', 1],
  ['Wir sind dabei, zu dritt', 3],
  ['Wir kommen zu fünft.', 5],
  ['Drei von uns kommen, die Namen schicke ich noch.', 3],
  ['Wir rücken mit vier Leuten an.', 4],
  ['Bitte trag mich und meinen Kollegen ein.', 2],
  ['Ich komme am 30. Mai und bringe niemanden mit.', 1],
  ['Moin, 2x Hafenkontor Wismar bitte.', 2],
  ['Anna and I will come.', 2],
  ['yes 3 of us pls', 3],
  ['Yes please, just me.', 1],
  ['I shall be coming on my own.', 1],
  ['put me and the wife down', 2],
  ['Count me in, plus my deputy.', 2],
  ['Yes, we will be three.', 3],
  ['Jag kommer ensam', 1],
  ['Två av oss kommer gärna.', 2],
  ['Jeg kommer, men bare meg', 1],
  ['Line og eg kjem gjerne.', 2],
])('%s: %d', (text, seats) => {
  expect(whoComes(text).seats).toBe(seats);
});

test.each([
  'Vi kommer 2-3 stykker',
  'Vi kommer kl. 16.30',
  'Vi kommer den 30. maj',
  'Kære Bente og jeg takker',
  'Bente, jeg kommer',
  'Vi er begge dage i byen',
  'Vi kommer. To af vores medlemmer kan desværre ikke.',
  'Vi kommer. Vi var 4 fra os sidste år.',
  'Vi kommer. Er det rigtigt at der kommer tre fra Cloudsters?',
  'Vi kommer, og vi har 40 medlemmer der gerne vil høre om det.',
  'Vi er et par stykker der kommer.',
  'Vi kommer. En af os er vegetar.',
  'We come. Two of us were at the last one.',
  "I'm coming. There are 14 of us in the network.",
  "We'll be there. It takes two hours from here.",
  'Ich komme. Meine Frau und ich haben letzte Woche geheiratet.',
  'Ich komme. Mein Verein hat 20 Mitglieder.',
  'Bitte halten Sie mir etwas frei, bis zum 18. mehr.',
  'Klar komme ich, ich freue mich.',
])('%s: no number', (text) => {
  expect(whoComes(text).seats).toBeUndefined();
});

test.each<[string, readonly string[]]>([
  ['Vi kommer to: Anna og Bo', ['Anna', 'Bo']],
  ['Vi kommer tre: Anna, Bo og Carl Holm. Vi glæder os.', ['Anna', 'Bo', 'Carl Holm']],
  ['We are coming, 2 people: Anna and Bo', ['Anna', 'Bo']],
  ['Vi er to: Anna og Bo', ['Anna', 'Bo']],
  ['Yes, there will be two of us: Anna Holm and Bo Lind.', ['Anna Holm', 'Bo Lind']],
  ['Wir kommen zu zweit: Anna Groß und Bo Lind.', ['Anna Groß', 'Bo Lind']],
  ['Fra Netværk Maribo kommer: Lis Bruun og Carsten Falk.', ['Lis Bruun', 'Carsten Falk']],
  ['Vi stiller med Ida Krag (formand) og Bo Holst Dam (kasserer).', ['Ida Krag', 'Bo Holst Dam']],
  ['Tilmelder hermed: Ditte Marie Holm + Bo Vang.', ['Ditte Marie Holm', 'Bo Vang']],
  ['Undertegnede, Oluf Brink, deltager.', ['Oluf Brink']],
  ['Undertegnede Lone Friis samt vores kasserer Bo Toft deltager.', ['Lone Friis', 'Bo Toft']],
  ['Ida Lund og Bo Lund, begge fra Handelsringen.', ['Ida Lund', 'Bo Lund']],
  ['Vi kommer:\n- Ida Bach\n- Bo Dahl (vegetar)', ['Ida Bach', 'Bo Dahl']],
  ['Vi deltager to:\n\nIda Bach (formand)\nBo Dahl', ['Ida Bach', 'Bo Dahl']],
  ['Hermed tilmelding af Ida Lund og Bo Dam.', ['Ida Lund', 'Bo Dam']],
  ['Fra Havnelauget kommer Ida Lund og Bo Dam.', ['Ida Lund', 'Bo Dam']],
  ['Fra os: Ida Lund og Bo Dam. Bo er vegetar.', ['Ida Lund', 'Bo Dam']],
  ['Så nu kommer vi alligevel, Ida Storm og Bo Buhl.', ['Ida Storm', 'Bo Buhl']],
  ['Kan du skrive Ida Lund og Bo Dam på?', ['Ida Lund', 'Bo Dam']],
  ['Hermed tilmelding:\nIda Lund\nFalster Turistnetværk', ['Ida Lund']],
  ['Hans Peter Vang og Bo Dam kommer.', ['Hans Peter Vang', 'Bo Dam']],
  ['Von uns nehmen Eva Petersen und Jens Brodersen teil.', ['Eva Petersen', 'Jens Brodersen']],
  ['Es kommen nun doch Eva Lorenz und Dirk Hagemann.', ['Eva Lorenz', 'Dirk Hagemann']],
  ['Wir kommen.\nPersonen: Lars Behn, Sonja Matthiesen', ['Lars Behn', 'Sonja Matthiesen']],
  ['Setz uns auf die Liste: Malte Ohls und Eva Ohls, Netzwerk Hof', ['Malte Ohls', 'Eva Ohls']],
  [
    'Alle drei Plätze. Ina Kamm, Udo Struck, Aylin Demir.',
    ['Ina Kamm', 'Udo Struck', 'Aylin Demir'],
  ],
  ['We will be represented by Helen Marsh and Dev Patel.', ['Helen Marsh', 'Dev Patel']],
  ['Two from us please - Tom Ashdown and Priya Nair.', ['Tom Ashdown', 'Priya Nair']],
  ['Vi kommer gärna, Karin Ek och Bo Sand.', ['Karin Ek', 'Bo Sand']],
  ['Representert ved leder Siri Våg og Per Olav Lie.', ['Siri Våg', 'Per Olav Lie']],
])('%s: %j', (text, names) => {
  expect(whoComes(text).attendees).toEqual(names.map((name) => ({ name })));
});

test.each([
  // Whom we cannot count.
  'Vi kommer to: Anna',
  'Vi kommer to: Anna, Bo og undertegnede',
  'Vi kommer:\n- Ida Bach\n- min nabo',
  'Vi kommer, Ida Bach eller Bo Dahl.',
  // Others.
  'Vi kommer to. Kontakt: Anna og Bo',
  'Vi kommer. Ida Berg og Bo Dam kommer ikke.',
  'Wir kommen. Anna Lorenz und Dirk Hagemann kommen leider nicht mit.',
  'Vi kommer. Hils Ida Berg og Bo Dam.',
  'I come. I met Tom Baker and Jane Cole last week.',
  'Ich komme, liebe Frau Mogensen!',
  // Neither associations nor greetings are people.
  '2 fra Nysted Havnelaug deltager.',
  'Fra Netværk Maribo deltager vi.',
  'Kære Bente Holm\nJeg Kommer vil jeg mene',
  'Nakskov Handel vil være repræsenteret.',
  'The Harbour Artisans will be delighted to attend.',
  'Anmeldung: Hofladen Klütz, 2 Personen.',
  // German writes all nouns with capitals.
  'Wir kommen zu 2: Kaffee und Kuchen',
  'Klasse Idee, wir sind dabei!',
])('%s: nobody is named', (text) => {
  expect(whoComes(text).attendees).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  ['Jeg kommer alene.', 'Mvh\nIda Bach', ['Ida Bach']],
  ['Jeg kommer alene.\nIda Bach', '', ['Ida Bach']],
  ['Ida Bach og undertegnede deltager.', 'Hilsen Bo Dahl', ['Ida Bach', 'Bo Dahl']],
  ['Ich komme allein.', 'Mit besten Grüßen\nDr. Ina Möller', ['Dr. Ina Möller']],
  ['Just me this time.', 'Best wishes\nIda Bach, Boatyard', ['Ida Bach']],
  // A name below the mail says nothing of who comes, where the mail does not.
  ['Vi kommer.', 'Mvh\nIda Bach', []],
  ['Jeg kommer.\nIda Bach', '', []],
  ['Jeg kommer alene.', 'Mvh\nBo\nHavnens Venner', []],
  ['Bo og jeg kommer.', 'Mvh\nIda Bach', []],
])('%s / %s: %j', (text, closing, names) => {
  const { attendees } = whoComes(text, undefined, closing);
  expect(attendees).toEqual(names.map((name) => ({ name })));
});
