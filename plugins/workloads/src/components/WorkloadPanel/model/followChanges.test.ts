import { aWorkload } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { beginFollowing, followChanges, STORY_MS } from './followChanges';

const before = aWorkload({
  cluster: 'dev-1',
  name: 'ledger',
  version: '1.9.4',
});
const rolling = {
  ...before,
  version: '1.10.0',
  health: 'progressing' as const,
  replicas: { ...before.replicas, ready: 1 },
};
const done = {
  ...rolling,
  health: 'healthy' as const,
  replicas: before.replicas,
};
const keysOf = (differences: readonly object[]) =>
  differences.map(one => ('key' in one ? one.key : undefined));

describe('followChanges', () => {
  const start = beginFollowing(before, 0);

  it('has nothing to tell at first, nor of what no reader would notice', () => {
    expect(start.differences).toEqual([]);
    const next = followChanges(start, { ...before, changedAt: 'x' }, 1_000);
    expect(next.differences).toEqual([]);
    expect(next.at).toBeUndefined();
  });

  it('tells a rollout from its beginning', () => {
    const first = followChanges(start, rolling, 1_000);
    expect(keysOf(first.differences)).toEqual([
      'panel.changed.version',
      'panel.changed.health.progressing',
      'panel.changed.ready',
    ]);
    const last = followChanges(first, done, 1_000 + STORY_MS);
    expect(last.differences).toEqual([
      {
        key: 'panel.changed.version',
        params: { from: '1.9.4', to: '1.10.0' },
      },
    ]);
    expect(last.at).toBe(1_000 + STORY_MS);
  });

  it('begins another story after a while', () => {
    const first = followChanges(start, rolling, 1_000);
    const later = followChanges(first, done, 2_000 + STORY_MS);
    expect(keysOf(later.differences)).toEqual([
      'panel.changed.health.healthy',
      'panel.changed.ready',
    ]);
  });

  it('counts restarts and new pods', () => {
    const pod = {
      name: 'ledger-1',
      uid: 'new',
      phase: 'Running',
      ready: true,
      restarts: 0,
      containers: [],
    };
    expect(
      followChanges(start, { ...before, restarts: 2, pods: [pod] }, 1_000)
        .differences,
    ).toEqual([
      { key: 'panel.changed.restarts', params: { count: 2 } },
      { key: 'panel.changed.pods', params: { count: 1 } },
    ]);
  });
});
