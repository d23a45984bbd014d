import { Options } from '@domaindeck/backstage-plugin-environments-common';

/** A way from the web address through a domain, and what hangs on it, for a drawing. */
export interface Example {
  /** Services one after the other, the first behind the address; at most three. */
  readonly chain: readonly string[];
  /** What a service of the chain calls beyond it. */
  readonly beside: readonly { readonly from: string; readonly to: string }[];
}

/** The longest way through a domain; undefined where no relations are known. */
export function exampleOf(
  options: Pick<Options, 'edges' | 'relationsKnown'>,
): Example | undefined {
  const calls = options.edges.filter(edge => edge.kind !== 'messages');
  const next = (name: string) =>
    calls.filter(edge => edge.from === name).map(edge => edge.to);
  const [entry] = next('');
  if (!options.relationsKnown || !entry) {
    return undefined;
  }
  const ways = next(entry).flatMap(second => {
    const thirds = next(second).filter(
      third => third !== entry && third !== second,
    );
    return thirds.length > 0
      ? thirds.map(third => [entry, second, third])
      : [[entry, second]];
  });
  const chain = ways.sort(
    (a, b) => b.length - a.length || breadth(b) - breadth(a),
  )[0] ?? [entry];
  function breadth(way: readonly string[]): number {
    return way.reduce((sum, name) => sum + next(name).length, 0);
  }
  return {
    chain,
    beside: chain
      .slice(1)
      .flatMap(from => {
        const to = next(from).find(name => !chain.includes(name));
        return to ? [{ from, to }] : [];
      })
      .filter(
        (one, index, all) => all.findIndex(it => it.to === one.to) === index,
      ),
  };
}
