import { LogHistoryQuery } from '@domaindeck/backstage-plugin-workloads-node';

/** A question for an hour of the namespace `pay`. */
export function historyQuery(
  query: Partial<LogHistoryQuery> = {},
): LogHistoryQuery {
  return {
    scopes: [{ namespace: 'pay', pods: ['api-[a-z]+'], container: 'api' }],
    from: '2026-11-01T00:00:00.000000000Z',
    to: '2026-11-01T01:00:00.000000000Z',
    include: [],
    exclude: [],
    signal: new AbortController().signal,
    ...query,
  };
}
