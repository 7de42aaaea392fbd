import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/domain/model.ts';
import { suspectColumns, suspectRows } from '../../src/work/suspicions.ts';
import setup from '../../src/words/en/setup.ts';

function row(over: Partial<Row>): Row {
  return { line: 7, network: 'Havnelauget', address: 'kim@havn.example', cells: {}, ...over };
}

describe('columns of meeting.json that networks.csv does not have', () => {
  const headings = ['Forening', 'Kontaktperson', 'E-mail'];

  test('are said, with what was likely meant', () => {
    const columns = { FORENING: 'network', Kontaktpersn: 'contact', Vej: 'area' };
    expect(suspectColumns({ columns }, headings, setup.check)).toEqual([
      {
        file: 'meeting.json',
        path: 'columns.Kontaktpersn',
        message: 'networks.csv has no column "Kontaktpersn"',
        hint: 'is "Kontaktperson" meant?',
      },
      {
        file: 'meeting.json',
        path: 'columns.Vej',
        message: 'networks.csv has no column "Vej"',
        hint: 'its headings are: Forening, Kontaktperson, E-mail',
      },
    ]);
  });
});

describe('rows that are allowed and probably not meant', () => {
  test('a mistyped domain is named with what was likely meant', () => {
    expect(suspectRows([row({ address: 'kim@gmial.com' })], setup.check)).toEqual([
      {
        file: 'networks.csv',
        line: 7,
        message: '"kim@gmial.com": is kim@gmail.com meant?',
        hint: setup.check.mistypedHint,
      },
    ]);
  });

  test.each(['HÃ¥ndvÃ¦rk', 'KÃ¸ge', 'Ã†rÃ¸', 'Ã…lborg', 'CafÃ©', 'fra 9 â€“ 16', 'K\ufffdge'])(
    '%j was read in the wrong encoding',
    (network) => {
      expect(suspectRows([row({ cells: { network } })], setup.check)).toHaveLength(1);
    },
  );

  test.each(['Håndværk', 'Ærø', 'São Paulo', 'Â', 'Müller & Søn “1986”'])(
    '%j is as it should be',
    (network) => {
      expect(suspectRows([row({ cells: { network } })], setup.check)).toEqual([]);
    },
  );
});
