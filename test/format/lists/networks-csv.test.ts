import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldName, slug } from '../../../src/domain/names.ts';
import { readAddress } from '../../../src/format/address.ts';
import { encode } from '../../../src/format/lists/encodings.ts';
import { headingsIn } from '../../../src/format/lists/headings.ts';
import { readNetworks } from '../../../src/format/lists/networks-csv.ts';
import say from '../../../src/words/en/reading.ts';

function read(text: string, columns: Readonly<Record<string, string>> = {}) {
  return readNetworks(new TextEncoder().encode(text), columns, say);
}

const problems = (text: string) =>
  read(text).problems.map(({ line, message }) => `${line}: ${message}`);

describe('networks.csv', () => {
  test('is read as Danish Excel saves it', () => {
    const text =
      'Netværk;Kontaktperson;E-mail;Telefon;Sprog;Område;;\r\n' +
      'Lollands Håndværkerlaug;Anna Holm;Anna@Laug.example;54 12 34 56;dansk;Lolland;;\r\n' +
      ';;;;;;;\r\n' +
      '"Havnelauget ""Ankeret""";Kim og Bo;kim@havn.example, bo@havn.example;;;Falster;;\r\n';
    const written = encode(text, { encoding: 'windows-1252', bom: false });
    const reading = readNetworks('bytes' in written ? written.bytes : new Uint8Array(), {}, say);
    expect(reading.problems).toEqual([]);
    expect(reading.dialect).toEqual({ encoding: 'windows-1252', bom: false, delimiter: ';' });
    expect(reading.rows).toMatchObject([
      {
        line: 2,
        network: 'Lollands Håndværkerlaug',
        contact: 'Anna Holm',
        address: 'Anna@laug.example',
        phone: '54 12 34 56',
        language: 'da',
        area: 'Lolland',
        cells: { Netværk: 'Lollands Håndværkerlaug', Telefon: '54 12 34 56' },
      },
      { line: 4, network: 'Havnelauget "Ankeret"', contact: 'Kim', address: 'kim@havn.example' },
      { line: 4, network: 'Havnelauget "Ankeret"', contact: 'Bo', address: 'bo@havn.example' },
    ]);
  });

  test('every problem is told at once, with its line, the line itself and the way out', () => {
    const { problems: all } = read(
      'network,email,language,seats\nA,kim@@a.dk,da,\n,b@b.dk,,\nC,,,\nD,bjørn@d.dk,,\nE,e@e.dk,klingon,many\n',
    );
    expect(all.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: "kim@@a.dk" is not an e-mail address',
      '3: the network has no name',
      '4: "C" has no e-mail address',
      '5: "bjørn@d.dk" has letters before the @ that not all mail servers take',
      '6: "klingon" is not a language',
      '6: "many" is not a number of seats',
    ]);
    expect(all[0]).toEqual({
      file: 'networks.csv',
      line: 2,
      message: '"kim@@a.dk" is not an e-mail address',
      excerpt: 'A,kim@@a.dk,da,',
      hint: say.badAddressHint,
    });
  });

  test('an address twice in one network is a problem at the second; in two networks it is not', () => {
    expect(problems('network;email\nA;kim@a.dk\nB;kim@a.dk\na;KIM@a.dk\n')).toEqual([
      '4: "KIM@a.dk" stands in line 2 already, in the same network',
    ]);
  });

  test('two networks that cannot be told apart are a problem; an id tells them apart', () => {
    expect(problems('network;email\nMøn;a@a.dk\nMoen;b@b.dk\n')).toEqual([
      '3: "Moen" and "Møn" in line 2 cannot be told apart',
    ]);
    expect(problems('id;network;email\n1;Møn;a@a.dk\n2;Moen;b@b.dk\n')).toEqual([]);
  });

  test('a network that is like one of a rejected line is told, too, before what else is wrong with it', () => {
    expect(problems('network;email;seats\nMøn;;1\nMoen;b@b.dk;x\n')).toEqual([
      '2: "Møn" has no e-mail address',
      '3: "Moen" and "Møn" in line 2 cannot be told apart',
      '3: "x" is not a number of seats',
    ]);
  });

  test('of many rows those are found that are the same, or that nobody can tell apart', () => {
    const row = fc.record({
      network: fc.constantFrom(
        'Møn',
        'Moen',
        'MØN',
        'Ny',
        'Ny.',
        '?!',
        'N 3f 21',
        'Å-laug',
        'Aa laug',
      ),
      email: fc.constantFrom(
        'a@a.dk',
        'A@a.dk',
        'a@A.DK',
        'b@a.dk',
        'c@blåbær.dk',
        'c@xn--blbr-qoa8l.dk',
      ),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const lines = rows.map(({ network, email }) => `${network};${email}\n`);
        const expected = rows.flatMap(({ network, email }, at) => {
          const before = rows.slice(0, at);
          const first = before.find((other) => slug(other.network) === slug(network));
          const apart =
            first && foldName(first.network) !== foldName(network) ? [`${at + 2}: slug`] : [];
          const same = before.some(
            (other) =>
              foldName(other.network) === foldName(network) &&
              addressOf(other.email) === addressOf(email),
          );
          return [...apart, ...(same ? [`${at + 2}: address`] : [])];
        });
        const found = read(`network;email\n${lines.join('')}`).problems.map(
          ({ line, hint }) =>
            `${line}: ${hint === say.sameSlugHint ? 'slug' : hint === say.sameAddressHint ? 'address' : hint}`,
        );
        expect(found).toEqual(rows.length === 0 ? [`undefined: ${say.noRowsHint}`] : expected);
      }),
      { numRuns: 500 },
    );
  });

  test('a line is counted with sep= before it, whatever is wrong with it', () => {
    expect(problems('sep=;\nnetwork;phone\n')[0]).toMatch(/^2: /);
    expect(problems('sep=;\nnetwork;email\nA;"a@a.dk\n')[0]).toMatch(/^3: /);
  });

  test.each([
    ['', 'undefined: there are no networks in it'],
    ['network;email\n', 'undefined: there are no networks in it'],
    ['network;phone\nA;1\n', '1: there is no column for e-mail; the headings are: network, phone'],
    ['network;email\n"A;a@a.dk\n', '2: a quotation mark is opened and not closed'],
    ['PK\u0003\u0004rest', 'undefined: this is an Excel workbook, not a CSV file'],
    ['\0\0\0\0', 'undefined: this is not a text file'],
  ])('%j is a problem, not a crash', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test('names hold no line breaks, whatever the cell holds', () => {
    const { rows } = read('network;email;contact\n"A\r\nBcc: x@y.dk";a@a.dk;"Kim\nHolm"\n');
    expect(rows[0]).toMatchObject({ network: 'A Bcc: x@y.dk', contact: 'Kim Holm' });
  });

  test('a first line sep=, is not the headings, and lines are counted with it', () => {
    expect(read('sep=,\nnetwork,email\nA,a@a.dk\n').rows).toMatchObject([
      { line: 3, network: 'A' },
    ]);
  });
});

function addressOf(typed: string): string {
  const found = readAddress(typed);
  return found.kind === 'address' ? found.address.toLowerCase() : '';
}

const columns = (...cells: string[]) => headingsIn(cells, {}).map(({ column }) => column);

describe('headings', () => {
  test.each([
    [
      ['Netværk', 'Navn', 'E-mail'],
      ['network', 'contact', 'email'],
    ],
    [
      ['Forening', 'Kontaktperson', 'Mailadresse', 'Tlf.'],
      ['network', 'contact', 'email', 'phone'],
    ],
    [
      ['NAVN', 'email', 'Telefon', 'Mobil'],
      ['network', 'email', 'phone', undefined],
    ],
    [
      ['Verein', 'Ansprechpartner', 'E-Mail', 'Sprache'],
      ['network', 'contact', 'email', 'language'],
    ],
    [
      ['Foreningens navn', 'Navn på kontaktperson', 'Kontakt e-mail'],
      ['network', 'contact', 'email'],
    ],
    [
      ['Organisation', 'Område', 'Mail', 'Medlemmer'],
      ['network', 'area', 'email', undefined],
    ],
  ])('%j', (cells, expected) => {
    expect(columns(...cells)).toEqual(expected);
  });

  test('what the organiser chose wins', () => {
    expect(headingsIn(['Navn', 'Formand', 'E-mail'], { formand: 'contact' })).toEqual([
      { heading: 'Navn', column: 'network' },
      { heading: 'Formand', column: 'contact' },
      { heading: 'E-mail', column: 'email' },
    ]);
  });
});
