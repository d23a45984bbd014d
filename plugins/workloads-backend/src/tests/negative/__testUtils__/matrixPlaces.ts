import { Target } from './contract';

const HERE: Target = {
  entity: 'payments',
  cluster: 'dev-1',
  namespace: 'payments-dev',
  workload: 'pricing',
};
const NOWHERE: Target = {
  entity: 'ghost',
  cluster: 'dev-1',
  namespace: 'no-such',
  workload: 'pricing',
};

/** What a person asks about, and what stands for the same thing that does not exist. */
export const MATRIX_PLACES: Readonly<
  Record<string, { target: Target; absent: Target }>
> = {
  'own domain': { target: HERE, absent: NOWHERE },
  'other domain': {
    target: {
      entity: 'rides',
      cluster: 'dev-1',
      namespace: 'rides-dev',
      workload: 'matching',
    },
    absent: NOWHERE,
  },
  'other cluster': {
    target: { ...HERE, cluster: 'prod-sh', namespace: 'payments-prod' },
    absent: { ...HERE, cluster: 'prod-sh', namespace: 'no-such' },
  },
  'partner cluster': {
    target: { ...HERE, cluster: 'partner-kl', namespace: 'payments-partner' },
    absent: { ...HERE, cluster: 'partner-kl', namespace: 'no-such' },
  },
  'unclaimed namespace': {
    target: { ...NOWHERE, namespace: 'legacy-batch' },
    absent: NOWHERE,
  },
  'unknown namespace': {
    target: { ...NOWHERE, namespace: 'nobody-knows' },
    absent: NOWHERE,
  },
};
