/** Which network: asked on a terminal. */
import type { NetworkJson } from '../domain/contract.ts';
import { printable } from '../format/screens/lines.ts';
import type { Words } from '../words/words.ts';
import type { Asker } from '../world.ts';

export async function askNetwork(
  networks: readonly NetworkJson[],
  asker: Asker,
  say: Words<'answers'>,
): Promise<NetworkJson> {
  return asker.select({
    message: say.askNetwork,
    choices: networks.map((network) => ({
      name: `${printable(network.name)} (${say.group[network.answer]})`,
      value: network,
    })),
  });
}
