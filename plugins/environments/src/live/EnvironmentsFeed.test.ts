import { NotFoundError } from '@backstage/errors';
import { EnvironmentsApi } from '@domaindeck/backstage-plugin-environments-common';
import { Visibility } from '@domaindeck/backstage-plugin-workloads-react';
import { ManualClock } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { InMemoryEnvironmentsApi, paymentsEnvironments } from '../testUtils';
import { EnvironmentsFeed } from './EnvironmentsFeed';
import { EnvironmentsData } from './FeedState';

class FakeVisibility implements Visibility {
  #hidden = false;
  readonly #listeners = new Set<() => void>();
  hidden = () => this.#hidden;
  subscribe(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  set(hidden: boolean) {
    this.#hidden = hidden;
    this.#listeners.forEach(listener => listener());
  }
}

function setUp(request: { domain?: string; id?: string } = {}) {
  const clock = ManualClock.at('2026-11-24T14:10:00Z');
  const api = InMemoryEnvironmentsApi.create(
    paymentsEnvironments(clock.now()),
    () => clock.now(),
  );
  const visibility = new FakeVisibility();
  const feed = EnvironmentsFeed.create({
    api,
    request,
    clock,
    visibility,
    random: () => 1,
  });
  return { api, clock, visibility, feed, stop: feed.start() };
}

function dataOf(feed: EnvironmentsFeed): EnvironmentsData {
  const state = feed.getState();
  if (state.phase !== 'ready') {
    throw new Error(`expected data, the feed is ${state.phase}`);
  }
  return state.data;
}

const stateOf = (feed: EnvironmentsFeed, id: string) =>
  dataOf(feed).items.find(one => one.id === id)?.state;

describe('EnvironmentsFeed', () => {
  it('shows the present state whole, follows changes, and stops without a trace', async () => {
    const { api, clock, feed, stop } = setUp();
    expect(feed.getState().phase).toBe('loading');
    await clock.advance(100);
    expect(feed.getState().connection.kind).toBe('live');
    expect(dataOf(feed).items).toHaveLength(6);
    const before = dataOf(feed).items.find(one => one.id === 'e-fare-rules');

    api.put('e-ledger-v2', { state: 'ready' });
    await clock.advance(100);
    expect(stateOf(feed, 'e-ledger-v2')).toBe('ready');
    expect(dataOf(feed).items.find(one => one.id === 'e-fare-rules')).toBe(
      before,
    );

    await api.deleteEnvironment('e-fare-rules', 'fare-rules');
    await clock.advance(100);
    expect(stateOf(feed, 'e-fare-rules')).toBe('deleting');
    api.finish('e-fare-rules');
    await clock.advance(100);
    expect(stateOf(feed, 'e-fare-rules')).toBeUndefined();

    stop();
    await clock.advance(0);
    expect(api.openStreams()).toBe(0);
    expect(clock.pending()).toBe(0);
  });

  it('knows after a break what went in the meantime', async () => {
    const { api, clock, feed, stop } = setUp();
    await clock.advance(100);
    api.fail('watch', new Error('connection reset'));
    await clock.advance(100);
    expect(feed.getState()).toMatchObject({
      phase: 'ready',
      connection: { kind: 'retrying' },
      error: new Error('connection reset'),
    });
    expect(dataOf(feed).items).toHaveLength(6);
    api.world.environments = api.world.environments.slice(2);
    api.mend('watch');
    feed.retryNow();
    await clock.advance(100);
    expect(dataOf(feed).items).toHaveLength(4);
    expect(feed.getState()).not.toHaveProperty('error');
    stop();
  });

  it('holds no stream while the page is hidden, and comes back with what is so then', async () => {
    const { api, clock, visibility, feed, stop } = setUp();
    await clock.advance(100);
    visibility.set(true);
    await clock.advance(4_000);
    expect(api.openStreams()).toBe(1);
    await clock.advance(2_000);
    expect(api.openStreams()).toBe(0);
    expect(feed.getState().connection.kind).toBe('paused');
    api.put('e-fare-rules', { state: 'asleep' });
    visibility.set(false);
    await clock.advance(100);
    expect(stateOf(feed, 'e-fare-rules')).toBe('asleep');
    stop();
  });

  it('takes away what may not be seen any more', async () => {
    const { api, clock, feed, stop } = setUp();
    await clock.advance(100);
    api.fail('watch', new NotFoundError('No such domain'));
    await clock.advance(100);
    expect(feed.getState().phase).toBe('failed');
    api.mend('watch');
    await clock.advance(61_000);
    expect(dataOf(feed).items).toHaveLength(6);
    stop();
  });

  it('asks short questions where the network holds long answers back', async () => {
    const { api, clock, feed, stop } = setUp();
    const real = api.watch.bind(api);
    const asked: boolean[] = [];
    const watch: EnvironmentsApi['watch'] = async function* held(
      request,
      options,
    ) {
      asked.push(request.poll === true);
      if (!request.poll) {
        // Nothing gets through until the reader gives up.
        await new Promise<void>(resolve => {
          options?.signal?.addEventListener('abort', () => resolve());
        });
        return;
      }
      yield* real(request, options);
    };
    stop();
    Object.assign(api, { watch });
    const stopAgain = feed.start();
    await clock.advance(41_000);
    expect(feed.getState().connection.kind).toBe('polling');
    expect(dataOf(feed).items).toHaveLength(6);
    api.put('e-fare-rules', { state: 'asleep' });
    await clock.advance(3_100);
    expect(stateOf(feed, 'e-fare-rules')).toBe('asleep');
    expect(asked.slice(-2)).toEqual([true, true]);
    // Not in a tight circle.
    const before = asked.length;
    await clock.advance(30_000);
    expect(asked.length - before).toBeLessThanOrEqual(10);
    stopAgain();
  });

  it('keeps steps and history of the one that is watched', async () => {
    const { api, clock, feed, stop } = setUp({ id: 'e-fare-rules' });
    await clock.advance(100);
    expect(dataOf(feed).items.map(one => one.id)).toEqual(['e-fare-rules']);
    await api.sleep('e-fare-rules');
    api.note('e-fare-rules', { kind: 'slept', message: 'Put to sleep' });
    await clock.advance(100);
    expect(
      dataOf(feed).steps.map(step => `${step.step} ${step.state}`),
    ).toEqual(['stop running', 'list pending']);
    expect(dataOf(feed).history.map(one => one.kind)).toEqual(['slept']);
    stop();
  });

  it('shows the answer of a write at once, unless the stream knows something newer', async () => {
    const { api, clock, feed, stop } = setUp();
    await clock.advance(100);
    const record = dataOf(feed).items[0];
    feed.accept({ ...record, state: 'asleep' });
    expect(stateOf(feed, record.id)).toBe('asleep');
    api.put(record.id, { state: 'ready' });
    await clock.advance(100);
    feed.accept({ ...record, state: 'asleep' });
    expect(stateOf(feed, record.id)).toBe('ready');
    stop();
  });
});
