import { aContainer, aPod } from '../__testUtils__/pricingWorld';
import { containerState, endBefore } from './containerState';
import { parseGoDuration } from '../../parts/model/parseGoDuration';
import { podState } from './podState';

const NOW = Date.parse('2026-11-23T06:09:00Z');

describe('podState', () => {
  it.each([
    ['Running', {}, 'healthy', 'panel.pod.running'],
    ['Running', { ready: false }, 'degraded', 'panel.pod.notReady'],
    ['Pending', { node: undefined }, 'progressing', 'panel.pod.waiting'],
    ['Pending', {}, 'progressing', 'panel.pod.starting'],
    ['ContainerCreating', {}, 'progressing', 'panel.pod.starting'],
    ['Init:1/3', {}, 'progressing', 'panel.pod.preparing'],
    ['Init:ImagePullBackOff', {}, 'failed', 'panel.pod.imagePull'],
    ['Init:CrashLoopBackOff', {}, 'failed', 'panel.pod.crashing'],
    ['ErrImagePull', {}, 'failed', 'panel.pod.imagePull'],
    ['InvalidImageName', {}, 'failed', 'panel.pod.imageName'],
    ['CreateContainerConfigError', {}, 'failed', 'panel.pod.config'],
    ['OOMKilled', {}, 'failed', 'panel.pod.outOfMemory'],
    ['ExitCode:3', {}, 'failed', 'panel.pod.failed'],
    ['Init:Signal:9', {}, 'failed', 'panel.pod.failed'],
    ['Terminating', {}, 'progressing', 'panel.pod.ending'],
    ['Completed', {}, 'healthy', 'panel.pod.finished'],
    ['Evicted', {}, 'failed', 'panel.pod.evicted'],
    ['Unknown', {}, 'degraded', 'panel.pod.lost'],
  ])('%s %j is %s', (phase, parts, mark, key) => {
    const state = podState(aPod('p', { phase, ...parts }), NOW);
    expect(state.mark).toBe(mark);
    expect(state.phrase).toMatchObject({ key });
  });

  it.each(['SchedulingGated', 'constructor', ''])(
    'shows a status that it does not know as it is: "%s"',
    phase => {
      expect(podState(aPod('p', { phase }), NOW)).toEqual({
        mark: 'unknown',
        phrase: { text: phase },
      });
    },
  );

  it('counts down to the next start from the last end and the wait that the kubelet names', () => {
    const crashing = (at: string, message: string) =>
      podState(
        aPod('p', {
          phase: 'CrashLoopBackOff',
          containers: [
            aContainer({ state: 'waiting', message, lastEnd: { at } }),
          ],
        }),
        NOW,
      ).phrase;
    const message = 'back-off 1m20s restarting failed container=app pod=p';
    expect(crashing('2026-11-23T06:08:20Z', message)).toEqual({
      key: 'panel.pod.crashingRetry',
      params: { span: { span: 40_000 } },
    });
    expect(crashing('2026-11-23T06:00:00Z', message)).toEqual({
      key: 'panel.pod.crashing',
    });
    expect(crashing('2026-11-23T06:08:20Z', 'restarting soon')).toEqual({
      key: 'panel.pod.crashing',
    });
  });
});

describe('containerState', () => {
  it.each([
    [{}, 'healthy', { key: 'panel.container.running' }],
    [{ ready: false }, 'degraded', { key: 'panel.container.notReady' }],
    [
      { ready: false, role: 'init' },
      'healthy',
      { key: 'panel.container.running' },
    ],
    [
      { state: 'ended', exitCode: 0 },
      'healthy',
      { key: 'panel.container.finished' },
    ],
    [
      { state: 'ended', exitCode: 2, reason: 'Error' },
      'failed',
      { key: 'panel.container.ended', params: { exitCode: 2 } },
    ],
    [
      { state: 'ended', signal: 9 },
      'failed',
      { key: 'panel.container.endedSignal', params: { signal: 9 } },
    ],
    [{ state: 'ended' }, 'failed', { key: 'panel.container.endedPlain' }],
    [
      {
        state: 'waiting',
        reason: 'CrashLoopBackOff',
        lastEnd: { exitCode: 137, reason: 'OOMKilled' },
      },
      'failed',
      {
        key: 'panel.container.endedReason',
        params: {
          exitCode: 137,
          reason: { key: 'panel.container.outOfMemory' },
        },
      },
    ],
    [
      { state: 'waiting', reason: 'ImagePullBackOff' },
      'failed',
      { key: 'panel.container.imagePull' },
    ],
    [
      { state: 'waiting', reason: 'PodInitializing' },
      'progressing',
      { key: 'panel.container.waits' },
    ],
    [{ state: 'waiting' }, 'progressing', { key: 'panel.container.starting' }],
  ] as const)('%j', (parts, mark, phrase) => {
    expect(containerState(aContainer(parts))).toEqual({ mark, phrase });
  });

  it('tells of a running container how the run before it ended', () => {
    const at = '2026-11-23T06:00:00Z';
    expect(endBefore(aContainer({ lastEnd: { exitCode: 1, at } }))).toEqual({
      key: 'panel.container.before',
      params: {
        end: { key: 'panel.container.ended', params: { exitCode: 1 } },
        time: { clock: at },
      },
    });
    expect(endBefore(aContainer())).toBeUndefined();
  });
});

describe('parseGoDuration', () => {
  it.each([
    ['10s', 10_000],
    ['1m20s', 80_000],
    ['5m0s', 300_000],
    ['1h0m0s', 3_600_000],
    ['2.8s', 2_800],
    ['250ms', 250],
    ['', undefined],
    ['soon', undefined],
    ['10', undefined],
    ['10s ago', undefined],
  ])('%s', (text, ms) => {
    expect(parseGoDuration(text)).toBe(ms);
  });
});
