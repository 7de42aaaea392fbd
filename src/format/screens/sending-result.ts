/** How a sending command ended, for people and for scripts. */
import type { SendingItemJson, SendingJson } from '../../domain/contract.ts';
import type { Plan, Skip } from '../../domain/plan.ts';
import type { Words } from '../../words/words.ts';
import type { Outcome } from '../../world.ts';
import { printable, wrap } from './lines.ts';
import { table } from './table.ts';

/** What became of one message. */
export interface Result {
  readonly network: string;
  readonly address: string;
  readonly messageId: string;
  readonly outcome: Outcome;
}

/** `--json` after a run. Items name networks by their ids. */
export function resultJson(
  mailing: string,
  results: readonly Result[],
  skips: readonly Skip[],
): SendingJson {
  const of = (kind: Outcome['kind']) =>
    results
      .filter(({ outcome }) => outcome.kind === kind)
      .map(({ network, address, messageId, outcome }): SendingItemJson => ({
        network,
        email: address,
        messageId,
        response: outcome.response,
      }));
  return {
    v: 1,
    mailing,
    sent: of('sent'),
    refused: of('refused'),
    deferred: of('deferred'),
    inDoubt: of('in-doubt'),
    skipped: skips.map(skipJson),
  };
}

/** `--json --dry-run`; of a test, to whom it goes, and that will be another message. */
export function planJson({ mailing, steps, skips }: Plan, testTo?: string): SendingJson {
  return {
    v: 1,
    mailing,
    planned: steps.map(({ network, contact, message }) => ({
      network: network.id,
      ...(testTo === undefined
        ? { email: contact.address, messageId: message }
        : { email: testTo }),
    })),
    skipped: skips.map(skipJson),
  };
}

function skipJson({ network, contact, reason }: Skip): SendingItemJson {
  return { network: network.id, email: contact.address, reason };
}

/** The command that sends a mailing. */
export function commandOf(mailing: string): string {
  const own = new Map([
    ['invitation', 'invite'],
    ['reminder', 'remind'],
  ]);
  return own.get(mailing) ?? `send ${mailing}`;
}

/** What a person must know of those that were not simply sent. */
export function troubleLines(
  mailing: string,
  results: readonly Result[],
  nameOf: (network: string) => string,
  say: Words<'sending'>,
  width: number,
): readonly string[] {
  const { result } = say;
  const lines: string[] = [];
  const kinds = [
    ['in-doubt', result.inDoubt],
    ['refused', result.refused],
    ['deferred', result.deferred],
  ] as const;
  for (const [kind, heading] of kinds) {
    const of = results.filter(({ outcome }) => outcome.kind === kind);
    if (of.length === 0) continue;
    lines.push(
      ...wrap(heading(of.length), width),
      ...table(
        [{ least: 12 }, { least: 16 }, { least: 20 }],
        of.map(({ network, address, outcome }) => [
          `  ${nameOf(network)}`,
          address,
          outcome.response,
        ]),
        width,
      ),
    );
    if (kind === 'in-doubt')
      lines.push(...wrap(`  ${result.inDoubtHint(commandOf(mailing))}`, width));
  }
  return lines.map(printable);
}
