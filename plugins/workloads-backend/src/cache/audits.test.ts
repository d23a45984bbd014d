import { CacheCases } from './testUtils/CacheCases';
import { Exchange } from './testUtils/Exchange';
import { ScriptedApiServer } from './testUtils/ScriptedApiServer';

const cases = CacheCases.create();

afterEach(() => cases.stop());

function isAudit({ kind, accept }: ScriptedApiServer['requests'][number]) {
  return kind === 'list' && /as=PartialObjectMetadataList/.test(accept ?? '');
}

/** Everything that reads all pods anew. */
function podLists(server: ScriptedApiServer): number {
  return server.requests.filter(
    each => each.kind === 'watch-list' && each.resource === 'pods',
  ).length;
}

/** Watches of pods that stay open and well: they get a bookmark whenever it is asked for. */
function keepBookmarked(server: ScriptedApiServer): () => void {
  const open = new Set<Exchange>();
  server.always('pods', exchange => {
    exchange.behave();
    if (exchange.seen.kind !== 'list') {
      open.add(exchange);
      exchange.onClose(() => open.delete(exchange));
    }
  });
  return () => open.forEach(exchange => exchange.bookmark());
}

describe('R11: an audit finds what no watch tells', () => {
  it('once in 10 minutes for each kind, one list at a time, of identities only', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
    let inFlight = 0;
    let most = 0;
    server.always('*', exchange => {
      if (isAudit(exchange.seen)) {
        inFlight += 1;
        most = Math.max(most, inFlight);
        exchange.onClose(() => {
          inFlight -= 1;
        });
      }
      exchange.behave();
    });
    for (let second = 0; second < 660; second += 1) {
      harness.clock.advance(1_000);
      await harness.settle();
    }
    const audited = server.requests.filter(isAudit).map(each => each.resource);
    expect(audited.length).toBeGreaterThanOrEqual(11);
    expect(audited.length).toBeLessThanOrEqual(12);
    expect(new Set(audited).size).toBe(11);
    expect(most).toBe(1);
    expect(podLists(server)).toBe(1);
    expect(harness.cache.facts('dev-1')?.divergences).toBe(0);
    expect(harness.warnings()).toEqual([]);
  });

  it('such as an event that got lost, and repairs it by reading the kind again', async () => {
    const server = await cases.startServer('a', 'b');
    const harness = await cases.startLive(server);
    server.script('pods', exchange => {
      exchange.open();
      server.store('pods').remove('a');
      server.addPods('c');
      exchange.bookmark();
      exchange.follow(server.store('pods').version);
    });
    server.dropSockets();
    await harness.advanceUntil(
      'the watch is resumed',
      () => server.seen('pods', 'watch').length === 1,
      5_000,
    );
    await harness.settle();
    expect(harness.pods()).toEqual(['a', 'b']);
    await harness.advanceUntil(
      'the rows are those of the cluster',
      () => harness.pods().join() === 'b,c',
      660_000,
      5_000,
    );
    expect(harness.cache.facts('dev-1')?.divergences).toBe(1);
    expect(harness.warnings()).toEqual([
      expect.stringContaining(
        'an audit of pods found 1 missing, 1 gone and 0 outdated',
      ),
    ]);
    expect(podLists(server)).toBe(2);
    expect(harness.status()?.state).toBe('live');
  });

  it('and takes nothing for a difference that is only on its way', async () => {
    const server = await cases.startServer('a');
    server.store('pods').put({
      metadata: { name: '', namespace: 'payments-dev', uid: 'nameless' },
    });
    const harness = await cases.startLive(server);
    let late: Exchange | undefined;
    server.always('pods', exchange => {
      if (exchange.seen.kind === 'list') {
        // The list is newer than what the watch has brought so far.
        server.store('pods').remove('a');
        exchange.behave();
        return;
      }
      late = exchange;
      exchange.open();
    });
    server.dropSockets();
    await harness.advanceUntil(
      'an audit lists pods without a',
      () => server.store('pods').objects.length === 1,
      660_000,
      5_000,
    );
    await harness.settle();
    late?.follow(late.seen.query.resourceVersion);
    await harness.until('a is gone', () => harness.pods().length === 0);
    harness.clock.advance(6_000);
    await harness.settle();
    expect(harness.cache.facts('dev-1')?.divergences).toBe(0);
    expect(podLists(server)).toBe(1);
  });
});

it('R13: a right that is taken from an open watch hides and purges the kind within a cycle, and comes back', async () => {
  const server = await cases.startServer('a');
  const bookmark = keepBookmarked(server);
  const harness = await cases.startLive(server);
  harness.clock.advance(50);
  harness.changes.splice(0);
  server.always('pods', exchange =>
    exchange.status(403, { message: 'pods is forbidden' }),
  );
  const waited = await harness.advanceUntil(
    'the pods are gone',
    () => {
      bookmark();
      return harness.pods().length === 0;
    },
    660_000,
    10_000,
  );
  expect(waited).toBeLessThanOrEqual(660_000);
  expect(server.seen('pods', 'watch')).toEqual([]);
  harness.clock.advance(50);
  expect(harness.changedPods()).toEqual(['a']);
  expect(harness.cache.facts('dev-1')?.denied.get('pods')).toBe(
    'pods is forbidden',
  );
  server.behave();
  await harness.advanceUntil(
    'the pods are back',
    () => harness.pods().join() === 'a',
    61_000,
    1_000,
  );
  expect(harness.cache.facts('dev-1')?.denied.size).toBe(0);
});
