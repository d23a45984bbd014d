import { logsWorld } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { keepCrash, latestRestart } from './keepCrash';
import { Crash } from './logChoice';

const NOW = Date.parse('2026-11-24T14:02:00Z');
const { sources } = logsWorld(NOW);
const pod = sources.pods.find(one => !one.ready)!;
const shown: Crash = { pod, container: pod.containers[0] };

function withContainer(part: Partial<Crash['container']>, ready = false) {
  return {
    ...sources,
    pods: sources.pods.map(one =>
      one === pod
        ? { ...pod, ready, containers: [{ ...pod.containers[0], ...part }] }
        : one,
    ),
  };
}

describe('keepCrash', () => {
  it('takes what is new of the same run, though the pod is ready now', () => {
    const kept = keepCrash(shown, withContainer({ state: 'running' }, true));
    expect(kept.container.state).toBe('running');
    expect(kept.pod.ready).toBe(true);
    expect(kept.endedAgainAt).toBeUndefined();
  });

  it('keeps the run that is read when another has ended, and tells of it', () => {
    const at = new Date(NOW - 1_000).toISOString();
    const kept = keepCrash(
      shown,
      withContainer({ restarts: 6, lastEnd: { at, exitCode: 1 } }),
    );
    expect(kept.container).toBe(shown.container);
    expect(kept.endedAgainAt).toBe(at);
  });

  it('keeps what it knows of a pod that is gone', () => {
    expect(keepCrash(shown, { ...sources, pods: [] })).toBe(shown);
  });
});

describe('latestRestart', () => {
  it('finds a restart in the time that is shown', () => {
    expect(latestRestart(sources.pods, NOW - 900_000, NOW)?.pod).toBe(pod);
    expect(latestRestart(sources.pods, NOW - 60_000, NOW)).toBeUndefined();
    expect(latestRestart([], 0, NOW)).toBeUndefined();
  });
});
