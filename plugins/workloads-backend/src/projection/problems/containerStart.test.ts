import { ago, Json, Sickness, sickWorkload, waiting } from '../testUtils';

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

const pulling = (reason: string, message: string): Sickness => ({
  container: {
    image: 'registry.example.com/payments/risk:3.1.0-rc.2',
    state: waiting(reason, message),
  },
  pod: pending,
});

const notFound =
  'rpc error: code = NotFound desc = failed to pull and unpack image "registry.example.com/payments/risk:3.1.0-rc.2": failed to resolve reference "registry.example.com/payments/risk:3.1.0-rc.2": registry.example.com/payments/risk:3.1.0-rc.2: not found';

describe('pods that cannot start', () => {
  const cases: readonly [string, Sickness, string, string, string, string][] = [
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
      '1 of 3 pods cannot start: registry.example.com, the registry of image risk:3.1.0-rc.2, is not known',
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
  ];

  it.each(cases)('%s', (_, given, code, message, health, reason) => {
    const workload = sickWorkload(given);
    expect(workload).toMatchObject({ health, reason });
    expect(workload.problems).toMatchObject([{ code, message }]);
    expect(workload.problems[0].object).toBe('Pod/pricing-7c9d5f-2xkqp');
    expect(workload.problems[0].params).toMatchObject({ pods: 1, total: 3 });
  });
});
