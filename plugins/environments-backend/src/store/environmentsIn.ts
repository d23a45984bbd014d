import { EnvironmentStore, StoredEnvironment } from './types';

const PAGE = 200;

/** All environments of a cluster that are not gone. */
export async function environmentsIn(
  store: EnvironmentStore,
  cluster: string,
): Promise<StoredEnvironment[]> {
  const found: StoredEnvironment[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list({
      filter: { field: 'cluster', values: [cluster] },
      limit: PAGE,
      cursor,
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}
