import { deploymentManifest } from '../testUtils/deploymentManifest';
import { PlayedWorld, playWorld } from '../testUtils/playWorld';
import { Pod, ReplicatedWorkload, isReady } from './objects';

const deployment = (world: PlayedWorld) =>
  world.get<ReplicatedWorkload>('apps/v1', 'Deployment', 'app');
const revision = (set: ReplicatedWorkload) =>
  Number(set.metadata.annotations?.['deployment.kubernetes.io/revision']);
const replicaSets = (world: PlayedWorld) =>
  world
    .list<ReplicatedWorkload>('apps/v1', 'ReplicaSet')
    .sort((a, b) => revision(a) - revision(b));
const pods = (world: PlayedWorld) => world.list<Pod>('v1', 'Pod');
const condition = (world: PlayedWorld, type: string) =>
  deployment(world).status.conditions?.find(found => found.type === type);

describe('a Deployment of a played world', () => {
  it('has run for a day when the world begins, without a trace of haste', () => {
    const world = playWorld([deploymentManifest()]);
    expect(deployment(world).metadata.creationTimestamp).toBe(
      '2026-11-22T14:00:00Z',
    );
    expect(deployment(world).status).toMatchObject({
      observedGeneration: 1,
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 2,
      availableReplicas: 2,
    });
    expect(pods(world)).toHaveLength(2);
    expect(world.list('v1', 'Event')).toEqual([]);
    const before = world.revision;
    world.pass(3600);
    expect(world.revision).toBe(before);
  });

  it('begins with the releases that its annotation tells', () => {
    const world = playWorld([
      deploymentManifest({
        version: '1.2.0',
        annotations: {
          'demo.domaindeck.io/releases': '1.0.0@9d 1.1.0@2d 1.2.0@3h',
        },
      }),
    ]);
    const told = replicaSets(world).map(set => [
      revision(set),
      set.spec.template.spec.containers[0].image.split(':')[1],
      set.metadata.creationTimestamp,
      set.spec.replicas,
    ]);
    expect(told).toEqual([
      [1, '1.0.0', '2026-11-14T14:00:00Z', 0],
      [2, '1.1.0', '2026-11-21T14:00:00Z', 0],
      [3, '1.2.0', '2026-11-23T11:00:00Z', 2],
    ]);
  });

  it('rolls through a new ReplicaSet, never with fewer pods than it may', () => {
    const world = playWorld([deploymentManifest({ replicas: 4 })]);
    world.apply(deploymentManifest({ replicas: 4, version: '2.0.0' }));
    const reasons = new Set<string | undefined>();
    for (let second = 0; second < 120; second++) {
      world.pass(1);
      reasons.add(condition(world, 'Progressing')?.reason);
      expect(pods(world).filter(isReady).length).toBeGreaterThanOrEqual(3);
    }
    expect([...reasons]).toEqual([
      'ReplicaSetUpdated',
      'NewReplicaSetAvailable',
    ]);
    expect(replicaSets(world).map(set => set.spec.replicas)).toEqual([0, 4]);
    expect(revision(deployment(world))).toBe(2);
    const images = pods(world).map(pod => pod.spec.containers[0].image);
    expect(new Set(images)).toEqual(
      new Set(['registry.example.com/demo/app:2.0.0']),
    );
    const messages = world
      .list('v1', 'Event')
      .filter(event => event.reason === 'ScalingReplicaSet')
      .map(event => event.message);
    expect(messages).toContain(
      `Scaled up replica set ${
        replicaSets(world)[1].metadata.name
      } from 0 to 1`,
    );
  });

  it('gives an earlier release that is wanted again the newest number', () => {
    const world = playWorld([deploymentManifest()]);
    world.apply(deploymentManifest({ version: '2.0.0' }));
    world.pass(60);
    world.apply(deploymentManifest({ version: '1.0.0' }));
    world.pass(60);
    const told = replicaSets(world).map(set => [
      revision(set),
      set.spec.template.spec.containers[0].image.split(':')[1],
      set.spec.replicas,
    ]);
    expect(told).toEqual([
      [2, '2.0.0', 0],
      [3, '1.0.0', 2],
    ]);
  });

  it('stops all pods first when it is to be recreated', () => {
    const spec = { strategy: { type: 'Recreate' } };
    const world = playWorld([deploymentManifest({ spec })]);
    world.apply(deploymentManifest({ spec, version: '2.0.0' }));
    const versions = new Set<number>();
    for (let second = 0; second < 40; second++) {
      world.pass(1);
      versions.add(
        new Set(pods(world).map(pod => pod.spec.containers[0].image)).size,
      );
    }
    expect(Math.max(...versions)).toBe(1);
    expect(deployment(world).status).toMatchObject({ readyReplicas: 2 });
  });

  it('passes its deadline when the new pods cannot start', () => {
    const spec = {
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
      },
    };
    const world = playWorld([deploymentManifest({ spec })]);
    world.apply(
      deploymentManifest({
        spec,
        version: '2.0.0',
        podAnnotations: { 'demo.domaindeck.io/behaviour': 'image-missing' },
      }),
    );
    world.pass(590);
    expect(condition(world, 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'ReplicaSetUpdated',
    });
    world.pass(30);
    expect(condition(world, 'Progressing')).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
    });
    expect(deployment(world).status).toMatchObject({
      replicas: 2,
      updatedReplicas: 1,
      readyReplicas: 1,
      unavailableReplicas: 1,
    });
    world.apply(deploymentManifest({ spec }));
    world.pass(60);
    expect(condition(world, 'Progressing')).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
    });
  });

  it('rolls again and again where the demo wants to show that', () => {
    const world = playWorld([
      deploymentManifest({
        annotations: { 'demo.domaindeck.io/rolls-every': '4m' },
        spec: { revisionHistoryLimit: 2 },
      }),
    ]);
    world.pass(30 * 60);
    const sets = replicaSets(world);
    expect(sets).toHaveLength(3);
    expect(revision(sets[2])).toBeGreaterThan(6);
    expect(sets[2].spec.template.metadata?.annotations).toHaveProperty([
      'kubectl.kubernetes.io/restartedAt',
    ]);
  });

  it('takes everything it made along when it goes', () => {
    const world = playWorld([deploymentManifest()]);
    world.remove('apps/v1', 'Deployment', 'app');
    world.pass(10);
    expect(replicaSets(world)).toEqual([]);
    expect(pods(world)).toEqual([]);
  });

  it('is the same world for the same seed, and another for another', () => {
    const names = (seed: number) =>
      pods(playWorld([deploymentManifest()], seed)).map(
        pod => pod.metadata.name,
      );
    expect(names(7)).toEqual(names(7));
    expect(names(7)).not.toEqual(names(8));
  });
});
