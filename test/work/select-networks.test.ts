import { expect, test } from 'vitest';
import { MikronetError } from '../../src/errors.ts';
import { selectNetworks } from '../../src/work/select-networks.ts';
import say from '../../src/words/en/opening.ts';

const networks = [
  { id: 'havn', name: 'Havnelauget' },
  { id: 'nysted', name: 'Nysted Erhverv' },
  { id: 'nysted-2', name: 'Nysted Turisme' },
];

test('networks are found by id, name or a part of it, each once', () => {
  expect(selectNetworks(networks, ['turisme', 'HAVN', 'havnelauget'], say)).toEqual([
    networks[2],
    networks[0],
  ]);
});

test('all names that fit none or several are told at once, with near ones', () => {
  let thrown: unknown;
  try {
    selectNetworks(networks, ['nyst', 'havnelaget', 'xyz'], say);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(MikronetError);
  expect((thrown as MikronetError).exit).toBe(2);
  expect((thrown as MikronetError).problems).toEqual([
    {
      message: '"nyst" may be any of 2 networks',
      hint: 'write more of the name: Nysted Erhverv, Nysted Turisme',
    },
    { message: 'there is no network "havnelaget"', hint: 'did you mean Havnelauget?' },
    { message: 'there is no network "xyz"', hint: '`mikronet status` lists them all' },
  ]);
});
