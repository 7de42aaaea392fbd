/** What mails tell of the meeting as it stands: who comes, what was noted, what passed between us. */
import type { Correspondence } from '../domain/calendar-part.ts';
import type { NetworkJson, StatusJson } from '../domain/contract.ts';
import type { ReplyReceived } from '../domain/facts.ts';
import type { Contact, Network } from '../domain/identity.ts';
import { noted, othersComing } from '../domain/noted.ts';
import { latestOf, standing } from '../domain/standing.ts';
import type { State } from '../domain/state.ts';
import { textValue, type Values } from '../format/template-values.ts';

/** What is true now. */
export interface Snapshot {
  readonly state: State;
  readonly status: StatusJson;
}

export interface NowKnown {
  correspondence(network: Network, contact: Contact): Correspondence;
  /** The replies of a network that count now. */
  counting(network: Network): readonly ReplyReceived[];
  reply(network: Network, word: ReplyReceived | undefined): Values['reply'] | undefined;
  seatsOf(network: Network): number;
  /** Names of the other networks that come. */
  coming(network: Network): readonly string[];
}

/** Looked up once for a snapshot, however many mails are made of it. */
export function nowKnown({ state, status }: Snapshot): NowKnown {
  const replies = new Map<string, ReplyReceived[]>();
  for (const reply of state.replies) {
    const own = replies.get(reply.network);
    if (own) own.push(reply);
    else replies.set(reply.network, [reply]);
  }
  const networks = new Map(status.networks.map((network) => [network.id, network]));
  let comes: readonly NetworkJson[] | undefined;
  const counting = (network: Network) => {
    const own = replies.get(network.id);
    return own ? standing(network, own).replies : [];
  };
  return {
    counting,
    correspondence: (network, contact) => ({
      contact,
      replies: replies.get(network.id) ?? [],
      word: latestOf(contact, counting(network)),
    }),
    reply(network, word) {
      const known = networks.get(network.id);
      const said = known && word && noted(known, word);
      return (
        said && {
          ...said,
          accepted: said.answer === 'accepted',
          declined: said.answer === 'declined',
          tentative: said.answer === 'tentative',
          names: said.names.map(textValue),
        }
      );
    },
    seatsOf: ({ id }) => networks.get(id)?.seats ?? 0,
    coming(network) {
      comes ??= status.networks.filter(({ answer }) => answer === 'accepted');
      return othersComing({ networks: comes }, network.id);
    },
  };
}
