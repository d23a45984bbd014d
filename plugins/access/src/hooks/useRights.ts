import { useApi } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  RemoteResult,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../accessApiRef';

/** A changed grant is in force after at most 30 s; half of it leaves room for the answer. */
const EVERY_MS = 15_000;

/** Who may do what in the domain of an entity, kept up to date. */
export function useRights(entityRef: string): RemoteResult<RightsMatrix> {
  const api = useApi(accessApiRef);
  return useRemote(entityRef, signal => api.getRights(entityRef, { signal }), {
    everyMs: EVERY_MS,
  });
}
