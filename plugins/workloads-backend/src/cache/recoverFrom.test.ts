import { FeedState } from '../clusters/FeedState';
import { FeedError, FeedProblem } from './FeedError';
import { FailedFeed, recoverFrom } from './recoverFrom';

const calm: FailedFeed = {
  state: { kind: 'live' },
  mayBeAbsent: false,
  parked: false,
  failures: 0,
};

function recover(problem: FeedProblem, feed?: Partial<FailedFeed>) {
  const { readAgain, purge, state, wait } = recoverFrom(
    new FeedError(problem, 'words'),
    { ...calm, ...feed },
  );
  return [state?.kind, readAgain, purge, wait];
}

it.each<[FeedProblem, Partial<FailedFeed>, ReturnType<typeof recover>]>([
  ['broken', {}, [undefined, false, false, 'network']],
  ['broken', { failures: 1 }, ['behind', false, false, 'network']],
  ['silent', { parked: true }, ['behind', false, false, 'woken']],
  ['throttled', {}, ['behind', false, false, 'unhurried']],
  ['expired', {}, ['behind', true, false, 'relist']],
  ['garbled', {}, ['behind', true, false, 'relist']],
  ['diverged', {}, ['behind', true, false, 'relist']],
  ['denied', {}, ['denied', true, true, 'slow']],
  ['absent', { mayBeAbsent: true }, ['absent', true, true, 'slow']],
  ['absent', {}, ['behind', false, false, 'slow']],
  ['unauthorized', {}, ['unauthorized', false, false, 'network']],
  ['no-watch-list', {}, [undefined, false, false, 'not']],
])('after %s with %j', (problem, feed, expected) => {
  expect(recover(problem, feed)).toEqual(expected);
});

it('honours what the server asked for', () => {
  const failure = new FeedError('broken', 'words', 7_000);
  expect(recoverFrom(failure, calm).wait).toBe('unhurried');
});

it.each<[FeedState['kind'], FeedState]>([
  ['waiting', { kind: 'waiting' }],
  ['waiting', { kind: 'denied', reason: 'no' }],
  ['behind', { kind: 'unauthorized', reason: 'no' }],
])('is %s without rows or with them', (kind, state) => {
  expect(recover('expired', { state })[0]).toBe(kind);
});
