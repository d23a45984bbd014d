import { CacheCases } from './testUtils/CacheCases';
import { scriptedObject } from './testUtils/scriptedObject';

const cases = CacheCases.create();

afterEach(() => cases.stop());

const HPA = 'horizontalpodautoscalers';

describe('R14: a kind may come and go', () => {
  it('and is asked for now and then while it is away, without a word of complaint', async () => {
    const server = await cases.startServer('a');
    server.store(HPA).put(scriptedObject('first'));
    server.always(HPA, exchange => exchange.status(404));
    const harness = await cases.startLive(server);
    const rows = () => harness.cache.rows('dev-1', HPA).map(({ name }) => name);
    const before = server.seen(HPA).length;
    await harness.advanceUntil(
      'five minutes are over',
      () => harness.clock.now() >= new Date('2026-11-01T00:05:00Z'),
      310_000,
      1_000,
    );
    expect(server.seen(HPA).length - before).toBeLessThanOrEqual(16);
    expect(rows()).toEqual([]);

    server.behave();
    await harness.advanceUntil(
      'it is installed',
      () => rows().join() === 'first',
      61_000,
      1_000,
    );
    server.store(HPA).put(scriptedObject('second'));
    await harness.until('it is followed', () => rows().length === 2);

    server.always(HPA, exchange => exchange.status(404));
    server.dropSockets();
    await harness.advanceUntil('it is gone', () => rows().length === 0, 3_000);
    await harness.advanceUntil(
      'it is live',
      () => harness.status()?.state === 'live',
      5_000,
    );
    expect(harness.warnings()).toEqual([]);
  });

  it('but not one that every cluster has: a proxy that lost its cluster answers 404 too', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
    server.always('*', exchange => exchange.status(404));
    server.dropSockets();
    await harness.advanceUntil(
      'it is noticed',
      () => harness.status()?.state === 'stale',
      15_000,
    );
    expect(harness.status()?.reason).toMatch(/404.*check the url/);
    expect(harness.pods()).toEqual(['a']);
    server.behave();
    server.addPods('b');
    await harness.advanceUntil(
      'it is live with what was missed',
      () => harness.status()?.state === 'live' && harness.pods().includes('b'),
      61_000,
      1_000,
    );
    expect(server.seen('pods', 'watch-list')).toHaveLength(1);
  });
});
