import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** The Environments tab of a domain. An app that gives the tab another path than the usual one loses these links. */
export function useDomainPath(): (domain: string) => string {
  const route = useRouteRef(entityRouteRef);
  return useCallback(
    (domain: string) => {
      const { kind, namespace, name } = parseEntityRef(domain);
      return `${route({
        kind: kind.toLocaleLowerCase('en-US'),
        namespace,
        name,
      })}/environments`;
    },
    [route],
  );
}
