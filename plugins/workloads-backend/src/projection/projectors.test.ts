import { projectors } from './projectors';
import { WatchedResource } from './rows';
import { ago, Json, terminated } from './testUtils';

const metadata = {
  uid: '0b1c2d3e',
  name: 'pricing',
  namespace: 'payments-prod',
  resourceVersion: '4711',
  creationTimestamp: '2026-11-23T13:44:31Z',
  labels: { 'app.kubernetes.io/name': 'pricing', absurd: 7 },
};

const meta = {
  uid: '0b1c2d3e',
  name: 'pricing',
  namespace: 'payments-prod',
  resourceVersion: '4711',
  createdAt: '2026-11-23T13:44:31Z',
};

const resources = Object.keys(projectors) as WatchedResource[];

describe('every projector', () => {
  it.each(resources)(
    '%s: takes an object with nothing but its names',
    resource => {
      const row = projectors[resource]({ metadata: { uid: 'u', name: 'n' } });
      expect(row).toMatchObject({
        uid: 'u',
        name: 'n',
        namespace: '',
        resourceVersion: '',
      });
      expect(row.createdAt).toBeUndefined();
    },
  );

  it.each(resources)('%s: keeps what every object has', resource => {
    expect(projectors[resource]({ metadata })).toMatchObject(meta);
  });

  it.each(resources)('%s: says which object has no uid or name', resource => {
    const project = projectors[resource];
    for (const value of [
      undefined,
      null,
      'text',
      7,
      [],
      {},
      { metadata: [] },
    ]) {
      expect(() => project(value)).toThrow(/ \/\? has no metadata\.name/);
    }
    expect(() => project({ metadata: { ...metadata, uid: 5 } })).toThrow(
      'payments-prod/pricing has no metadata.uid',
    );
    expect(() => project({ metadata: { ...metadata, name: '' } })).toThrow(
      'payments-prod/? has no metadata.name',
    );
  });

  it.each(resources)('%s: survives fields of other types', resource => {
    const wrong = ['text', 7, null, true, [null, 7, 'a', [], {}], { a: 1 }];
    for (const value of wrong) {
      const raw = {
        metadata: {
          ...metadata,
          labels: value,
          annotations: value,
          ownerReferences: value,
        },
        spec: value,
        status: value,
        involvedObject: value,
        series: value,
        source: value,
        type: value,
      };
      expect(projectors[resource](raw)).toMatchObject(meta);
    }
  });
});

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

describe('autoscalers', () => {
  it.each<[string, Json, Json, Json[]]>([
    [
      'v2',
      {
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'memory',
              container: 'app',
              target: { averageValue: '1Gi' },
            },
          },
          {
            type: 'External',
            external: { metric: { name: 'queue' }, target: { value: '30' } },
          },
          { type: 'Unheard' },
        ],
      },
      {
        currentMetrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              current: { averageUtilization: 31, averageValue: '155m' },
            },
          },
          {
            type: 'External',
            external: { metric: { name: 'queue' }, current: { value: '7' } },
          },
        ],
      },
      [
        { name: 'cpu', current: '31 %', target: '70 %' },
        { name: 'memory of app', current: undefined, target: '1Gi' },
        { name: 'queue', current: '7', target: '30' },
        { name: 'metric', current: undefined, target: undefined },
      ],
    ],
    [
      'v1',
      { targetCPUUtilizationPercentage: 70 },
      { currentCPUUtilizationPercentage: 31 },
      [{ name: 'cpu', current: '31 %', target: '70 %' }],
    ],
  ])('%s', (_, spec, status, metrics) => {
    const row = projectors.horizontalpodautoscalers({
      metadata,
      spec: {
        ...spec,
        maxReplicas: 8,
        scaleTargetRef: { kind: 'Deployment', name: 'gateway' },
      },
      status: { ...status, currentReplicas: 3, desiredReplicas: 4 },
    });
    expect(row).toMatchObject({
      target: { kind: 'Deployment', name: 'gateway' },
      min: 1,
      max: 8,
      current: 3,
      desired: 4,
    });
    expect(row.metrics).toEqual(metrics);
  });
});

describe('nodes', () => {
  it.each<[string, Json[], Json]>([
    [
      'ready',
      [{ type: 'Ready', status: 'True' }],
      { ready: true, reason: undefined },
    ],
    [
      'silent',
      [
        {
          type: 'Ready',
          status: 'Unknown',
          reason: 'NodeStatusUnknown',
          message: 'Kubelet stopped posting node status.',
          lastTransitionTime: ago(9),
        },
      ],
      {
        ready: false,
        reason: 'Kubelet stopped posting node status.',
        since: ago(9),
      },
    ],
    [
      'under pressure',
      [
        { type: 'Ready', status: 'True' },
        {
          type: 'DiskPressure',
          status: 'True',
          reason: 'KubeletHasDiskPressure',
        },
      ],
      { ready: true, reason: 'KubeletHasDiskPressure' },
    ],
    ['without a status', [], { ready: false, reason: undefined }],
  ])('%s', (_, conditions, expected) => {
    const row = projectors.nodes({
      metadata,
      spec: { unschedulable: true },
      status: { conditions, nodeInfo: { kubeletVersion: 'v1.36.3' } },
    });
    expect(row).toMatchObject({
      cordoned: true,
      kubeletVersion: 'v1.36.3',
      ...expected,
    });
  });
});

describe('namespaces', () => {
  it('keep labels and our own annotations only', () => {
    const row = projectors.namespaces({
      metadata: {
        uid: 'u',
        name: 'payments-dev',
        labels: { 'domaindeck.io/domain': 'payments' },
        annotations: {
          'domaindeck.io/domain-ref': 'domain:default/payments',
          other: 'x',
        },
      },
      status: { phase: 'Terminating' },
    });
    expect(row).toMatchObject({
      terminating: true,
      labels: { 'domaindeck.io/domain': 'payments' },
      annotations: { 'domaindeck.io/domain-ref': 'domain:default/payments' },
    });
    expect(row.annotations).not.toHaveProperty('other');
  });
});

describe('events', () => {
  it.each<[string, Json, Json]>([
    [
      'classic',
      {
        count: 14,
        firstTimestamp: ago(21),
        lastTimestamp: ago(1),
        source: { component: 'kubelet' },
        type: 'Warning',
      },
      {
        count: 14,
        firstAt: ago(21),
        lastAt: ago(1),
        source: 'kubelet',
        type: 'Warning',
      },
    ],
    [
      'a series without lastTimestamp',
      {
        lastTimestamp: null,
        eventTime: ago(9),
        series: { count: 5, lastObservedTime: ago(2) },
        reportingComponent: 'scheduler',
      },
      {
        count: 5,
        firstAt: ago(9),
        lastAt: ago(2),
        source: 'scheduler',
        type: 'Normal',
      },
    ],
    [
      'only eventTime',
      { eventTime: ago(9) },
      { count: 1, firstAt: ago(9), lastAt: ago(9) },
    ],
    [
      'no time but the creation',
      {},
      { count: 1, firstAt: meta.createdAt, lastAt: meta.createdAt },
    ],
    [
      'events.k8s.io',
      {
        involvedObject: undefined,
        regarding: { kind: 'Pod', name: 'p', uid: 'u' },
        note: 'hello',
        deprecatedCount: 3,
        deprecatedLastTimestamp: ago(4),
        reportingController: 'kubelet',
      },
      {
        message: 'hello',
        count: 3,
        lastAt: ago(4),
        source: 'kubelet',
        involved: { kind: 'Pod', name: 'p', uid: 'u' },
      },
    ],
    [
      'a time with an offset',
      { lastTimestamp: '2026-11-23T22:08:00+08:00' },
      { lastAt: '2026-11-23T14:08:00.000Z' },
    ],
    [
      'times that are none',
      { lastTimestamp: 'yesterday', eventTime: 7 },
      { lastAt: meta.createdAt },
    ],
  ])('%s', (_, over, expected) => {
    const raw = {
      metadata,
      reason: 'BackOff',
      involvedObject: { kind: 'Pod', name: 'p', uid: 'u' },
      ...over,
    };
    expect(projectors.events(raw)).toMatchObject({
      reason: 'BackOff',
      involved: { kind: 'Pod', name: 'p', uid: 'u' },
      ...expected,
    });
  });
});
