import { CacheCases } from './testUtils/CacheCases';
import { ScriptedApiServer } from './testUtils/ScriptedApiServer';
import { scriptedObject } from './testUtils/scriptedObject';

const cases = CacheCases.create();

afterEach(() => cases.stop());

/** Everything that reads all pods anew. */
function podLists(server: ScriptedApiServer): number {
  return (
    server.seen('pods', 'list').length +
    server.seen('pods', 'watch-list').length
  );
}

describe('R6: retries are spread and bounded', () => {
  it('honours Retry-After', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server, { random: () => 0 });
    server.script('pods', exchange =>
      exchange.status(429, { headers: { 'retry-after': '7' } }),
    );
    server.dropSockets();
    await harness.advanceUntil(
      'it is throttled',
      () => server.seen('pods', 'watch').length === 1,
      1_000,
    );
    const waited = await harness.advanceUntil(
      'it asks again',
      () => server.seen('pods', 'watch').length === 2,
      10_000,
    );
    expect(waited).toBeGreaterThanOrEqual(6_500);
  });

  it('honours a Retry-After that is a date, by the clock of the server', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server, { random: () => 0 });
    server.script('pods', exchange =>
      exchange.status(503, {
        headers: {
          date: 'Sun, 01 Nov 2015 00:00:00 GMT',
          'retry-after': 'Sun, 01 Nov 2015 00:00:07 GMT',
        },
      }),
    );
    server.dropSockets();
    await harness.advanceUntil(
      'it is refused',
      () => server.seen('pods', 'watch').length === 1,
      1_000,
    );
    const waited = await harness.advanceUntil(
      'it asks again',
      () => server.seen('pods', 'watch').length === 2,
      10_000,
    );
    expect(waited).toBeGreaterThanOrEqual(6_500);
  });

  it('lists more and more rarely when a list never helps', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
    server.always('pods', exchange => {
      if (exchange.seen.kind === 'watch') {
        exchange.status(410);
        return;
      }
      exchange.open();
      exchange.sendAll();
      exchange.bookmark({ endsInitialEvents: true });
      exchange.end();
    });
    server.dropSockets();
    await harness.advanceUntil(
      'ten minutes are over',
      () => harness.clock.now() >= new Date('2026-11-01T00:10:00Z'),
      610_000,
      500,
    );
    expect(podLists(server)).toBeGreaterThan(10);
    expect(podLists(server)).toBeLessThan(60);
    server.behave();
    server.addPods('b');
    await harness.advanceUntil(
      'b is there',
      () => harness.pods().includes('b'),
      31_000,
    );
  });

  it('never without a pause, though each watch ends after its first event', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
    let version = 0;
    server.always('pods', exchange => {
      version += 1;
      exchange.open();
      exchange.event('MODIFIED', {
        metadata: {
          ...scriptedObject('a').metadata,
          resourceVersion: `again-${version}`,
        },
      });
      exchange.end();
    });
    server.dropSockets();
    await harness.advanceUntil(
      'half a minute is over',
      () => harness.clock.now() >= new Date('2026-11-01T00:00:30Z'),
      31_000,
    );
    expect(version).toBeGreaterThan(10);
    expect(version).toBeLessThan(130);
    expect(podLists(server)).toBe(1);
  });

  it('ends the wait when a probe is answered', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server, { random: () => 0.999 });
    server.always('pods', exchange => exchange.status(500));
    server.dropSockets();
    await harness.advanceUntil(
      'the waits are long',
      () => server.seen('pods', 'watch').length >= 7,
      120_000,
    );
    server.behave();
    const waited = await harness.advanceUntil(
      'it is live',
      () => harness.status()?.state === 'live',
      30_000,
    );
    expect(waited).toBeLessThanOrEqual(12_000);
  });

  it('has at most four lists in flight', async () => {
    const server = await cases.startServer('a');
    let inFlight = 0;
    let most = 0;
    const held: (() => void)[] = [];
    server.always('*', exchange => {
      if (exchange.seen.kind !== 'watch-list') {
        exchange.behave();
        return;
      }
      inFlight += 1;
      most = Math.max(most, inFlight);
      held.push(() => {
        inFlight -= 1;
        exchange.behave();
      });
    });
    const harness = cases.start([{ url: server.url }]);
    await harness.until('lists are held', () => held.length === 4);
    await harness.settle();
    expect(held).toHaveLength(4);
    while (harness.status()?.state !== 'live') {
      await harness.until(
        'a list is held or all are through',
        () => held.length > 0 || harness.status()?.state === 'live',
      );
      held.shift()?.();
    }
    expect(most).toBe(4);
    expect(
      server.requests.filter(each => each.kind === 'watch-list'),
    ).toHaveLength(11);
  });
});
