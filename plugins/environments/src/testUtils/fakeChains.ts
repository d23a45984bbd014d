import { CallerChain } from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsWorld } from './EnvironmentsWorld';

/** For each service the shortest way of calls from a web address to it, and who is missing on that way. */
export function fakeChains(
  world: Pick<EnvironmentsWorld, 'edges' | 'relationsKnown'>,
  own: readonly string[],
): CallerChain[] {
  const calls = world.edges.filter(edge => edge.kind === 'calls');
  const found = new Map<string, string[]>();
  let open = calls.filter(edge => edge.from === '').map(edge => [edge.to]);
  while (open.length > 0 && world.relationsKnown) {
    const next: string[][] = [];
    for (const path of open) {
      const name = path[path.length - 1];
      if (!found.has(name)) {
        found.set(name, path);
        calls
          .filter(edge => edge.from === name)
          .forEach(edge => next.push([...path, edge.to]));
      }
    }
    open = next;
  }
  return own.map(service => {
    const chain = found.get(service) ?? [];
    const missing = chain.filter(name => !own.includes(name));
    const reach = missing.length === 0 ? 'yes' : 'no';
    return {
      service,
      chain,
      missing,
      reachable: chain.length === 0 ? 'unknown' : reach,
    };
  });
}
