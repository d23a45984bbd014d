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
