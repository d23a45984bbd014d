import { NotFoundError } from '@backstage/errors';
import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import {
  anEnvironment,
  aWorkload,
  InMemoryWorkloadsApi,
  InMemoryWorld,
  ManualClock,
} from '../testUtils';
import { FeedState, WorkloadsData } from './FeedState';
import { Visibility } from './Visibility';
import { WorkloadsFeed } from './WorkloadsFeed';

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

const pricing = aWorkload({ cluster: 'dev-1', name: 'pricing' });
const risk = aWorkload({ cluster: 'dev-1', name: 'risk' });

function setUp(world: InMemoryWorld = {}) {
  const api = InMemoryWorkloadsApi.create({
    clusters: [{ name: 'dev-1', tier: 'development', state: 'live' }],
    environments: [anEnvironment({ cluster: 'dev-1', tier: 'development' })],
    workloads: [pricing, risk],
    ...world,
  });
  const clock = ManualClock.at('2026-11-23T14:00:00Z');
  const visibility = new FakeVisibility();
  const feed = WorkloadsFeed.create({
    api,
    entityRef: 'domain:default/payments',
    clock,
    visibility,
    random: () => 1,
  });
  const states: FeedState[] = [];
  feed.subscribe(() => states.push(feed.getState()));
  const stop = feed.start();
  const count = (method: string) =>
    api.calls().filter(call => call === method).length;
  return { api, clock, visibility, feed, states, stop, count };
}

function dataOf(feed: WorkloadsFeed): WorkloadsData {
  const state = feed.getState();
  if (state.phase !== 'ready') {
    throw new Error(`expected data, the feed is ${state.phase}`);
  }
  return state.data;
}

function find(feed: WorkloadsFeed, name: string): Workload | undefined {
  return dataOf(feed).workloads.find(workload => workload.name === name);
}

describe('WorkloadsFeed', () => {
  it('takes a snapshot, then follows changes and leaves the rest untouched', async () => {
    const { api, clock, feed, stop, count } = setUp();
    expect(feed.getState().phase).toBe('loading');
    await clock.advance(100);
    expect(feed.getState().connection.kind).toBe('live');
    const before = find(feed, 'risk');

    api.push({ type: 'upsert', item: { ...pricing, version: '1.0.1' } });
    api.push({ type: 'upsert', item: { ...risk } });
    await clock.advance(100);

    expect(find(feed, 'pricing')?.version).toBe('1.0.1');
    expect(find(feed, 'risk')).toBe(before);

    api.push({ type: 'delete', id: risk.id });
    await clock.advance(100);
    expect(dataOf(feed).workloads.map(w => w.name)).toEqual(['pricing']);
    expect(count('getWorkloads')).toBe(1);
    stop();
    await clock.advance(0);
    expect(api.openStreams()).toBe(0);
    expect(clock.pending()).toBe(0);
  });

  it('shows many changes of one moment at once', async () => {
    const { api, clock, states, stop } = setUp();
    await clock.advance(2_000);
    const before = states.length;
    for (let i = 0; i < 500; i++) {
      api.push({ type: 'upsert', item: { ...pricing, restarts: i } });
    }
    await clock.advance(100);
    // One state for the batch; the fake hands records out over a few turns of the loop.
    expect(states.length - before).toBeLessThanOrEqual(2);
    stop();
  });

  it('keeps the data through a break, backs off, and resumes without a new snapshot', async () => {
    const { api, clock, feed, stop, count } = setUp();
    await clock.advance(100);
    api.fail('streamWorkloads', new Error('connection reset'));
    await clock.advance(100);

    const broken = feed.getState();
    expect(broken.phase).toBe('ready');
    expect(broken.connection).toEqual({
      kind: 'retrying',
      retryAt: clock.now() - 100 + 500,
    });
    const attempts = count('streamWorkloads');
    await clock.advance(60_000);
    // 0.5, 1, 2, 4, 8, 16, 30 s: not one attempt a second.
    expect(count('streamWorkloads') - attempts).toBeLessThanOrEqual(7);
    expect(find(feed, 'pricing')).toBeDefined();

    api.mend('streamWorkloads');
    api.push({ type: 'upsert', item: { ...pricing, version: '2.0.0' } });
    feed.retryNow();
    await clock.advance(100);
    expect(find(feed, 'pricing')?.version).toBe('2.0.0');
    expect(feed.getState().connection.kind).toBe('live');
    expect(count('getWorkloads')).toBe(1);
    stop();
  });

  it('drops the stream 5 s after the page hides and resumes where it was', async () => {
    const { api, clock, visibility, feed, stop, count } = setUp();
    await clock.advance(100);
    visibility.set(true);
    await clock.advance(4_900);
    expect(api.openStreams()).toBe(1);
    await clock.advance(200);
    expect(api.openStreams()).toBe(0);
    expect(feed.getState().connection.kind).toBe('paused');

    api.push({ type: 'upsert', item: { ...pricing, version: '1.1.0' } });
    visibility.set(false);
    await clock.advance(100);
    expect(find(feed, 'pricing')?.version).toBe('1.1.0');
    expect(count('getWorkloads')).toBe(1);

    visibility.set(true);
    await clock.advance(1_000);
    visibility.set(false);
    await clock.advance(10_000);
    expect(api.openStreams()).toBe(1);
    stop();
  });

  it('asks in short answers when none comes in 40 s', async () => {
    const { api, clock, feed, stop } = setUp();
    await clock.advance(100);
    await clock.advance(40_000);
    expect(feed.getState().connection.kind).not.toBe('retrying');
    await clock.advance(1_100);
    expect(feed.getState().connection.kind).toBe('polling');
    api.push({ type: 'upsert', item: { ...pricing, version: '3.0.0' } });
    api.push({ type: 'end', reason: 'poll' });
    await clock.advance(100);
    expect(find(feed, 'pricing')?.version).toBe('3.0.0');
    expect(api.openStreams()).toBe(1);
    stop();
  });

  it('takes a new snapshot on reset and never shows an empty page between', async () => {
    const { api, clock, states, feed, stop, count } = setUp();
    await clock.advance(100);
    const same = find(feed, 'risk');
    api.set({ workloads: [{ ...pricing, version: '4.0.0' }, { ...risk }] });
    states.length = 0;
    api.push({ type: 'reset' });
    await clock.advance(1_000);
    expect(find(feed, 'pricing')?.version).toBe('4.0.0');
    expect(find(feed, 'risk')).toBe(same);
    expect(count('getWorkloads')).toBe(2);
    expect(states.every(state => state.phase === 'ready')).toBe(true);
    stop();
  });

  it('removes everything when the right to see it is taken away', async () => {
    const { api, clock, feed, stop } = setUp();
    await clock.advance(100);
    api.fail('getWorkloads', new NotFoundError('no such entity'));
    api.push({ type: 'end', reason: 'revoked' });
    await clock.advance(1_000);
    expect(feed.getState()).toMatchObject({
      phase: 'failed',
      revokedAt: Date.parse('2026-11-23T14:00:00.100Z'),
    });
    expect(JSON.stringify(feed.getState())).not.toContain('pricing');

    api.mend('getWorkloads');
    await clock.advance(60_000);
    expect(find(feed, 'pricing')).toBeDefined();

    // Refused for another reason later: what ended before is long over.
    api.fail('getWorkloads', new NotFoundError('no such entity'));
    api.push({ type: 'reset' });
    await clock.advance(1_000);
    expect(feed.getState()).toMatchObject({
      phase: 'failed',
      revokedAt: undefined,
    });
    stop();
  });

  it('asks for the environments again when a cluster begins to answer', async () => {
    const { api, clock, feed, stop } = setUp({
      clusters: [{ name: 'dev-1', tier: 'development', state: 'connecting' }],
      environments: [],
      workloads: [],
    });
    await clock.advance(100);
    expect(dataOf(feed).environments).toEqual([]);
    api.set({
      environments: [anEnvironment({ cluster: 'dev-1', tier: 'development' })],
    });
    api.push({
      type: 'cluster',
      cluster: { name: 'dev-1', tier: 'development', state: 'live' },
    });
    await clock.advance(100);
    expect(dataOf(feed).environments).toHaveLength(1);
    stop();
  });
});
