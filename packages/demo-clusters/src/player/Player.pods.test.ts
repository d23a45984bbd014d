import { deploymentManifest } from '../testUtils/deploymentManifest';
import { PlayedWorld, playWorld } from '../testUtils/playWorld';
import { Pod, isReady } from './objects';

const PREFIX = 'demo.domaindeck.io';

function withBehaviour(
  behaviour: string,
  more: Record<string, string> = {},
  replicas = 1,
) {
  return deploymentManifest({
    replicas,
    version: '2.0.0',
    podAnnotations: { [`${PREFIX}/behaviour`]: behaviour, ...more },
  });
}

const pods = (world: PlayedWorld) => world.list<Pod>('v1', 'Pod');
const first = (world: PlayedWorld) =>
  pods(world)[0].status.containerStatuses?.[0];
const events = (world: PlayedWorld, reason: string) =>
  world.list('v1', 'Event').filter(event => event.reason === reason);

describe('a pod of a played world', () => {
  it('is scheduled, pulled, started and ready, one after the other', () => {
    const world = playWorld([]);
    world.apply(deploymentManifest({ replicas: 1 }));
    const seen = new Set<string>();
    for (let step = 0; step < 400; step++) {
      world.pass(0.05);
      const [pod] = pods(world);
      const [container] = pod.status.containerStatuses ?? [];
      const state = container ? Object.keys(container.state)[0] : 'none';
      seen.add(`${pod.status.phase} ${state} ${isReady(pod)}`);
    }
    expect([...seen]).toEqual([
      'Pending none false',
      'Pending waiting false',
      'Running running false',
      'Running running true',
    ]);
    const [pod] = pods(world);
    expect(pod.spec.nodeName).toMatch(/^played-node-[123]$/);
    expect(pod.status.conditions?.map(({ type }) => type)).toEqual([
      'PodReadyToStartContainers',
      'Initialized',
      'Ready',
      'ContainersReady',
      'PodScheduled',
    ]);
    const reasons = world.list('v1', 'Event').map(event => event.reason);
    expect(reasons).toEqual(
      expect.arrayContaining([
        'Scheduled',
        'Pulling',
        'Pulled',
        'Created',
        'Started',
        'SuccessfulCreate',
      ]),
    );
  });

  it('is killed at its limit and waits longer each time', () => {
    const world = playWorld([]);
    world.apply(
      withBehaviour('out-of-memory', {
        [`${PREFIX}/behaviour-after`]: '4m',
        [`${PREFIX}/behaviour-again`]: '20s',
      }),
    );
    world.pass(200);
    expect(isReady(pods(world)[0])).toBe(true);
    const waits: string[] = [];
    let restarts = 0;
    for (let second = 0; second < 3000; second++) {
      world.pass(1);
      const status = first(world);
      const message = status?.state.waiting?.message ?? '';
      const [, wait] = /^back-off (\S+) restarting failed/.exec(message) ?? [];
      if (wait && waits[waits.length - 1] !== wait) {
        waits.push(wait);
      }
      restarts = status?.restartCount ?? 0;
    }
    expect(waits).toEqual(['10s', '20s', '40s', '1m20s', '2m40s', '5m0s']);
    expect(restarts).toBeGreaterThan(8);
    expect(first(world)?.lastState.terminated).toMatchObject({
      reason: 'OOMKilled',
      exitCode: 137,
    });
    const [backOff] = events(world, 'BackOff');
    expect(backOff).toMatchObject({
      type: 'Warning',
      count: expect.any(Number),
    });
    expect(Number(backOff.count)).toBeGreaterThan(5);
  });

  it('shows its trouble on as many pods as its annotation says', () => {
    const world = playWorld([]);
    world.apply(
      withBehaviour('crash', { [`${PREFIX}/behaviour-pods`]: '1' }, 3),
    );
    world.pass(120);
    const restarted = pods(world).filter(
      pod => (pod.status.containerStatuses?.[0].restartCount ?? 0) > 0,
    );
    expect(restarted).toHaveLength(1);
    const [crashing] = restarted;
    world.remove('v1', 'Pod', crashing.metadata.name);
    world.pass(120);
    expect(pods(world)).toHaveLength(3);
    const again = pods(world).filter(
      pod => (pod.status.containerStatuses?.[0].restartCount ?? 0) > 0,
    );
    expect(again).toHaveLength(1);
    expect(again[0].metadata.name).not.toBe(crashing.metadata.name);
  });

  it('cannot start when its image is missing', () => {
    const world = playWorld([]);
    world.apply(withBehaviour('image-missing'));
    world.pass(3);
    expect(first(world)?.state.waiting?.reason).toBe('ErrImagePull');
    world.pass(5);
    expect(first(world)?.state.waiting).toMatchObject({
      reason: 'ImagePullBackOff',
      message: expect.stringContaining('app:2.0.0: not found'),
    });
    world.pass(600);
    expect(pods(world)[0].status.phase).toBe('Pending');
    const told = events(world, 'Failed').map(event => event.message);
    expect(told).toEqual(
      expect.arrayContaining([
        'Error: ErrImagePull',
        'Error: ImagePullBackOff',
      ]),
    );
  });

  it('never gets ready when its check never passes', () => {
    const world = playWorld([]);
    world.apply(withBehaviour('not-ready'));
    world.pass(600);
    expect(first(world)).toMatchObject({ ready: false, restartCount: 0 });
    const [pod] = pods(world);
    const ready = pod.status.conditions?.find(({ type }) => type === 'Ready');
    expect(ready).toMatchObject({
      status: 'False',
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [app]',
    });
    const [unhealthy] = events(world, 'Unhealthy');
    expect(Number(unhealthy.count)).toBeGreaterThan(5);
  });

  it('finds no node when none has room', () => {
    const world = playWorld([]);
    world.apply(withBehaviour('unschedulable'));
    world.pass(30);
    const [pod] = pods(world);
    expect(pod.spec.nodeName).toBeUndefined();
    expect(pod.status.conditions).toMatchObject([
      { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
    ]);
    // The scheduler's events are of the newer form.
    expect(events(world, 'FailedScheduling')[0]).toMatchObject({
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: expect.stringMatching(/^2026-11-23T14:00:0\d\.000000Z$/),
    });
  });

  it('ends with grace and is replaced', () => {
    const world = playWorld([deploymentManifest({ replicas: 1 })]);
    const [old] = pods(world);
    world.remove('v1', 'Pod', old.metadata.name);
    expect(pods(world).map(pod => pod.metadata.name)).toContain(
      old.metadata.name,
    );
    world.pass(30);
    const names = pods(world).map(pod => pod.metadata.name);
    expect(names).toHaveLength(1);
    expect(names).not.toContain(old.metadata.name);
  });

  it('leaves no event behind for longer than an hour', () => {
    const world = playWorld([]);
    world.apply(deploymentManifest());
    world.pass(60);
    expect(world.list('v1', 'Event').length).toBeGreaterThan(5);
    world.pass(3500);
    expect(world.list('v1', 'Event').length).toBeGreaterThan(5);
    world.pass(120);
    expect(world.list('v1', 'Event')).toEqual([]);
  });
});
