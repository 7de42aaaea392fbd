import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/domain/model.ts';
import { suspectRows } from '../../src/work/look-through.ts';
import setup from '../../src/words/en/setup.ts';

function row(over: Partial<Row>): Row {
  return { line: 7, network: 'Havnelauget', address: 'kim@havn.example', cells: {}, ...over };
}

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
