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
});
