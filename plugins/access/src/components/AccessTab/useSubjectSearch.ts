import { useMemo } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { SubjectInfo } from '@domaindeck/backstage-plugin-access-common';
import { useRemote } from '@domaindeck/backstage-plugin-workloads-react';

const SHOWN = 20;

/** People and departments of the catalog whose name holds a text; none for an empty text. */
export function useSubjectSearch(term: string): readonly SubjectInfo[] {
  const catalog = useApi(catalogApiRef);
  const answer = useRemote(
    term ? 'subjects' : undefined,
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
        fields: ['kind', 'metadata', 'spec.profile.displayName'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: SHOWN,
      }),
    { changeKey: term },
  );
  const items = answer.status === 'ready' ? answer.data.items : undefined;
  return useMemo(() => (items ?? []).map(subjectOf), [items]);
}

function subjectOf(entity: Entity): SubjectInfo {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    ref: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US') === 'user' ? 'user' : 'group',
    title:
      profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
    known: true,
  };
}
