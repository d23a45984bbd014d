import { useApi } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import { useRemote } from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../accessApiRef';

/** The strongest role of the reader by cluster. */
export function useOwnRoles(rights: RightsMatrix): {
  readonly known: boolean;
  readonly get: (cluster: string) => string | undefined;
} {
  const api = useApi(accessApiRef);
  const entity = rights.entityRef;
  const answer = useRemote(entity, signal =>
    api.explain({ entity }, { signal }),
  );
  const chains = answer.status === 'ready' ? answer.data.chains : [];
  const rankOf = (role: string) =>
    rights.roles.find(({ name }) => name === role)?.rank ?? 0;
  return {
    known: answer.status === 'ready',
    get: cluster =>
      chains
        .filter(chain => chain.clusters.includes(cluster))
        .map(({ role }) => role)
        .sort((a, b) => rankOf(b) - rankOf(a))[0],
  };
}
