import { useApi } from '@backstage/frontend-plugin-api';
import { RightsMemberPage } from '@domaindeck/backstage-plugin-access-common';
import {
  RemoteResult,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../../accessApiRef';

/** More are found by search. */
const SHOWN = 20;

/** A department that is open, and what is searched in it. */
export interface OpenDepartment {
  readonly group: string;
  readonly q: string;
}

/** The people of the departments that are open, by ref of the department. */
export function useMembers(
  entityRef: string,
  open: readonly OpenDepartment[],
): RemoteResult<ReadonlyMap<string, RightsMemberPage>> {
  const api = useApi(accessApiRef);
  return useRemote(
    open.length > 0 ? entityRef : undefined,
    async signal =>
      new Map(
        await Promise.all(
          open.map(async ({ group, q }) => {
            const page = await api.getRightsMembers(
              entityRef,
              { group, q, limit: SHOWN },
              { signal },
            );
            return [group, page] as const;
          }),
        ),
      ),
    { changeKey: JSON.stringify(open), everyMs: 30_000 },
  );
}
