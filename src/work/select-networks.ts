/** Networks as a person names them on the command line. */
import { named, near } from '../domain/names.ts';
import { EXIT, MikronetError, type Problem } from '../errors.ts';
import type { Words } from '../words/words.ts';

const SHOWN = 5;

/**
 * The networks that `typed` names, each by its id, its name or an unambiguous part of it, in the
 * order typed. Names that fit none or several are thrown, all at once (exit 2).
 */
export function selectNetworks<T extends { readonly id: string; readonly name: string }>(
  networks: readonly T[],
  typed: readonly string[],
  say: Words<'opening'>,
): readonly T[] {
  const problems: Problem[] = [];
  const chosen = new Set<T>();
  for (const each of typed) {
    const [first, ...others] = named(each, networks);
    if (first && others.length === 0) chosen.add(first);
    else
      problems.push(
        first ? ambiguous(each, [first, ...others], say) : unknown(each, networks, say),
      );
  }
  if (problems.length > 0) throw new MikronetError(EXIT.usage, problems);
  return [...chosen];
}

function unknown(
  typed: string,
  networks: readonly { readonly name: string }[],
  say: Words<'opening'>,
): Problem {
  const close = near(
    typed,
    networks.map(({ name }) => name),
  );
  return {
    message: say.unknownNetwork(typed),
    hint: close.length > 0 ? say.didYouMean(close) : say.listNetworks,
  };
}

function ambiguous(
  typed: string,
  fitting: readonly { readonly id: string; readonly name: string }[],
  say: Words<'opening'>,
): Problem {
  // Two networks of one name are told apart by their ids.
  const names = new Set(fitting.map(({ name }) => name));
  const shown = fitting
    .slice(0, SHOWN)
    .map(({ id, name }) => (names.size < fitting.length ? `${name} (${id})` : name));
  return {
    message: say.ambiguousNetwork(typed, fitting.length),
    hint: say.oneOf(shown, fitting.length - shown.length),
  };
}
