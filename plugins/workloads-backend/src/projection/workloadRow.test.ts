import { projectors } from './projectors';
import { ago } from './testUtils';

const metadata = {
  uid: '0b1c2d3e',
  name: 'pricing',
  namespace: 'payments-prod',
  resourceVersion: '4711',
  creationTimestamp: '2026-11-23T13:44:31Z',
  labels: { 'app.kubernetes.io/name': 'pricing', absurd: 7 },
};

describe('workloads', () => {
  it('keep images, counts, revision and the annotations that are read', () => {
    const row = projectors.deployments({
      metadata: {
        ...metadata,
        generation: 4,
        annotations: {
          'deployment.kubernetes.io/revision': '12',
          'kubectl.kubernetes.io/last-applied-configuration': '{"secret":1}',
          'kubernetes.io/change-cause': 'run 8841',
        },
      },
      spec: {
        replicas: 0,
        paused: true,
        progressDeadlineSeconds: 120,
        strategy: { type: 'RollingUpdate' },
        template: {
          spec: {
            containers: [
              { name: 'app', image: 'pricing:5.2.1' },
              { name: 'x' },
            ],
            initContainers: [{ name: 'check', image: 'check:1' }],
          },
        },
      },
      status: {
        observedGeneration: 3,
        readyReplicas: -1,
        updatedReplicas: '2',
      },
    });
    expect(row).toMatchObject({
      kind: 'Deployment',
      annotations: {
        'deployment.kubernetes.io/revision': '12',
        'kubernetes.io/change-cause': 'run 8841',
      },
      revision: 12,
      generation: 4,
      observedGeneration: 3,
      images: [
        { container: 'app', image: 'pricing:5.2.1', tag: '5.2.1' },
        { container: 'check', image: 'check:1', tag: '1' },
      ],
      desired: 0,
      current: 0,
      ready: 0,
      updated: 0,
      available: 0,
      paused: true,
      suspended: false,
      updateStrategy: 'RollingUpdate',
      progressDeadlineSeconds: 120,
    });
    expect(Object.keys(row.annotations)).toHaveLength(2);
  });

  it('take a Job without completions to want one success', () => {
    const row = projectors.jobs({
      metadata,
      spec: { completions: null, suspend: true },
      status: { failed: 2, active: 1, startTime: ago(5) },
    });
    expect(row).toMatchObject({
      desired: 1,
      current: 1,
      failedPods: 2,
      suspended: true,
      startedAt: ago(5),
    });
  });
});
