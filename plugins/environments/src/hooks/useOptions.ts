import { useApi } from '@backstage/frontend-plugin-api';
import { Options } from '@domaindeck/backstage-plugin-environments-common';
import {
  RemoteOptions,
  RemoteResult,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { environmentsApiRef } from '../environmentsApiRef';

/**
 * What the reader may ask for in a domain.
 * @param query - Undefined asks nothing.
 */
export function useOptions(
  query:
    | {
        readonly domain: string;
        readonly cluster?: string;
        readonly baseline?: string;
      }
    | undefined,
  options?: RemoteOptions,
): RemoteResult<Options> {
  const api = useApi(environmentsApiRef);
  return useRemote(
    query && `${query.domain} ${query.cluster ?? ''} ${query.baseline ?? ''}`,
    signal => api.getOptions(query!, { signal }),
    options,
  );
}
