import { Cause } from '@domaindeck/backstage-plugin-workloads-common';
import { ProbeState } from './afterProbe';
import { FeedState } from './FeedState';
import { judgeCluster } from './judgeCluster';
import { REFUSED_CREDENTIAL } from './REFUSED_CREDENTIAL';

const answering: ProbeState = { kind: 'answering' };
const live: FeedState = { kind: 'live' };
const denied: FeedState = { kind: 'denied', reason: 'no' };

function missing(misses: number): ProbeState {
  return { kind: 'missing', misses, reason: 'gone' };
}

it.each<[string, ProbeState, FeedState[], string, string | undefined]>([
  ['all is well', answering, [live, live], 'live', undefined],
  [
    'a kind is absent',
    answering,
    [live, { kind: 'absent' }],
    'live',
    undefined,
  ],
  ['one kind is denied', answering, [live, denied], 'live', undefined],
  ['one probe was missed', missing(1), [live], 'live', undefined],
  ['two probes were missed', missing(2), [live], 'unreachable', 'gone'],
  [
    'nothing was read yet',
    { kind: 'unknown' },
    [{ kind: 'waiting' }],
    'connecting',
    'first reading',
  ],
  [
    'it never answered',
    missing(1),
    [{ kind: 'waiting' }],
    'connecting',
    'gone',
  ],
  [
    'a kind is read again',
    answering,
    [live, { kind: 'behind', reason: 'reset' }],
    'stale',
    'kind-1 may be out of date: reset',
  ],
  [
    'a kind could never be read',
    answering,
    [live, { kind: 'waiting', reason: '500' }],
    'stale',
    'kind-1 may be out of date: 500',
  ],
  [
    'it says that it is not ready',
    { kind: 'answering', reason: 'not ready' },
    [live],
    'stale',
    'not ready',
  ],
  [
    'our credential was refused',
    { kind: 'refused', reason: 'expired' },
    [live],
    'denied',
    'expired',
  ],
  [
    'a watch finds that first',
    answering,
    [live, { kind: 'unauthorized', reason: 'expired' }],
    'denied',
    'expired',
  ],
  [
    'every kind is denied',
    answering,
    [denied, denied],
    'denied',
    'our credential may read none of the kinds that are shown here',
  ],
])('when %s', (_, probe, feeds, state, reason) => {
  const byKind = new Map(
    feeds.map((feed, index) => [`kind-${index}`, feed] as const),
  );
  expect(judgeCluster(probe, byKind)).toMatchObject(
    reason === undefined ? { state } : { state, reason },
  );
  expect(judgeCluster(probe, byKind).reason).toBe(reason);
});

it.each<[string, ProbeState, FeedState[], Cause | undefined]>([
  [
    'what a probe found',
    {
      kind: 'missing',
      misses: 2,
      reason: 'slow',
      cause: { code: 'network.slow' },
    },
    [live],
    { code: 'network.slow' },
  ],
  [
    'a refused credential that a watch found first',
    answering,
    [{ kind: 'unauthorized', reason: REFUSED_CREDENTIAL }],
    { code: 'credential.refused' },
  ],
  [
    'no credential to send, which is no refusal',
    answering,
    [{ kind: 'unauthorized', reason: 'no token file' }],
    undefined,
  ],
  [
    'a kind that is behind',
    answering,
    [live, { kind: 'behind', reason: 'reset' }],
    { code: 'cluster.behind', params: { resource: 'kind-1' } },
  ],
])('codes %s', (_, probe, feeds, cause) => {
  const byKind = new Map(
    feeds.map((feed, index) => [`kind-${index}`, feed] as const),
  );
  expect(judgeCluster(probe, byKind).cause).toEqual(cause);
});

it('says which kinds are missing of what is shown, and nothing of those that only add to it', () => {
  const judged = (resources: readonly string[]) =>
    judgeCluster(
      answering,
      new Map([
        ['deployments', live],
        ...resources.map((resource): [string, FeedState] => [resource, denied]),
      ]),
    );
  expect(judged(['pods', 'events', 'jobs'])).toEqual({
    state: 'stale',
    reason: 'our credential may not read pods, jobs, which are missing here',
    cause: { code: 'rights.some', params: { resources: 'pods, jobs' } },
  });
  expect(judged(['events', 'nodes'])).toEqual({ state: 'live' });
  // Until the first reading has ended nothing can be told from what is missing.
  const reading = new Map<string, FeedState>([
    ['deployments', { kind: 'waiting' }],
    ['pods', denied],
  ]);
  expect(judgeCluster(answering, reading)).toMatchObject({
    state: 'connecting',
  });
});
