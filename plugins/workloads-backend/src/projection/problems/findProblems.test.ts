import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../projectNamespace';
import {
  ago,
  FakeContainer,
  FakeNamespace,
  Json,
  NOW,
  running,
  terminated,
  waiting,
} from '../testUtils';

interface Case {
  readonly container?: FakeContainer;
  readonly pod?: Json;
  readonly events?: readonly Json[];
}

/** pricing with three pods, of which the first `sick` are as the case says. */
function pricing({ container, pod, events = [] }: Case, sick = 1): Workload {
  const namespace = new FakeNamespace();
  const { replicaSet } = namespace.deployment('pricing', 3, {
    status: { readyReplicas: 3 - sick, availableReplicas: 3 - sick },
  });
  const owner = { kind: 'ReplicaSet', of: replicaSet };
  for (const [index, suffix] of ['2xkqp', '8mfdt', 'q7rzn'].entries()) {
    const isSick = index < sick;
    const made = namespace.pod(
      owner,
      suffix,
      isSick ? { ready: false, ...container } : {},
      isSick ? pod : {},
    );
    for (const event of isSick ? events : []) {
      namespace.event('Pod', made, event);
    }
  }
  return projectNamespace(namespace.rows(), NOW)[0];
}

const notScheduled = (message: string, minutes = 5): Json => ({
  metadata: { creationTimestamp: ago(minutes) },
  spec: { nodeName: undefined },
  status: {
    phase: 'Pending',
    startTime: undefined,
    containerStatuses: undefined,
    conditions: [
      {
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message,
        lastTransitionTime: ago(minutes),
      },
    ],
  },
});

const pending: Json = { status: { phase: 'Pending', startTime: ago(49) } };

const pulling = (reason: string, message: string): Case => ({
  container: {
    image: 'registry.example.com/payments/risk:3.1.0-rc.2',
    state: waiting(reason, message),
  },
  pod: pending,
});

const notFound =
  'rpc error: code = NotFound desc = failed to pull and unpack image "registry.example.com/payments/risk:3.1.0-rc.2": failed to resolve reference "registry.example.com/payments/risk:3.1.0-rc.2": registry.example.com/payments/risk:3.1.0-rc.2: not found';

const oom = terminated({
  exitCode: 137,
  reason: 'OOMKilled',
  startedAt: ago(4),
  finishedAt: ago(1),
});

const limited = { limits: { memory: '512Mi' }, requests: { memory: '384Mi' } };

const readyCheck: Json = {
  reason: 'Unhealthy',
  message:
    'Readiness probe failed: dial tcp 10.1.2.3:8080: connect: connection refused',
};

describe('problems of pods', () => {
  const cases: readonly [string, Case, string, string, string, string][] = [
    [
      'killed for its memory, backing off',
      {
        container: {
          restartCount: 6,
          resources: limited,
          state: waiting(
            'CrashLoopBackOff',
            'back-off 2m40s restarting failed',
          ),
          lastState: oom,
        },
      },
      'out-of-memory',
      '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
      'failed',
      'Out of memory, restarting',
    ],
    [
      'killed for its memory, running again for a moment',
      {
        container: {
          ready: true,
          restartCount: 6,
          resources: limited,
          state: running(0.5),
          lastState: oom,
        },
      },
      'out-of-memory',
      '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
      'failed',
      'Out of memory, restarting',
    ],
    [
      'killed for its memory without a limit',
      { container: { state: oom } },
      'out-of-memory',
      '1 of 3 pods crashed: out of memory on the node, with no limit of its own',
      'failed',
      'Out of memory',
    ],
    [
      'crash loop',
      {
        container: {
          restartCount: 3,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated(),
        },
      },
      'crash-loop',
      '1 of 3 pods keeps crashing: exit code 1',
      'failed',
      'Crashing, restarting',
    ],
    [
      'crash loop by signal',
      {
        container: {
          restartCount: 3,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated({ exitCode: 139 }),
        },
      },
      'crash-loop',
      '1 of 3 pods keeps crashing: exit code 139, killed by signal 11',
      'failed',
      'Crashing, restarting',
    ],
    [
      'ends well again and again',
      {
        container: {
          restartCount: 9,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated({ exitCode: 0, reason: 'Completed' }),
        },
      },
      'crash-loop',
      '1 of 3 pods keeps stopping by itself, exit code 0',
      'failed',
      'Crashing, restarting',
    ],
    [
      'a container at start crashes',
      {
        container: { state: waiting('PodInitializing') },
        pod: {
          spec: { initContainers: [{ name: 'schema-check', image: 'x:1' }] },
          status: {
            phase: 'Pending',
            initContainerStatuses: [
              {
                name: 'schema-check',
                restartCount: 4,
                ready: false,
                state: waiting('CrashLoopBackOff'),
                lastState: terminated({ exitCode: 2 }),
              },
            ],
          },
        },
      },
      'crash-loop',
      '1 of 3 pods cannot start: schema-check at start keeps failing, exit code 2',
      'failed',
      'Fails at start, retrying',
    ],
    [
      'liveness check fails',
      {
        container: {
          restartCount: 5,
          state: waiting('CrashLoopBackOff'),
          lastState: terminated({ exitCode: 137 }),
        },
        events: [
          {
            reason: 'Unhealthy',
            message:
              'Liveness probe failed: HTTP probe failed with statuscode: 500',
          },
        ],
      },
      'liveness',
      '1 of 3 pods is restarted again and again: the liveness check fails',
      'failed',
      'Check fails, restarting',
    ],
    [
      'image not in the registry',
      pulling('ErrImagePull', notFound),
      'image-pull',
      '1 of 3 pods cannot start: image risk:3.1.0-rc.2 is not in the registry',
      'failed',
      'Image cannot be pulled',
    ],
    [
      'image not in the registry, backing off without the reason',
      {
        ...pulling(
          'ImagePullBackOff',
          'Back-off pulling image "registry.example.com/payments/risk:3.1.0-rc.2"',
        ),
        events: [
          { reason: 'Failed', message: 'Error: ImagePullBackOff' },
          {
            reason: 'Failed',
            message: `Failed to pull image "registry.example.com/payments/risk:3.1.0-rc.2": ${notFound}`,
          },
        ],
      },
      'image-pull',
      '1 of 3 pods cannot start: image risk:3.1.0-rc.2 is not in the registry',
      'failed',
      'Image cannot be pulled',
    ],
    [
      'registry refuses',
      pulling(
        'ErrImagePull',
        'failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized',
      ),
      'image-pull',
      '1 of 3 pods cannot start: the registry refuses image risk:3.1.0-rc.2 to this cluster',
      'failed',
      'Image cannot be pulled',
    ],
    [
      'registry unreachable',
      pulling(
        'ErrImagePull',
        'failed to do request: Head "https://registry.example.com/v2/not-found/manifests/1": dial tcp: lookup registry.example.com: no such host',
      ),
      'image-pull',
      '1 of 3 pods cannot start: the registry of image risk:3.1.0-rc.2 does not answer',
      'failed',
      'Image cannot be pulled',
    ],
    [
      'image name',
      {
        container: {
          image: 'Registry/Risk:::1',
          state: waiting(
            'InvalidImageName',
            'Failed to apply default image tag',
          ),
        },
        pod: pending,
      },
      'image-name',
      '1 of 3 pods cannot start: "Registry/Risk:::1" is not a valid image name',
      'failed',
      'Image name is invalid',
    ],
    [
      'ConfigMap missing',
      {
        container: {
          state: waiting(
            'CreateContainerConfigError',
            'configmap "pricing-config" not found',
          ),
        },
        pod: pending,
      },
      'config-missing',
      '1 of 3 pods cannot start: ConfigMap pricing-config is missing',
      'failed',
      'ConfigMap is missing',
    ],
    [
      'key of a Secret missing',
      {
        container: {
          state: waiting(
            'CreateContainerConfigError',
            "couldn't find key DB_PASSWORD in Secret payments-prod/pricing-db",
          ),
        },
        pod: pending,
      },
      'config-missing',
      '1 of 3 pods cannot start: key DB_PASSWORD is missing in Secret pricing-db',
      'failed',
      'Secret is missing',
    ],
    [
      'mounted Secret missing',
      {
        container: { state: waiting('ContainerCreating') },
        pod: pending,
        events: [
          {
            reason: 'FailedMount',
            message:
              'MountVolume.SetUp failed for volume "tls" : secret "pricing-tls" not found',
          },
        ],
      },
      'config-missing',
      '1 of 3 pods cannot start: Secret pricing-tls is missing',
      'failed',
      'Secret is missing',
    ],
    [
      'command not in the image',
      {
        container: {
          restartCount: 2,
          state: waiting(
            'RunContainerError',
            'failed to create containerd task: exec: "/app/run": stat /app/run: no such file or directory',
          ),
        },
      },
      'container-start',
      '1 of 3 pods cannot start: the command of container app is not in its image',
      'failed',
      'Container cannot start',
    ],
    [
      'volume',
      {
        container: { state: waiting('ContainerCreating') },
        pod: pending,
        events: [
          {
            reason: 'FailedAttachVolume',
            message:
              'AttachVolume.Attach failed for volume "pvc-91c7" : rpc error: disk is busy',
          },
        ],
      },
      'volume',
      '1 of 3 pods cannot start: volume pvc-91c7 cannot be attached to the node',
      'failed',
      'Volume cannot be mounted',
    ],
    [
      'claim missing',
      {
        pod: notScheduled(
          '0/5 nodes are available: persistentvolumeclaim "data" not found. preemption: not eligible',
        ),
      },
      'volume',
      '1 of 3 pods cannot start: volume claim data is missing',
      'failed',
      'Volume is missing',
    ],
    [
      'no room',
      {
        container: { resources: { requests: { cpu: '8' } } },
        pod: notScheduled(
          '0/5 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 4 Insufficient cpu. preemption: 0/5 nodes are available: 5 No preemption victims found for incoming pod.',
        ),
      },
      'unschedulable',
      '1 of 3 pods waits for a node: 4 of 5 nodes have too little CPU for the 8 cores that a pod asks',
      'failed',
      'No node has room',
    ],
    [
      'no node fits, just now',
      {
        pod: notScheduled(
          "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector.",
          0.5,
        ),
      },
      'unschedulable',
      '1 of 3 pods waits for a node: its node selector rules out 3 of 3 nodes',
      'degraded',
      'No node fits',
    ],
    [
      'node lost while kubectl says Running',
      {
        container: { ready: true },
        pod: {
          status: {
            conditions: [
              { type: 'Ready', status: 'False', lastTransitionTime: ago(3) },
              {
                type: 'ContainersReady',
                status: 'True',
                lastTransitionTime: ago(24),
              },
            ],
          },
        },
      },
      'node-lost',
      '1 of 3 pods is out of reach: node sh-w-31 does not answer',
      'degraded',
      'Node does not answer',
    ],
    [
      'ready check fails since it had been ready',
      {
        pod: {
          status: {
            conditions: [
              {
                type: 'Ready',
                status: 'False',
                reason: 'ContainersNotReady',
                lastTransitionTime: ago(3),
              },
            ],
          },
        },
        events: [readyCheck],
      },
      'not-ready',
      '1 of 3 pods runs and does not answer the ready check',
      'degraded',
      'Ready check fails',
    ],
    [
      'never became ready in its time',
      { container: { state: running(24) } },
      'not-ready',
      '1 of 3 pods runs but is not ready',
      'degraded',
      '1 of 3 not ready',
    ],
    [
      'a reason that no rule knows',
      {
        container: { state: waiting('FluxCapacitorEmpty', 'needs 1.21 GW') },
        pod: pending,
      },
      'other',
      '1 of 3 pods is held up: FluxCapacitorEmpty',
      'degraded',
      'Held up: FluxCapacitorEmpty',
    ],
  ];

  it.each(cases)('%s', (_, given, code, message, health, reason) => {
    const workload = pricing(given);
    expect(workload).toMatchObject({ health, reason });
    expect(workload.problems).toMatchObject([{ code, message }]);
    expect(workload.problems[0].object).toBe('Pod/pricing-7c9d5f-2xkqp');
    expect(workload.problems[0].params).toMatchObject({ pods: 1, total: 3 });
  });

  it('gives the facts, the first sight and the words of the cluster', () => {
    const workload = pricing({
      container: {
        restartCount: 6,
        resources: limited,
        state: waiting('CrashLoopBackOff'),
        lastState: overMessage(oom, 'java.lang.OutOfMemoryError'),
      },
      events: [{ firstTimestamp: ago(21) }],
    });
    expect(workload.problems).toEqual([
      {
        code: 'out-of-memory',
        message:
          '1 of 3 pods keeps crashing: out of memory at its 512 MiB limit',
        object: 'Pod/pricing-7c9d5f-2xkqp',
        container: 'app',
        since: ago(21),
        detail: 'java.lang.OutOfMemoryError',
        params: {
          container: 'app',
          exitCode: 137,
          limit: 512 * 2 ** 20,
          pods: 1,
          restarts: 6,
          total: 3,
        },
      },
    ]);
    expect(workload.changedAt).toBe(ago(21));
    expect(workload.restarts).toBe(6);
  });

  it('counts pods with the same trouble once, and says all when it is all', () => {
    const crash: Case = {
      container: {
        restartCount: 3,
        state: waiting('CrashLoopBackOff'),
        lastState: terminated(),
      },
    };
    const messages = [2, 3].map(sick => pricing(crash, sick).problems);
    expect(messages).toMatchObject([
      [{ message: '2 of 3 pods keep crashing: exit code 1' }],
      [{ message: 'All 3 pods keep crashing: exit code 1' }],
    ]);
  });

  it.each<[string, FakeContainer]>([
    ['one crash', { restartCount: 1, lastState: terminated() }],
    [
      'crashes of long ago',
      { restartCount: 7, lastState: terminated({ finishedAt: ago(11) }) },
    ],
    [
      'a crash after days of good work',
      {
        restartCount: 4,
        lastState: terminated({ startedAt: ago(60 * 24), finishedAt: ago(2) }),
      },
    ],
  ])('forgives a pod that answers: %s', (_, container) => {
    const workload = pricing({ container: { ready: true, ...container } }, 1);
    expect(workload.problems).toEqual([]);
  });

  it('says nothing of a young pod that is about to start', () => {
    const young: Json = {
      metadata: { creationTimestamp: ago(1) },
      status: {
        startTime: ago(1),
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'ContainersNotReady',
            lastTransitionTime: ago(1),
          },
        ],
      },
    };
    const workload = pricing({
      container: { state: running(0.9) },
      pod: young,
      events: [{ ...readyCheck, lastTimestamp: ago(0.5) }],
    });
    expect(workload).toMatchObject({
      health: 'progressing',
      reason: 'Starting, 1 to go',
      problems: [],
    });
  });
});

function overMessage(state: Json, message: string): Json {
  return { terminated: { ...(state.terminated as Json), message } };
}
