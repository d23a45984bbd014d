import { createMockDirectory } from '@backstage/backend-test-utils';
import { CacheCases } from './testUtils/CacheCases';

const cases = CacheCases.create();
const directory = createMockDirectory();

afterEach(() => cases.stop());

describe('R12: a token may rotate', () => {
  it('and nothing is read again', async () => {
    directory.setContent({ token: 'old' });
    const server = await cases.startServer('a');
    let valid = 'old';
    server.always('*', exchange =>
      exchange.seen.authorization === `Bearer ${valid}`
        ? exchange.behave()
        : exchange.status(401),
    );
    const harness = cases.start([
      {
        url: server.url,
        authMetadata: {
          'kubernetes.io/auth-provider': 'serviceAccount',
          'domaindeck.io/service-account-token-file':
            directory.resolve('token'),
        },
      },
    ]);
    await harness.until(
      'the cluster is live',
      () => harness.status()?.state === 'live',
    );
    const lists = () =>
      server.requests.filter(({ kind }) => kind.endsWith('list')).length;
    const before = lists();
    const states = new Set<string | undefined>();
    harness.cache.subscribe(() => states.add(harness.status()?.state));

    valid = 'new';
    directory.setContent({ token: 'new' });
    server.addPods('b');
    await harness.until('b is there', () => harness.pods().includes('b'));
    expect(server.seen('pods', 'watch')).toEqual([]);

    server.dropSockets();
    server.addPods('c');
    await harness.advanceUntil(
      'c is there',
      () => harness.pods().includes('c'),
      60_000,
    );
    expect(server.seen('pods', 'watch').at(-1)?.authorization).toBe(
      'Bearer new',
    );
    expect(lists()).toBe(before);
    expect(states).not.toContain('denied');
  });

  it('and while there is no valid one, what is known stays and goes on where it was', async () => {
    const server = await cases.startServer('a');
    const harness = await cases.startLive(server);
    const version = server.store('pods').version;
    server.always('*', exchange => exchange.status(401));
    server.dropSockets();
    await harness.advanceUntil(
      'it is denied',
      () => harness.status()?.state === 'denied',
      15_000,
    );
    expect(harness.pods()).toEqual(['a']);
    server.behave();
    server.addPods('b');
    await harness.advanceUntil(
      'it is live',
      () => harness.status()?.state === 'live' && harness.pods().includes('b'),
      31_000,
    );
    expect(server.seen('pods', 'watch-list')).toHaveLength(1);
    expect(server.seen('pods', 'watch').at(-1)?.query.resourceVersion).toBe(
      version,
    );
  });
});
