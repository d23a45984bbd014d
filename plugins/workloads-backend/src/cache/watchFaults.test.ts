import { CacheCases } from './testUtils/CacheCases';
import { Exchange } from './testUtils/Exchange';
import { ScriptedApiServer } from './testUtils/ScriptedApiServer';

const cases = CacheCases.create();

afterEach(() => cases.stop());

/** Everything that reads all pods anew. */
function podLists(server: ScriptedApiServer): number {
  return (
    server.seen('pods', 'list').length +
    server.seen('pods', 'watch-list').length
  );
}

describe('R7: silence is a failure', () => {
  it('of a watch, after 90 to 120 s', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
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

  it('of a line that trickles in too slowly to be one', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
    const bytes = Buffer.alloc(1_000, 'x');
    let trickling: Exchange | undefined;
    let sent = 0;
    server.script('pods', exchange => {
      trickling = exchange;
      exchange.open();
    });
    server.dropSockets();
    await harness.advanceUntil(
      'it is resumed',
      () => trickling !== undefined,
      2_000,
    );
    const waited = await harness.advanceUntil(
      'the watch is opened anew',
      () => {
        if (trickling && !trickling.over) {
          trickling.write(bytes.subarray(sent, sent + 1));
          sent += 1;
        }
        return server.seen('pods', 'watch').length === 2;
      },
      130_000,
      1_000,
    );
    expect(waited).toBeLessThanOrEqual(122_000);
    expect(sent).toBeGreaterThan(80);
    expect(podLists(server)).toBe(1);
  });

  it('of a cluster, after two probes; it comes back by itself, and others never notice', async () => {
    const server = await cases.startServer('a');
    const other = await cases.startServer('b');
    const harness = cases.start([
      { url: server.url },
      { name: 'test-1', url: other.url },
    ]);
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
  const server = await cases.startServer('a');
  const harness = await cases.startLive(server);
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
  const server = await cases.startServer('a');
  const harness = await cases.startLive(server);
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

it('R10: what is cut within a line is asked for again, not read again', async () => {
  const server = await cases.startServer('a');
  const harness = await cases.startLive(server);
  const version = server.store('pods').version;
  server.script('pods', exchange => {
    exchange.open();
    exchange.write('{"type":"ADDED","object":{"metadata":{"name":"b",');
    exchange.end();
  });
  server.dropSockets();
  server.addPods('b');
  await harness.advanceUntil(
    'b is there',
    () => harness.pods().includes('b'),
    3_000,
  );
  const versions = server.seen('pods', 'watch').map(each => each.query);
  expect(versions.map(({ resourceVersion }) => resourceVersion)).toEqual([
    version,
    version,
  ]);
  expect(podLists(server)).toBe(1);
});

it('R15: stop leaves no socket and no timer', async () => {
  const server = await cases.startServer('a');
  const silent = await cases.startServer();
  silent.always('*', () => {});
  const harness = cases.start([
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
