import { stringify } from 'yaml';
import { accountNames } from './accounts';

/** What the API server is to write down: each request of the portal's account once, nothing of the others. */
export function auditPolicy(): string {
  return stringify({
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    rules: [
      { level: 'Metadata', users: [accountNames.portal] },
      { level: 'None' },
    ],
  });
}

/**
 * Number of requests for resources in an audit log; `/readyz` and its like are none. A request that lasts has two lines,
 * one when its answer begins and one when it ends.
 */
export function countAudited(log: string): number {
  const ids = new Set<string>();
  for (const line of log.split('\n').filter(Boolean)) {
    const event = JSON.parse(line) as { auditID: string; objectRef?: object };
    if (event.objectRef) {
      ids.add(event.auditID);
    }
  }
  return ids.size;
}
