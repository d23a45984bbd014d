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

describe('R1: a watch is resumed from the last version', () => {
  it('of an event, after a clean end', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
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
    const server = await cases.startServer('a');
    server.script('pods', exchange => {
      exchange.open();
      exchange.sendAll();
      exchange.bookmark({ endsInitialEvents: true });
      server.store('pods').touch();
      exchange.bookmark();
      setImmediate(() => exchange.drop());
    });
    const harness = await cases.startLive(server);
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
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
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
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
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
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
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
    await harness.until(
      'the cluster is live',
      () => harness.status()?.state === 'live',
    );
    expect(harness.pods()).toEqual(['a']);
  });

  it('not on other errors inside the stream', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
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
    const server = await cases.startServer('changed', 'gone', 'same');
    if (inPages) {
      server.script('namespaces', exchange => exchange.status(422));
      server.script('pods', exchange => exchange.status(422));
    }
    const harness = await cases.startLive(server);
    harness.clock.advance(50);
    harness.changes.splice(0);

    server.script('pods', exchange => exchange.status(410));
    server.dropSockets();
    server.store('pods').remove('gone');
    server.store('pods').put(scriptedObject('changed'));
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
  const server = await cases.startServer('a');
  const harness = await cases.startLive(server);
  const [old] = server.store('pods').objects;
  harness.clock.advance(50);
  harness.changes.splice(0);
  server.script('pods', exchange => exchange.status(410));
  server.dropSockets();
  server.store('pods').put(scriptedObject('a', 'second'));
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
        ...scriptedObject('b').metadata,
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
  const server = await cases.startServer('a');
  const harness = await cases.startLive(server);
  server.script('pods', exchange => {
    exchange.open();
    for (const resourceVersion of ['999999999999999999999', 'ü=&?', '2']) {
      exchange.event('MODIFIED', {
        metadata: { ...scriptedObject('a').metadata, resourceVersion },
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
