import { ScriptedApiServer } from './testUtils/ScriptedApiServer';
import { ScriptedObject } from './testUtils/ScriptedObject';
import { WatchCacheHarness } from './testUtils/WatchCacheHarness';

const servers: ScriptedApiServer[] = [];
const harnesses: WatchCacheHarness[] = [];

async function startServer(...pods: string[]): Promise<ScriptedApiServer> {
  const server = await ScriptedApiServer.start();
  server.addPods(...pods);
  servers.push(server);
  return server;
}

async function startLive(
  server: ScriptedApiServer,
  options?: Parameters<typeof WatchCacheHarness.start>[1],
): Promise<WatchCacheHarness> {
  const harness = WatchCacheHarness.start([{ url: server.url }], options);
  harnesses.push(harness);
  await harness.until(
    'the cluster is live',
    () => harness.status()?.state === 'live',
  );
  return harness;
}

/** Everything that reads all pods anew. */
function podLists(server: ScriptedApiServer): number {
  return (
    server.seen('pods', 'list').length +
    server.seen('pods', 'watch-list').length
  );
}

afterEach(async () => {
  await Promise.all(harnesses.splice(0).map(harness => harness.stop()));
  await Promise.all(servers.splice(0).map(server => server.stop()));
});

describe('R1: a watch is resumed from the last version', () => {
  it('of an event, after a clean end', async () => {
    const server = await startServer('a');
    const harness = await startLive(server);
    server.addPods('b');
    await harness.until('b is there', () => harness.pods().includes('b'));
    const version = server.store('pods').version;

    server.script('pods', exchange => {
      exchange.open();
      exchange.event('MODIFIED', {
        ...server.store('pods').objects[0],
        metadata: {
          ...server.store('pods').objects[0].metadata,
          resourceVersion: 'later',
        },
      });
      exchange.end();
    });
    server.dropSockets();
    await harness.advanceUntil(
      'it is resumed twice',
      () => server.seen('pods', 'watch').length === 2,
      2_000,
    );
    expect(
      server.seen('pods', 'watch').map(each => each.query.resourceVersion),
    ).toEqual([version, 'later']);
    expect(podLists(server)).toBe(1);
    expect(harness.status()?.state).toBe('live');
  });

  it('of a bookmark, after a reset', async () => {
    const server = await startServer('a');
    server.script('pods', exchange => {
      exchange.open();
      exchange.sendAll();
      exchange.bookmark({ endsInitialEvents: true });
      server.store('pods').touch();
      exchange.bookmark();
      setImmediate(() => exchange.drop());
    });
    const harness = await startLive(server);
    await harness.advanceUntil(
      'it is resumed',
      () => server.seen('pods', 'watch').length === 1,
      1_000,
    );
    expect(server.seen('pods', 'watch')[0].query.resourceVersion).toBe(
      server.store('pods').version,
    );
    server.addPods('b');
    await harness.until('b is there', () => harness.pods().includes('b'));
    expect(podLists(server)).toBe(1);
  });

  it('and again and again while the server fails', async () => {
    const server = await startServer('a');
    const harness = await startLive(server);
    const version = server.store('pods').version;
    server.always('pods', exchange => exchange.status(500));
    server.dropSockets();
    await harness.advanceUntil(
      'it was tried five times',
      () => server.seen('pods', 'watch').length >= 5,
      120_000,
    );
    expect(harness.status()?.state).toBe('stale');
    expect(harness.status()?.reason).toMatch(/^pods may be out of date/);
    expect(harness.pods()).toEqual(['a']);
    server.behave();
    server.addPods('b');
    await harness.advanceUntil(
      'b is there',
      () => harness.pods().includes('b'),
      30_000,
    );
    const versions = server
      .seen('pods', 'watch')
      .map(each => each.query.resourceVersion);
    expect(new Set(versions)).toEqual(new Set([version]));
    expect(podLists(server)).toBe(1);
    expect(harness.status()?.state).toBe('live');
  });
});

describe('R2: everything is read again only when the version is lost', () => {
  it.each([
    ['410 as the status', 410, 'Expired'],
    ['an invalid version', 400, 'BadRequest'],
  ])('%s', async (_, code, reason) => {
    const server = await startServer('a');
    const harness = await startLive(server);
    server.script('pods', exchange => exchange.status(code, { reason }));
    server.dropSockets();
    await harness.advanceUntil(
      'the pods are read again',
      () => podLists(server) === 2,
      2_000,
    );
    await harness.until(
      'the cluster is live',
      () => harness.status()?.state === 'live',
    );
    expect(harness.pods()).toEqual(['a']);
  });

  it('410 inside the stream', async () => {
    const server = await startServer('a');
    const harness = await startLive(server);
    server.script('pods', exchange => {
      exchange.open();
      exchange.event('ERROR', {
        kind: 'Status',
        code: 410,
        reason: 'Expired',
        message: 'too old resource version',
      });
    });
    server.dropSockets();
    await harness.advanceUntil(
      'the pods are read again',
      () => podLists(server) === 2,
      2_000,
    );
  });

  it('not on other errors inside the stream', async () => {
    const server = await startServer('a');
    const harness = await startLive(server);
    server.script('pods', exchange => {
      exchange.open();
      exchange.event('ERROR', { kind: 'Status', code: 500, message: 'etcd' });
    });
    server.dropSockets();
    await harness.advanceUntil(
      'it is resumed after the error',
      () => server.seen('pods', 'watch').length === 2,
      3_000,
    );
    expect(podLists(server)).toBe(1);
  });
});

describe('R3: a new list is a difference', () => {
  it.each([
    ['as a watch', false],
    ['in pages', true],
  ])('%s', async (_, inPages) => {
    const server = await startServer('changed', 'gone', 'same');
    if (inPages) {
      server.script('namespaces', exchange => exchange.status(422));
      server.script('pods', exchange => exchange.status(422));
    }
    const harness = await startLive(server);
    harness.clock.advance(50);
    harness.changes.splice(0);

    server.script('pods', exchange => exchange.status(410));
    server.dropSockets();
    server.store('pods').remove('gone');
    server.store('pods').put(ScriptedObject.of('changed'));
    server.addPods('new');
    await harness.advanceUntil(
      'the change is told',
      () => harness.changedPods().length > 0,
      5_000,
    );
    expect(harness.changedPods().sort()).toEqual(['changed', 'gone', 'new']);
    expect(harness.pods()).toEqual(['changed', 'new', 'same']);
  });
});

it('R4: an object that was made again under its name is another object', async () => {
  const server = await startServer('a');
  const harness = await startLive(server);
  const [old] = server.store('pods').objects;
  harness.clock.advance(50);
  harness.changes.splice(0);
  server.script('pods', exchange => exchange.status(410));
  server.dropSockets();
  server.store('pods').put(ScriptedObject.of('a', 'second'));
  await harness.advanceUntil(
    'the second is there',
    () => harness.cache.rows('dev-1', 'pods')[0]?.uid === 'second',
    5_000,
  );
  harness.clock.advance(50);
  expect(
    harness.changes.flatMap(change =>
      change.type === 'row' && change.resource === 'pods' ? [change.uid] : [],
    ),
  ).toEqual(['uid-a', 'second']);

  server.script('pods', exchange => {
    exchange.open();
    exchange.event('DELETED', old);
    exchange.event('ADDED', {
      metadata: {
        ...ScriptedObject.of('b').metadata,
        resourceVersion: 'b',
      },
    });
  });
  server.dropSockets();
  await harness.advanceUntil(
    'b is there',
    () => harness.pods().includes('b'),
    5_000,
  );
  expect(harness.pods()).toEqual(['a', 'b']);
});

it('R5: versions are tokens, whatever they look like', async () => {
  const server = await startServer('a');
  const harness = await startLive(server);
  server.script('pods', exchange => {
    exchange.open();
    for (const resourceVersion of ['999999999999999999999', 'ü=&?', '2']) {
      exchange.event('MODIFIED', {
        metadata: { ...ScriptedObject.of('a').metadata, resourceVersion },
      });
    }
    exchange.end();
  });
  server.dropSockets();
  await harness.advanceUntil(
    'it is resumed',
    () => server.seen('pods', 'watch').length === 2,
    2_000,
  );
  expect(server.seen('pods', 'watch')[1].query.resourceVersion).toBe('2');
  expect(harness.cache.rows('dev-1', 'pods')[0].resourceVersion).toBe('2');
});

describe('R6: retries are spread and bounded', () => {
  it('honours Retry-After', async () => {
    const server = await startServer('a');
    const harness = await startLive(server, { random: () => 0 });
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

  it('ends the wait when a probe is answered', async () => {
    const server = await startServer('a');
    const harness = await startLive(server, { random: () => 0.999 });
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
    const server = await startServer('a');
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
    const harness = WatchCacheHarness.start([{ url: server.url }]);
    harnesses.push(harness);
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

describe('R7: silence is a failure', () => {
  it('of a watch, after 90 to 120 s', async () => {
    const server = await startServer('a');
    const harness = await startLive(server);
    const waited = await harness.advanceUntil(
      'the silent watch is opened anew',
      () => server.seen('pods', 'watch').length === 1,
      130_000,
      1_000,
    );
    expect(waited).toBeGreaterThanOrEqual(90_000);
    expect(waited).toBeLessThanOrEqual(122_000);
    expect(podLists(server)).toBe(1);
    expect(harness.status()?.state).toBe('live');
  });

  it('of a cluster, after two probes; it comes back by itself, and others never notice', async () => {
    const server = await startServer('a');
    const other = await startServer('b');
    const harness = WatchCacheHarness.start([
      { url: server.url },
      { name: 'test-1', url: other.url },
    ]);
    harnesses.push(harness);
    await harness.until(
      'both are live',
      () =>
        harness.status()?.state === 'live' &&
        harness.status('test-1')?.state === 'live',
    );
    const lastSeen = harness.clock.now();
    const requestsOfOther = other.requests.length;
    server.always('*', () => {});
    const waited = await harness.advanceUntil(
      'it is unreachable',
      () => harness.status()?.state === 'unreachable',
      30_000,
    );
    expect(waited).toBeLessThanOrEqual(23_000);
    expect(harness.status()).toMatchObject({
      reason: `${server.url} did not answer within 5 s`,
      asOf: lastSeen.toISOString(),
    });
    expect(harness.status()?.retryAt).toBeDefined();
    expect(harness.pods()).toEqual(['a']);
    expect(harness.status('test-1')?.state).toBe('live');

    server.behave();
    server.addPods('c');
    const back = await harness.advanceUntil(
      'it is live with what was missed',
      () => harness.status()?.state === 'live' && harness.pods().includes('c'),
      30_000,
    );
    expect(back).toBeLessThanOrEqual(15_000);
    expect(podLists(server)).toBe(1);
    expect(
      other.requests
        .slice(requestsOfOther)
        .filter(request => request.kind !== 'other'),
    ).toEqual([]);
  });
});

it('R8: a line without end is cut off at 8 MB', async () => {
  const server = await startServer('a');
  const harness = await startLive(server);
  let written = 0;
  server.script('pods', exchange => {
    exchange.open();
    const block = Buffer.alloc(256 * 1024, 'x');
    const pour = () => {
      if (!exchange.over && written < 64 * 1024 * 1024) {
        written += block.length;
        exchange.write(block);
        setImmediate(pour);
      }
    };
    pour();
  });
  server.dropSockets();
  await harness.advanceUntil(
    'the pods are read again',
    () => podLists(server) === 2,
    10_000,
  );
  expect(written).toBeGreaterThan(8 * 1024 * 1024);
  expect(written).toBeLessThan(32 * 1024 * 1024);
  await harness.until(
    'the cluster is live',
    () => harness.status()?.state === 'live',
  );
});

it.each([
  ['no JSON', '{"type":"ADDED","object":{'],
  ['no event', '[]'],
  [
    'an unknown type',
    '{"type":"MOVED","object":{"metadata":{"resourceVersion":"9"}}}',
  ],
  [
    'an event without a version',
    '{"type":"ADDED","object":{"metadata":{"name":"x"}}}',
  ],
])('R10: a bad line (%s) is never passed over', async (_, line) => {
  const server = await startServer('a');
  const harness = await startLive(server);
  server.script('pods', exchange => {
    exchange.open();
    server.store('pods').remove('a');
    exchange.line(line);
  });
  server.dropSockets();
  await harness.advanceUntil(
    'the pods are read again',
    () => podLists(server) === 2 && harness.pods().length === 0,
    5_000,
  );
  expect(harness.warnings().join()).toContain('sent');
});

it('R15: stop leaves no socket and no timer', async () => {
  const server = await startServer('a');
  const silent = await startServer();
  silent.always('*', () => {});
  const harness = WatchCacheHarness.start([
    { url: server.url },
    { name: 'test-1', url: silent.url },
    { name: 'prod-sh', url: 'http://127.0.0.1:1' },
  ]);
  await harness.until(
    'one is live, one waits and one fails',
    () =>
      harness.status()?.state === 'live' &&
      silent.sockets > 0 &&
      /nobody listens/.test(harness.status('prod-sh')?.reason ?? ''),
  );
  server.addPods('b');
  await harness.until('b is there', () => harness.pods().includes('b'));
  await harness.stop();
  await harness.until(
    'no socket is open',
    () => server.sockets === 0 && silent.sockets === 0,
  );
  expect(harness.clock.pending).toBe(0);
});
