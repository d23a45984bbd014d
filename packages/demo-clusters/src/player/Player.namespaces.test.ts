import { deploymentManifest } from '../testUtils/deploymentManifest';
import { playWorld } from '../testUtils/playWorld';
import { Pod } from './objects';

describe('a namespace of a played world that is being terminated', () => {
  it('loses the events of its pods, which go on with their lives', () => {
    const world = playWorld([]);
    world.apply(deploymentManifest({ replicas: 1 }));
    world.remove('v1', 'Namespace', 'demo');
    world.pass(2);
    const [pod] = world.list<Pod>('v1', 'Pod');
    expect(pod.spec.nodeName).toBeDefined();
    const told = world.list('v1', 'Event').map(({ reason }) => reason);
    expect(told).toContain('SuccessfulCreate');
    expect(told).not.toContain('Scheduled');
    world.pass(5);
    const names = world
      .list('v1', 'Namespace')
      .map(({ metadata }) => metadata.name);
    expect(names).not.toContain('demo');
    expect(world.list('v1', 'Pod')).toEqual([]);
  });

  it('lets a controller try again later what it may not create there', () => {
    const world = playWorld([deploymentManifest({ replicas: 1 })]);
    world.remove('v1', 'Namespace', 'demo');
    const [pod] = world.list<Pod>('v1', 'Pod');
    world.remove('v1', 'Pod', pod.metadata.name);
    world.pass(2);
    const { revision } = world;
    expect(world.list('v1', 'Pod')).toEqual([]);
    world.pass(0.3);
    expect(world.revision).toBe(revision);
  });

  it('lets its pods end before all else goes', () => {
    const world = playWorld([deploymentManifest({ replicas: 2 })]);
    world.remove('v1', 'Namespace', 'demo');
    world.pass(1.1);
    const pods = world.list<Pod>('v1', 'Pod');
    expect(pods).toHaveLength(2);
    pods.forEach(({ metadata }) =>
      expect(metadata.deletionTimestamp).toBeDefined(),
    );
    expect(world.list('apps/v1', 'Deployment')).toHaveLength(1);
    world.pass(4);
    expect(world.list('apps/v1', 'Deployment')).toEqual([]);
    const names = world
      .list('v1', 'Namespace')
      .map(({ metadata }) => metadata.name);
    expect(names).not.toContain('demo');
  });

  it('writes nothing more while a finalizer holds it up', () => {
    const held = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'held',
        namespace: 'demo',
        finalizers: ['example.com/hold'],
      },
    };
    const world = playWorld([held]);
    world.remove('v1', 'Namespace', 'demo');
    world.pass(10);
    const { revision } = world;
    world.pass(600);
    expect(world.revision).toBe(revision);
    expect(world.get('v1', 'Namespace', 'demo').status).toMatchObject({
      conditions: expect.arrayContaining([
        expect.objectContaining({
          type: 'NamespaceFinalizersRemaining',
          status: 'True',
        }),
      ]),
    });
    world.apply({ ...held, metadata: { ...held.metadata, finalizers: [] } });
    world.pass(2);
    expect(world.list('v1', 'ConfigMap')).toEqual([]);
  });
});
