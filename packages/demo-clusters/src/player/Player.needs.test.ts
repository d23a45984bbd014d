import { KubernetesObject } from '../model/KubernetesObject';
import { deploymentManifest } from '../testUtils/deploymentManifest';
import { PlayedWorld, playWorld } from '../testUtils/playWorld';
import { Pod, ReplicatedWorkload, isReady } from './objects';

const metadata = (name: string) => ({ name, namespace: 'demo' });

const pods = (world: PlayedWorld) => world.list<Pod>('v1', 'Pod');

const messages = (world: PlayedWorld, reason: string) =>
  world
    .list('v1', 'Event')
    .filter(event => event.reason === reason)
    .map(event => event.message);

const claim = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: metadata(name),
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
  },
});

/** A Deployment of one pod whose template has more fields. */
function withPodSpec(more: Record<string, unknown>, container = {}) {
  const manifest = deploymentManifest({ replicas: 1 });
  const { template, ...spec } = manifest.spec as ReplicatedWorkload['spec'];
  const [first] = template.spec.containers;
  return {
    ...manifest,
    spec: {
      ...spec,
      template: {
        ...template,
        spec: { containers: [{ ...first, ...container }], ...more },
      },
    },
  };
}

function statefulSet(replicas: number): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadata('db'),
    spec: {
      replicas,
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: {
        metadata: { labels: { app: 'db' } },
        spec: { containers: [{ name: 'app', image: 'example.com/db:1' }] },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            resources: { requests: { storage: '2Gi' } },
          },
        },
      ],
    },
  };
}

const quota = (hard: Record<string, string>): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: metadata('size'),
  spec: { hard },
});

describe('volumes of a played world', () => {
  it('are bound after a moment, and pods wait for them', () => {
    const world = playWorld([]);
    const volumes = [
      { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
    ];
    world.apply(withPodSpec({ volumes }));
    world.pass(5);
    expect(pods(world)[0].spec.nodeName).toBeUndefined();
    expect(messages(world, 'FailedScheduling')).toEqual([
      '0/3 nodes are available: persistentvolumeclaim "data" not found. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
    ]);
    world.apply(claim('data'));
    world.pass(0.5);
    expect(
      world.get('v1', 'PersistentVolumeClaim', 'data').status,
    ).toMatchObject({ phase: 'Pending' });
    world.pass(20);
    const bound = world.get('v1', 'PersistentVolumeClaim', 'data');
    expect(bound.spec).toMatchObject({
      volumeName: `pvc-${bound.metadata.uid}`,
    });
    expect(bound.status).toEqual({
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
    });
    expect(isReady(pods(world)[0])).toBe(true);
  });

  it('belong to the pods of a StatefulSet and outlive them', () => {
    const world = playWorld([statefulSet(2)]);
    world.pass(60);
    const claims = () =>
      world
        .list('v1', 'PersistentVolumeClaim')
        .map(found => found.metadata.name);
    expect(claims()).toEqual(['data-db-0', 'data-db-1']);
    expect(pods(world).map(pod => pod.spec.volumes)).toEqual([
      [{ name: 'data', persistentVolumeClaim: { claimName: 'data-db-0' } }],
      [{ name: 'data', persistentVolumeClaim: { claimName: 'data-db-1' } }],
    ]);
    world.apply(statefulSet(0));
    world.pass(30);
    expect(pods(world)).toEqual([]);
    const deleted = messages(world, 'SuccessfulDelete');
    expect(deleted).toHaveLength(2);
    expect(claims()).toEqual(['data-db-0', 'data-db-1']);
  });
});

describe('settings of a played world', () => {
  it('keep a container from being made until they are there', () => {
    const world = playWorld([]);
    const secretKeyRef = { name: 'login', key: 'password' };
    const env = [{ name: 'PASSWORD', valueFrom: { secretKeyRef } }];
    world.apply(withPodSpec({}, { env }));
    world.pass(20);
    const waiting = () =>
      pods(world)[0].status.containerStatuses?.[0].state.waiting;
    expect(waiting()).toEqual({
      reason: 'CreateContainerConfigError',
      message: 'secret "login" not found',
    });
    expect(messages(world, 'Failed')).toEqual([
      'Error: secret "login" not found',
    ]);
    const secret = { apiVersion: 'v1', kind: 'Secret' };
    world.apply({ ...secret, metadata: metadata('login') });
    world.pass(10);
    expect(waiting()?.message).toBe(
      "couldn't find key password in Secret demo/login",
    );
    world.apply({
      ...secret,
      metadata: metadata('login'),
      stringData: { password: 'x' },
    });
    world.pass(20);
    expect(isReady(pods(world)[0])).toBe(true);
  });

  it('are mounted before anything else, unless they are optional', () => {
    const world = playWorld([]);
    const volumes = [
      { name: 'maybe', secret: { secretName: 'maybe', optional: true } },
      { name: 'rules', configMap: { name: 'rules' } },
    ];
    world.apply(withPodSpec({ volumes }));
    world.pass(20);
    expect(messages(world, 'FailedMount')).toEqual([
      'MountVolume.SetUp failed for volume "rules" : configmap "rules" not found',
    ]);
    world.apply({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata('rules'),
    });
    world.pass(20);
    expect(isReady(pods(world)[0])).toBe(true);
  });
});

describe('a version that the registry does not have', () => {
  it('keeps the old pods while the new one cannot be pulled', () => {
    const world = playWorld([deploymentManifest({ replicas: 2 })]);
    world.apply(deploymentManifest({ replicas: 2, version: '9.9.9-missing' }));
    world.pass(60);
    const reasons = pods(world).map(
      pod => pod.status.containerStatuses?.[0].state.waiting?.reason,
    );
    expect(reasons.sort()).toEqual(['ImagePullBackOff', undefined, undefined]);
    expect(pods(world).filter(isReady)).toHaveLength(2);
    // Sleep ends them all, the stuck one as well.
    world.apply(deploymentManifest({ replicas: 0, version: '9.9.9-missing' }));
    world.pass(30);
    expect(pods(world)).toEqual([]);
  });
});

describe('what a quota of a played world refuses', () => {
  it('is told by the ReplicaSet, and tried again when there is room', () => {
    const world = playWorld([quota({ pods: '1' })]);
    world.apply(deploymentManifest({ replicas: 2 }));
    world.pass(30);
    expect(pods(world)).toHaveLength(1);
    const [set] = world.list<ReplicatedWorkload>('apps/v1', 'ReplicaSet');
    const [failure] = set.status.conditions ?? [];
    expect(failure).toMatchObject({
      type: 'ReplicaFailure',
      status: 'True',
      reason: 'FailedCreate',
      message: expect.stringMatching(
        /is forbidden: exceeded quota: size, requested: pods=1, used: pods=1, limited: pods=1$/,
      ),
    });
    world.apply(quota({ pods: '3' }));
    world.pass(120);
    expect(pods(world).filter(isReady)).toHaveLength(2);
    const status = (kind: string, name: string) =>
      world.get<ReplicatedWorkload>('apps/v1', kind, name).status;
    expect(status('ReplicaSet', set.metadata.name).conditions).toBeUndefined();
    expect(
      status('Deployment', 'app').conditions?.map(({ type }) => type),
    ).toEqual(['Available', 'Progressing']);
    expect(world.get('v1', 'ResourceQuota', 'size').status).toEqual({
      hard: { pods: '3' },
      used: { pods: '2' },
    });
  });

  it('is told by a StatefulSet of its pods and of their volumes', () => {
    const world = playWorld([
      quota({ pods: '0', persistentvolumeclaims: '0' }),
    ]);
    world.apply(statefulSet(1));
    world.pass(2);
    expect(messages(world, 'FailedCreate')).toEqual([
      'create Claim data-db-0 Pod db-0 in StatefulSet db failed error: persistentvolumeclaims "data-db-0" is forbidden: exceeded quota: size, requested: persistentvolumeclaims=1, used: persistentvolumeclaims=0, limited: persistentvolumeclaims=0',
    ]);
    world.apply(quota({ pods: '0', persistentvolumeclaims: '1' }));
    world.pass(120);
    expect(messages(world, 'FailedCreate')).toContain(
      'create Pod db-0 in StatefulSet db failed error: pods "db-0" is forbidden: exceeded quota: size, requested: pods=1, used: pods=0, limited: pods=0',
    );
  });

  it('is told by a job', () => {
    const world = playWorld([quota({ pods: '0' })]);
    world.apply({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: metadata('once'),
      spec: {
        template: {
          metadata: { labels: { app: 'once' } },
          spec: {
            restartPolicy: 'Never',
            containers: [{ name: 'app', image: 'example.com/x:1' }],
          },
        },
      },
    });
    world.pass(2);
    expect(messages(world, 'FailedCreate')[0]).toMatch(
      /^Error creating: pods "once-[a-z0-9]{5}" is forbidden: exceeded quota: size/,
    );
  });
});
