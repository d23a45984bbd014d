import { Options } from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentStore, StoredEnvironment } from '../store/types';

/** Whether the caller may see an environment. */
export type HolderView = (environment: StoredEnvironment) => boolean;

/** Who holds what of a domain: those that the caller may see, and how many others there are. */
export async function holdersOf(
  store: EnvironmentStore,
  domain: string,
  view: HolderView,
): Promise<Pick<Options, 'holders' | 'hiddenHolders'>> {
  const { items } = await store.list({ domain, limit: 500 });
  const shown = items.filter(view);
  return {
    holders: shown.map(one => ({
      id: one.id,
      name: one.name,
      creator: one.creator,
      size: one.specification.size,
      expiresAt: new Date(one.expiresAt).toISOString(),
    })),
    hiddenHolders: items.length - shown.length,
  };
}
