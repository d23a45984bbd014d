import { Exchange } from './testUtils/Exchange';
import { ScriptedApiServer } from './testUtils/ScriptedApiServer';
import { scriptedObject } from './testUtils/scriptedObject';
import { WatchCacheHarness } from './testUtils/WatchCacheHarness';

describe('a cluster in trouble', () => {
  let server: ScriptedApiServer;
  let harness: WatchCacheHarness | undefined;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    server.addPods('a');
  });

  afterEach(async () => {
    await harness?.stop();
    await server.stop();
  });

  function start(
    fields?: Parameters<typeof WatchCacheHarness.start>[0][number],
    options?: Parameters<typeof WatchCacheHarness.start>[1],
  ): WatchCacheHarness {
    harness = WatchCacheHarness.start([fields ?? { url: server.url }], options);
    return harness;
  }

  function refusalsOf(resource: string): void {
    server.always(resource, exchange =>
      exchange.status(403, {
        reason: 'Forbidden',
        message: `${resource} is forbidden: User "portal" cannot list`,
      }),
    );
  }

  it('without rights for one kind shows the others, and says so once', async () => {
    refusalsOf('events');
    const { cache, until, advanceUntil, warnings, status, pods } = bound(
      start(),
    );
    await until('it is live', () => status()?.state === 'live');
    expect([...(cache.facts('dev-1')?.denied ?? [])]).toEqual([
      ['events', 'events is forbidden: User "portal" cannot list'],
    ]);
    expect(pods()).toEqual(['a']);
    await advanceUntil(
      'it asked again twice',
      () => server.seen('events').length === 3,
      200_000,
      1_000,
    );
    expect(warnings()).toHaveLength(1);
    server.behave();
    await advanceUntil(
      'the right is found',
      () => cache.facts('dev-1')?.denied.size === 0,
      70_000,
    );
  });

  it('that takes a right away shows the kind no more', async () => {
    const { until, advanceUntil, status, pods, changes } = bound(start());
    await until('it is live', () => status()?.state === 'live');
    refusalsOf('pods');
    server.dropSockets();
    await advanceUntil('pods are gone', () => pods().length === 0, 5_000);
    await advanceUntil(
      'it is told',
      () => changes.some(each => each.type === 'row' && each.name === 'a'),
      100,
      50,
    );
    expect(status()).toMatchObject({
      state: 'stale',
      reason: expect.stringContaining('may not read pods'),
    });
  });

  it('behind a page that wants a login is unreachable since then, keeps what is known, and comes back', async () => {
    const { until, advanceUntil, status, pods } = bound(start());
    await until('it is live', () => status()?.state === 'live');
    server.always('*', exchange => exchange.page());
    server.dropSockets();
    await advanceUntil(
      'it is unreachable',
      () => status()?.state === 'unreachable',
      30_000,
    );
    expect(status()?.reason).toMatch(/answers with a web page/);
    expect(status()?.cause).toEqual({ code: 'address.webPage' });
    expect(pods()).toEqual(['a']);
    const { asOf } = status() ?? {};
    await advanceUntil(
      'it was probed again',
      () => server.seen('readyz').length >= 6,
      70_000,
    );
    expect(status()?.asOf).toBe(asOf);
    server.behave();
    await advanceUntil('it is live', () => status()?.state === 'live', 15_000);
  });

  it('that refuses without ever ending the answer is asked again', async () => {
    server.always('pods', exchange => exchange.refuseWithoutEnd(500));
    const { advanceUntil, pods } = bound(start());
    await advanceUntil(
      'pods were asked for again',
      () => server.seen('pods').length >= 2,
      30_000,
    );
    server.behave();
    await advanceUntil('pods are there', () => pods().length === 1, 60_000);
    expect(pods()).toEqual(['a']);
  });

  it('with an expired token is denied, keeps what is known, and comes back with a new one', async () => {
    const { until, advanceUntil, status, pods, warnings } = bound(start());
    await until('it is live', () => status()?.state === 'live');
    server.always('*', exchange => exchange.status(401));
    server.dropSockets();
    await advanceUntil(
      'it is denied',
      () => status()?.state === 'denied',
      15_000,
    );
    expect(status()?.reason).toContain('refused our credential (401)');
    expect(pods()).toEqual(['a']);
    await advanceUntil(
      'it was probed again',
      () => server.seen('readyz').length >= 6,
      70_000,
    );
    expect(warnings()).toHaveLength(1);
    server.behave();
    await advanceUntil('it is live', () => status()?.state === 'live', 15_000);
  });

  it.each([
    ['address', { url: 'dev.example.com' }, 'unreachable', /is not a URL/],
    ['port', { url: 'http://127.0.0.1:1' }, 'unreachable', /nobody listens/],
    [
      'way of signing in',
      {
        url: 'http://127.0.0.1:1',
        authMetadata: { 'kubernetes.io/auth-provider': 'oidc' },
      },
      'denied',
      /^needs workloads.clusters.dev-1.auth/,
    ],
  ])(
    'by a wrong %s says which and why, once, and is tried again',
    async (_, fields, state, reason) => {
      const { advanceUntil, clock, settle, status, warnings } = bound(
        start(fields),
      );
      await advanceUntil('it is known', () => status()?.state === state, 4_000);
      expect(status()?.reason).toMatch(reason);
      expect(status()?.asOf).toBeUndefined();
      const { retryAt } = status() ?? {};
      clock.advance(30_000);
      await settle();
      await advanceUntil(
        'the next attempt is later',
        () => (status()?.retryAt ?? '') > (retryAt ?? ''),
        10_000,
      );
      expect(warnings()).toEqual([
        expect.stringMatching(`^Cluster dev-1 is ${state}: `),
      ]);
    },
  );

  it.each(['refuses to send a list as a watch', 'takes no notice of the wish'])(
    'that %s is read in pages, and not asked again',
    async how => {
      for (let number = 0; number < 1_200; number += 1) {
        server.addPods(`pod-${number}`);
      }
      server.always('*', exchange => {
        if (exchange.seen.kind !== 'watch-list') {
          exchange.behave();
        } else if (how.startsWith('refuses')) {
          exchange.status(422, { message: 'sendInitialEvents is forbidden' });
        } else {
          exchange.open();
          exchange.sendAll();
        }
      });
      const { cache, advanceUntil, until, status, pods } = bound(start());
      await advanceUntil(
        'it is live',
        () => status()?.state === 'live',
        40_000,
        1_000,
      );
      expect(pods()).toHaveLength(1_201);
      expect(server.seen('pods', 'list').map(({ query }) => query)).toEqual([
        { limit: '500' },
        { limit: '500', continue: '500' },
        { limit: '500', continue: '1000' },
      ]);
      expect(cache.facts('dev-1')?.capabilities).toEqual(['metrics.k8s.io']);
      const asked = server.requests.filter(each => each.kind === 'watch-list');
      server.script('pods', exchange => exchange.status(410));
      server.dropSockets();
      await advanceUntil(
        'pods are read again',
        () => server.seen('pods', 'list').length === 6,
        5_000,
      );
      await until('it is live', () => status()?.state === 'live');
      expect(
        server.requests.filter(each => each.kind === 'watch-list'),
      ).toHaveLength(asked.length);
    },
  );

  it('that sends a busy kind without ever ending a list as a watch is read in pages', async () => {
    let version = 0;
    const open = new Set<Exchange>();
    server.always('*', exchange => {
      if (exchange.seen.kind !== 'watch-list') {
        exchange.behave();
        return;
      }
      exchange.open();
      exchange.sendAll();
      if (exchange.seen.resource === 'pods') {
        open.add(exchange);
        exchange.onClose(() => open.delete(exchange));
      }
    });
    const { advanceUntil, status, pods } = bound(start());
    await advanceUntil(
      'it is live',
      () => {
        version += 1;
        open.forEach(exchange =>
          exchange.event('ADDED', {
            metadata: {
              ...scriptedObject('busy').metadata,
              resourceVersion: `busy-${version}`,
            },
          }),
        );
        return status()?.state === 'live';
      },
      70_000,
      1_000,
    );
    expect(server.seen('pods', 'list')).toHaveLength(1);
    expect(pods()).toEqual(['a']);
  });

  it('that could send lists as watches and cannot any more is read in pages', async () => {
    const { cache, until, advanceUntil, status, pods } = bound(start());
    await until('it is live', () => status()?.state === 'live');
    expect(cache.facts('dev-1')?.capabilities).toContain('watch-list');
    server.always('*', exchange =>
      exchange.seen.kind === 'watch-list'
        ? exchange.status(422, { message: 'sendInitialEvents is forbidden' })
        : exchange.behave(),
    );
    server.script('pods', exchange => exchange.status(410));
    server.dropSockets();
    server.addPods('b');
    await advanceUntil(
      'b is there',
      () => status()?.state === 'live' && pods().includes('b'),
      20_000,
    );
    expect(server.seen('pods', 'list').length).toBeGreaterThan(0);
    expect(cache.facts('dev-1')?.capabilities).not.toContain('watch-list');
  });

  it('with an object of which no row can be made shows all the others', async () => {
    server.store('pods').put({
      metadata: { name: '', namespace: 'payments-dev', uid: 'nameless' },
    });
    const { cache, until, status, warnings, pods } = bound(start());
    await until('it is live', () => status()?.state === 'live');
    server.store('pods').put({
      metadata: { name: '', namespace: 'payments-dev', uid: 'nameless' },
    });
    server.addPods('b');
    await until('b is there', () => pods().includes('b'));
    expect(pods()).toEqual(['a', 'b']);
    expect(warnings()).toEqual([
      expect.stringContaining('Cluster dev-1: pods payments-dev/'),
    ]);
    expect(cache.facts('dev-1')).toMatchObject({
      kubernetesVersion: 'v1.36.3',
      capabilities: ['watch-list', 'metrics.k8s.io'],
    });
  });
});

/** The harness with its methods ready to be taken apart. */
function bound(harness: WatchCacheHarness) {
  return {
    cache: harness.cache,
    clock: harness.clock,
    changes: harness.changes,
    until: harness.until.bind(harness),
    advanceUntil: harness.advanceUntil.bind(harness),
    settle: harness.settle.bind(harness),
    status: () => harness.status(),
    pods: () => harness.pods(),
    warnings: () => harness.warnings(),
  };
}
