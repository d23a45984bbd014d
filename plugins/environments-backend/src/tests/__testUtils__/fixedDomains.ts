import { NotFoundError } from '@backstage/errors';
import { DomainSource } from '../../domains';
import { TestTarget } from './TestTarget';

/** One domain that lives in one namespace of one cluster, of whose relations nothing is known. */
export function fixedDomains({
  baseline,
  target,
  domain,
  versions = {},
}: {
  readonly baseline: string;
  readonly target: TestTarget;
  readonly domain: string;
  readonly versions?: Awaited<ReturnType<DomainSource['versions']>>;
}): DomainSource {
  const cluster = target.definition.name;
  return {
    baselines: async ref => {
      if (ref !== domain) {
        throw new NotFoundError(`There is no domain "${ref}"`);
      }
      return {
        baselines: [
          { ref: `${cluster}/${baseline}`, cluster, namespace: baseline },
        ],
        clusters: [],
      };
    },
    services: async () => ({ components: {}, running: {} }),
    versions: async () => versions,
    relations: async () => ({ known: false, edges: [] }),
    baselinesIn: async () => [baseline],
  };
}
