import {
  CallerChain,
  Edge,
} from '@domaindeck/backstage-plugin-environments-common';

/** What the search for chains has to know. */
export interface ChainInput {
  /** Workloads that run only for the environment. */
  readonly own: readonly string[];
  /** Workloads to which a web address leads. */
  readonly entries: readonly string[];
  readonly edges: readonly Edge[];
  /** False where the catalog says nothing. */
  readonly known: boolean;
}

interface Path {
  readonly missing: number;
  readonly names: readonly string[];
}

/**
 * For each own service the chain of calls from a web address to it: the one for which the fewest others have to be taken
 * along, of those the shortest. Requests enter at the environment's own address and stay in it only as long as every
 * service on the way is its own.
 */
export function callerChains(input: ChainInput): CallerChain[] {
  const own = new Set(input.own);
  const paths = input.known ? cheapestPaths(input, own) : new Map();
  return input.own.map(service => {
    const chain = input.entries.includes(service)
      ? [service]
      : (paths.get(service) as Path | undefined)?.names ?? [];
    const missing = chain.filter(name => !own.has(name));
    return {
      service,
      chain: [...chain],
      missing,
      reachable: reach(chain, missing),
    };
  });
}

function reach(
  chain: readonly string[],
  missing: readonly string[],
): CallerChain['reachable'] {
  if (chain.length === 0) {
    return 'unknown';
  }
  return missing.length === 0 ? 'yes' : 'no';
}

/** From every entry at once, the cheapest first; what costs is a service that would have to be taken along. */
function cheapestPaths(
  input: ChainInput,
  own: ReadonlySet<string>,
): Map<string, Path> {
  const callees = new Map<string, string[]>();
  for (const edge of input.edges) {
    if (edge.kind === 'calls') {
      callees.set(edge.from, [...(callees.get(edge.from) ?? []), edge.to]);
    }
  }
  const cost = (name: string) => (own.has(name) ? 0 : 1);
  const found = new Map<string, Path>();
  const open: Path[] = input.entries.map(entry => ({
    missing: cost(entry),
    names: [entry],
  }));
  while (open.length > 0) {
    open.sort(compare);
    const path = open.shift()!;
    const name = path.names[path.names.length - 1];
    if (!found.has(name)) {
      found.set(name, path);
      for (const callee of callees.get(name) ?? []) {
        if (!found.has(callee)) {
          open.push({
            missing: path.missing + cost(callee),
            names: [...path.names, callee],
          });
        }
      }
    }
  }
  return found;
}

function compare(a: Path, b: Path): number {
  return (
    a.missing - b.missing ||
    a.names.length - b.names.length ||
    (a.names.join() < b.names.join() ? -1 : 1)
  );
}
