import { ago, FakeNamespace, Json } from '../testUtils';
import { changesOf } from './testUtils/changesOf';

describe('scalings', () => {
  function scaled(
    namespace: FakeNamespace,
    about: Json,
    text: string,
    minutes: number,
  ) {
    namespace.event('Deployment', about, {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: `Scaled ${text}`,
      firstTimestamp: ago(minutes),
      lastTimestamp: ago(minutes),
    });
  }

  it('are read from the events of the current ReplicaSet, a rollout’s own moves left out', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment('pricing', 5);
    scaled(namespace, deployment, 'up replica set pricing-old to 9', 50);
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 0 to 1',
      24,
    );
    scaled(
      namespace,
      deployment,
      'down replica set pricing-old from 3 to 2',
      23,
    );
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 1 to 3',
      23,
    );
    scaled(
      namespace,
      deployment,
      'down replica set pricing-old from 2 to 0',
      22,
    );
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 3 to 8',
      10,
    );
    scaled(
      namespace,
      deployment,
      'down replica set pricing-7c9d5f from 8 to 5',
      5,
    );
    expect(
      changesOf(namespace).filter(({ type }) => type === 'scaling'),
    ).toMatchObject([
      { at: ago(5), from: 8, to: 5, outcome: 'succeeded' },
      { at: ago(10), from: 3, to: 8, outcome: 'superseded' },
    ]);
  });

  it('do not take the first pods of a release that stops the old ones first for one', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment('pricing', 3);
    scaled(
      namespace,
      deployment,
      'down replica set pricing-old from 3 to 0',
      25,
    );
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 0 to 3',
      24,
    );
    scaled(
      namespace,
      deployment,
      'down replica set pricing-7c9d5f from 3 to 0',
      9,
    );
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 0 to 3',
      8,
    );
    expect(
      changesOf(namespace).filter(({ type }) => type === 'scaling'),
    ).toMatchObject([
      { from: 0, to: 3 },
      { from: 3, to: 0 },
    ]);
  });

  it('are known better once the workload is watched, and say that an autoscaler did it', () => {
    const namespace = new FakeNamespace();
    const { deployment } = namespace.deployment('pricing', 5, {
      status: {
        replicas: 4,
        updatedReplicas: 4,
        readyReplicas: 4,
        availableReplicas: 4,
      },
    });
    scaled(
      namespace,
      deployment,
      'up replica set pricing-7c9d5f from 3 to 5',
      10,
    );
    const autoscaler = namespace.put(
      'horizontalpodautoscalers',
      namespace.object('pricing', {
        spec: {
          maxReplicas: 8,
          scaleTargetRef: { kind: 'Deployment', name: 'pricing' },
        },
      }),
    );
    namespace.event('HorizontalPodAutoscaler', autoscaler, {
      type: 'Normal',
      reason: 'SuccessfulRescale',
      message: 'New size: 5; reason: cpu above target',
      lastTimestamp: ago(10),
    });
    const sighting = { type: 'scaling', at: ago(9.9), from: 3, to: 5 } as const;
    expect(
      changesOf(namespace, () => ({ since: ago(60), sightings: [sighting] })),
    ).toMatchObject([
      {
        type: 'scaling',
        at: sighting.at,
        from: 3,
        to: 5,
        who: 'HorizontalPodAutoscaler/pricing',
        outcome: 'in-progress',
        reason: 'Starting, 1 to go',
      },
      { type: 'release' },
    ]);
    expect(changesOf(namespace)).toMatchObject([
      { at: ago(10), from: 3, to: 5, who: 'HorizontalPodAutoscaler/pricing' },
      { type: 'release' },
    ]);
  });
});
