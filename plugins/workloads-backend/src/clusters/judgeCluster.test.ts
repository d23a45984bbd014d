import { ProbeState } from './afterProbe';
import { FeedState } from './FeedState';
import { judgeCluster } from './judgeCluster';

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
  expect(judgeCluster(probe, byKind)).toEqual({ state, reason });
});
