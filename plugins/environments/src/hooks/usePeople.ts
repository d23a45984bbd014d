import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useRemote } from '@domaindeck/backstage-plugin-workloads-react';

const SHOWN = 20;

/** References of people and groups of the catalog whose name holds a text; none for an empty text. */
export function usePeople(term: string): readonly string[] {
  const catalog = useApi(catalogApiRef);
  const answer = useRemote(
    term ? 'people' : undefined,
    async () =>
      catalog.queryEntities({
        filter: { kind: ['user', 'group'] },
        fullTextFilter: {
          term,
          fields: [
            'metadata.name',
            'metadata.title',
            'spec.profile.displayName',
          ],
        },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: SHOWN,
      }),
    { changeKey: term },
  );
  const items = answer.status === 'ready' ? answer.data.items : undefined;
  return useMemo(
    () => (items ?? []).map(entity => stringifyEntityRef(entity)),
    [items],
  );
}
