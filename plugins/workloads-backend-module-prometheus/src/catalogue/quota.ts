import { divide, max, ofNamespace, where } from '../promql/build';
import { Measure } from './types';

const QUOTA = 'kube_resourcequota';
const BY_QUOTA = ['namespace', 'resourcequota', 'resource'] as const;

const side = (type: string) =>
  max(BY_QUOTA, ofNamespace(QUOTA, where('type', '=', type)));

/** Quotas of namespaces, by kube-state-metrics. */
export const quota: readonly Measure[] = [
  {
    // The share that is taken of each resource; of several quotas the one that is nearest to its end.
    panel: 'quota',
    measure: 'used',
    needs: QUOTA,
    told: { by: 'namespace' },
    subject: 'resource',
    query: max(['namespace', 'resource'], divide(side('used'), side('hard'))),
  },
];
