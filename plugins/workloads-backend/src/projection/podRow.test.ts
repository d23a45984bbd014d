import { projectors } from './projectors';
import { ago, terminated } from './testUtils';

const metadata = {
  uid: '0b1c2d3e',
  name: 'pricing',
  namespace: 'payments-prod',
  resourceVersion: '4711',
  creationTimestamp: '2026-11-23T13:44:31Z',
  labels: { 'app.kubernetes.io/name': 'pricing', absurd: 7 },
};

describe('pods', () => {
  it('keep containers of every role, main ones first', () => {
    const row = projectors.pods({
      metadata: {
        ...metadata,
        deletionTimestamp: '2026-11-23T14:00:30Z',
        deletionGracePeriodSeconds: 30,
        ownerReferences: [
          { kind: 'Thing', name: 'user', uid: 'no' },
          {
            kind: 'ReplicaSet',
            name: 'pricing-7c9d5f',
            uid: 'rs',
            controller: true,
          },
        ],
      },
      spec: {
        nodeName: 'sh-w-31',
        initContainers: [
          { name: 'schema-check', image: 'check:1' },
          { name: 'proxy', image: 'proxy:1.30', restartPolicy: 'Always' },
        ],
        containers: [
          {
            name: 'app',
            image: 'registry.example.com/payments/pricing:latest',
            env: [{ name: 'PASSWORD', value: 'hidden' }],
            resources: {
              requests: { cpu: '500m', memory: '384Mi' },
              limits: { cpu: 2, memory: '512Mi' },
            },
          },
        ],
        ephemeralContainers: [{ name: 'debug', image: 'busybox' }],
      },
      status: {
        phase: 'Running',
        startTime: '2026-11-23T13:44:32Z',
        conditions: [
          { type: 'Ready', status: 'Maybe', lastTransitionTime: ago(1) },
          { status: 'True' },
        ],
        containerStatuses: [
          {
            name: 'app',
            imageID: `registry.example.com/payments/pricing@sha256:${'ab'.repeat(
              32,
            )}`,
            ready: true,
            restartCount: 6,
            state: { running: { startedAt: ago(1) } },
            lastState: terminated({ exitCode: 137, reason: 'OOMKilled' }),
          },
        ],
      },
    });
    expect(row).toMatchObject({
      owner: { kind: 'ReplicaSet', name: 'pricing-7c9d5f', uid: 'rs' },
      labels: { 'app.kubernetes.io/name': 'pricing' },
      phase: 'Running',
      node: 'sh-w-31',
      startedAt: '2026-11-23T13:44:32Z',
      deletingSince: '2026-11-23T14:00:00.000Z',
      deleteBy: '2026-11-23T14:00:30Z',
      conditions: [{ type: 'Ready', status: 'Unknown', since: ago(1) }],
    });
    expect(row.labels).not.toHaveProperty('absurd');
    expect(row.containers).toMatchObject([
      {
        name: 'app',
        role: 'main',
        image: `registry.example.com/payments/pricing:latest@sha256:${'ab'.repeat(
          32,
        )}`,
        state: 'running',
        ready: true,
        restarts: 6,
        lastEnd: {
          reason: 'OOMKilled',
          exitCode: 137,
          startedAt: ago(2),
          at: ago(1),
        },
        resources: {
          cpuRequest: 0.5,
          cpuLimit: 2,
          memoryRequest: 384 * 2 ** 20,
          memoryLimit: 512 * 2 ** 20,
        },
      },
      { name: 'schema-check', role: 'init', state: 'waiting', ready: false },
      { name: 'proxy', role: 'sidecar' },
      { name: 'debug', role: 'ephemeral' },
    ]);
    expect(JSON.stringify(row)).not.toContain('hidden');
  });

  it('with twelve containers and names of 63 characters are kept whole, long messages are not', () => {
    const name = 'n'.repeat(63);
    const containers = Array.from({ length: 12 }, (_, index) => ({
      name: `${index}`.padStart(63, 'c'),
      image: 'x:1',
    }));
    const row = projectors.pods({
      metadata: { uid: 'u', name },
      spec: { containers },
      status: { message: 'm'.repeat(5000) },
    });
    expect(row.name).toBe(name);
    expect(row.containers.map(container => container.name)).toEqual(
      containers.map(container => container.name),
    );
    expect(row.message).toHaveLength(1025);
  });
});
