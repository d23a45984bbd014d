import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useRemote } from '@domaindeck/backstage-plugin-workloads-react';

/** Full reference of the reader; undefined until it is known. */
export function useMe(): string | undefined {
  const identity = useApi(identityApiRef);
  const answer = useRemote('me', async () =>
    (await identity.getBackstageIdentity()).userEntityRef.toLocaleLowerCase(
      'en-US',
    ),
  );
  return answer.status === 'ready' ? answer.data : undefined;
}
