import {
  EnvironmentRecord,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { paymentsEnvironments } from '../testUtils';
import { addressOf } from './addressOf';
import { extendedEnd } from './extendedEnd';
import { exactSpan, lifeOf, spanOf, stopwatch } from './lifeOf';
import { permitOf } from './permitOf';
import { isUnderWay, isWorkedOn, progressOf } from './progressOf';
import { stateOf } from './stateOf';

const NOW = Date.parse('2026-11-24T14:10:00Z');
const [ready] = paymentsEnvironments(NOW).environments;
const of = (part: Partial<EnvironmentRecord>): EnvironmentRecord => ({
  ...ready,
  verbs: ['env-view', 'env-manage'],
  ...part,
});
const ago = (ms: number) => new Date(NOW - ms).toISOString();
const step = (part: Partial<Step> & Pick<Step, 'step' | 'state'>): Step => ({
  operation: 'create',
  position: 1,
  attempt: 1,
  objects: [],
  ...part,
});

describe('progressOf', () => {
  const steps = [
    step({ step: 'plan', state: 'done', startedAt: ago(72_000) }),
    step({
      step: 'start',
      position: 2,
      state: 'running',
      services: [
        { name: 'gateway', health: 'healthy' },
        {
          name: 'pricing',
          health: 'progressing',
          reason: { code: 'pulling', message: 'pulling' },
        },
      ],
    }),
    step({ step: 'open', position: 3, state: 'pending' }),
  ];
  const creating = of({
    state: 'provisioning',
    readyAt: undefined,
    progress: {
      operation: 'create',
      step: 'start',
      position: 2,
      of: 3,
      startedAt: ago(72_000),
      usualSeconds: 120,
    },
  });

  it('says what is waited for, for how long, and how long it should still take', () => {
    expect(progressOf(creating, steps, NOW)).toMatchObject({
      mark: 'progressing',
      now: {
        kind: 'waiting',
        service: 'pricing',
        reason: { code: 'pulling' },
      },
      position: 2,
      of: 3,
      elapsed: 72_000,
      toGo: 48_000,
      late: false,
      segments: [
        { key: 'plan', state: 'done', share: 1 },
        { key: 'start', state: 'running', share: 0.5 },
        { key: 'open', state: 'pending', share: 0 },
      ],
    });
  });

  it('promises nothing once it takes longer than usual, and says when it is late', () => {
    expect(progressOf(creating, steps, NOW + 100_000).toGo).toBeUndefined();
    expect(progressOf(creating, steps, NOW + 100_000).late).toBe(false);
    expect(progressOf(creating, steps, NOW + 200_000).late).toBe(true);
  });

  it('stops the clock where the work stopped, and names the cause', () => {
    const stopped = of({
      state: 'failed',
      readyAt: undefined,
      progress: creating.progress,
      problem: {
        step: 'start',
        service: 'pricing',
        reason: { code: 'image-missing', message: 'not found' },
        message: 'not found',
      },
    });
    const told = progressOf(
      stopped,
      [steps[0], { ...steps[1], state: 'failed', endedAt: ago(12_000) }],
      NOW,
    );
    expect(told).toMatchObject({
      mark: 'failed',
      elapsed: 60_000,
      now: { kind: 'stopped', service: 'pricing' },
    });
    expect(
      progressOf(of({ state: 'failed', problem: { message: 'x' } }), [], NOW)
        .now,
    ).toEqual({ kind: 'stoppedAt', step: 'plan' });
  });

  it('takes what has not begun', () => {
    expect(
      progressOf(of({ state: 'requested', progress: undefined }), [], NOW),
    ).toMatchObject({ now: { kind: 'queued' }, elapsed: 0, of: 0 });
    expect(progressOf(of({ state: 'needs-secrets' }), [], NOW).now.kind).toBe(
      'secrets',
    );
  });

  it.each([
    ['requested', undefined, true, false],
    ['provisioning', undefined, true, false],
    ['failed', undefined, true, false],
    ['failed', ready.readyAt, false, true],
    ['updating', ready.readyAt, false, true],
    ['ready', ready.readyAt, false, false],
    ['asleep', ready.readyAt, false, false],
    ['deleting', ready.readyAt, true, false],
  ] as const)('knows what a page is about: %s', (state, readyAt, way, work) => {
    const record = of({ state, readyAt });
    expect([isUnderWay(record), isWorkedOn(record)]).toEqual([way, work]);
  });
});

describe('permitOf', () => {
  it.each([
    ['a right that is missing', { verbs: ['env-view'] }, 'sleep', 'right'],
    ['keeping beyond the end', {}, 'pin', 'rightToPin'],
    ['a silent cluster', { clusterSilent: true }, 'delete', 'silent'],
    [
      'the latest end',
      { latestExpiresAt: ready.expiresAt },
      'extend',
      'atMost',
    ],
    ['one that is kept', { pinned: true }, 'extend', 'pinned'],
    ['sleeping twice', { state: 'asleep' }, 'sleep', 'asleep'],
    ['waking what is awake', {}, 'wake', 'awake'],
    [
      'a re-sync of what is the same',
      { driftCounts: { baselineMoved: 0, edited: 1, both: 0 } },
      'resync',
      'same',
    ],
    ['a retry of what goes on', { state: 'updating' }, 'retry', 'going'],
    [
      'a retry of what cannot go on',
      { state: 'failed', problem: { message: 'x', resumable: false } },
      'retry',
      'unknownStep',
    ],
    ['what is being deleted', { state: 'deleting' }, 'extend', 'deleting'],
  ] as const)('refuses %s', (_, part, action, word) => {
    const permit = permitOf(of(part as Partial<EnvironmentRecord>), action);
    expect(permit).toMatchObject({ allowed: false, word });
  });

  it.each([
    [{}, 'extend'],
    [{}, 'sleep'],
    [{}, 'resync'],
    [{}, 'change'],
    [{}, 'delete'],
    [{ state: 'asleep' }, 'wake'],
    [{ state: 'failed', problem: { message: 'x', resumable: true } }, 'retry'],
    [{ state: 'provisioning' }, 'change'],
    [{ verbs: ['quota-manage'] }, 'pin'],
  ] as const)('allows %j %s', (part, action) => {
    expect(
      permitOf(of(part as Partial<EnvironmentRecord>), action).allowed,
    ).toBe(true);
  });
});

describe('telling an environment', () => {
  it.each([
    [{ state: 'requested' }, 'creating', 'soon'],
    [{ state: 'needs-secrets' }, 'needsSecrets', 'soon'],
    [{}, 'ready', 'open'],
    [{ state: 'asleep' }, 'asleep', 'asleep'],
    [{ state: 'updating' }, 'updating', 'open'],
    [
      {
        state: 'updating',
        progress: { operation: 'wake', step: 'start', position: 1, of: 2 },
      },
      'waking',
      'open',
    ],
    [{ state: 'failed', readyAt: undefined }, 'cannotStart', 'notYet'],
    [{ state: 'failed' }, 'stopped', 'open'],
    [{ state: 'deleting' }, 'deleting', 'none'],
    [{ state: 'gone' }, 'gone', 'none'],
  ] as const)('%j', (part, word, address) => {
    const record = of(part as Partial<EnvironmentRecord>);
    expect(stateOf(record).word).toBe(word);
    expect(addressOf(record).kind).toBe(address);
  });

  it('leads to web addresses only', () => {
    const record = of({
      // eslint-disable-next-line no-script-url
      addresses: [{ service: 'x', url: 'javascript:alert(1)' }],
    });
    expect(addressOf(record)).toEqual({ kind: 'none' });
  });
});

describe('times', () => {
  it.each([
    [5_000, 'seconds', 5],
    [45 * 60_000, 'minutes', 45],
    [3 * 3_600_000 - 1_000, 'hours', 3],
    [22 * 3_600_000, 'hours', 22],
    [2 * 86_400_000, 'days', 2],
    [-1, 'seconds', 0],
  ])('%d ms are %s %d', (ms, unit, n) => {
    expect(spanOf(ms)).toEqual({ unit, n });
  });

  it('writes lengths as people said them', () => {
    expect(exactSpan(86_400_000)).toEqual({ unit: 'days', n: 1 });
    expect(exactSpan(8 * 3_600_000)).toEqual({ unit: 'hours', n: 8 });
    expect(exactSpan(90 * 60_000)).toEqual({ unit: 'minutes', n: 90 });
    expect(stopwatch(65_000)).toBe('1:05');
    expect(stopwatch(3_725_000)).toBe('1:02:05');
  });

  it('knows when somebody has to decide', () => {
    const near = of({ expiresAt: new Date(NOW + 1_800_000).toISOString() });
    expect(lifeOf(near, NOW).soon).toBe(true);
    expect(lifeOf({ ...near, pinned: true }, NOW).soon).toBe(false);
    expect(lifeOf(near, NOW + 2_000_000).ended).toBe(true);
  });

  it('extends by a day, up to the latest end', () => {
    expect(
      extendedEnd({
        expiresAt: '2026-11-24T17:10:00Z',
        latestExpiresAt: '2026-11-25T10:00:00Z',
      }),
    ).toBe('2026-11-25T10:00:00.000Z');
  });
});
