import {
  Environment,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/**
 * A healthy Deployment of two pods with what a test cares about laid over it. `id` follows from the names.
 * @public
 */
export function aWorkload(
  parts: Partial<Workload> & Pick<Workload, 'cluster' | 'name'>,
): Workload {
  const { cluster, name } = parts;
  const namespace = parts.namespace ?? 'payments';
  const kind = parts.kind ?? 'Deployment';
  const version = parts.version ?? '1.0.0';
  return {
    id: `${cluster}/${namespace}/${kind}/${name}`,
    namespace,
    kind,
    uid: `uid-${cluster}-${namespace}-${name}`,
    images: [
      {
        container: name,
        image: `registry.example.com/payments/${name}:${version}`,
        tag: version,
      },
    ],
    version,
    replicas: { desired: 2, ready: 2, updated: 2, available: 2 },
    health: 'healthy',
    problems: [],
    restarts: 0,
    createdAt: '2026-01-01T00:00:00Z',
    changedAt: '2026-01-02T00:00:00Z',
    pods: [],
    ...parts,
  };
}

/**
 * A baseline environment of `domain:default/payments` that the reader may view.
 * @public
 */
export function anEnvironment(
  parts: Partial<Environment> & Pick<Environment, 'cluster' | 'tier'>,
): Environment {
  const namespace = parts.namespace ?? 'payments';
  return {
    ref: `${parts.cluster}/${namespace}`,
    namespace,
    kind: 'baseline',
    domainRef: 'domain:default/payments',
    verbs: ['view', 'events'],
    ...parts,
  };
}
