import { Specification } from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentStore } from '../store/types';

/** Names that environments of a domain have in a cluster already. */
export async function takenNames(
  store: EnvironmentStore,
  { domain, cluster }: Pick<Specification, 'domain' | 'cluster'>,
): Promise<string[]> {
  const { items } = await store.list({ domain, limit: 500 });
  return items.filter(one => one.cluster === cluster).map(one => one.name);
}
