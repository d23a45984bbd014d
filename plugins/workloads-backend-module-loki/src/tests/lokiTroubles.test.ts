import { FakeClock } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { FakeLoki, historyOf, historyQuery, streams } from '../testUtils';

describe('trouble with Loki', () => {
  const clock = FakeClock.create();
  let loki: FakeLoki;
  const history = (config: object = {}) => historyOf(loki, clock, config);
  const ask = (config?: object) =>
    history(config).search({
      ...historyQuery(),
      direction: 'backward',
      limit: 10,
    });

  beforeEach(async () => {
    loki = await FakeLoki.start();
  });
  afterEach(() => loki.stop());

  it.each([
    [400, 'parse error', 'refuses the question (400): parse error'],
    [
      400,
      'max entries limit per query exceeded, limit > max_entries_limit_per_query (11 > 5)',
      'lower workloads.clusters.prod-sh.logs.maxLines',
    ],
    [401, 'no org id', 'set workloads.clusters.prod-sh.logs.tenant'],
    [403, '<html>no</html>', 'refuses the portal (403)'],
    [404, '404 page not found', 'check workloads.clusters.prod-sh.logs.url'],
    [429, 'too many outstanding requests', 'than it allows this tenant'],
    [500, 'boom', 'answers 500: boom'],
    [502, '<html>bad gateway</html>', 'answers 502'],
    [200, '<html>a portal</html>', 'does not answer as Loki does'],
    [200, '{"status":"success"}', 'does not answer as Loki does'],
  ])('%i %s', async (status, body, message) => {
    loki.answer = ({ path }) =>
      path.endsWith('/labels') ? { body: streams([]) } : { status, body };
    const asked = ask({ headers: { Authorization: 'Bearer s3cret' } });
    await expect(asked).rejects.toThrow(message);
    await expect(asked).rejects.not.toThrow('s3cret');
  });

  it('wrong labels, or none', async () => {
    loki.labels = ['app', 'job'];
    await expect(ask()).rejects.toThrow(
      'is among app, job; name the labels in workloads.clusters.prod-sh.logs.mapping',
    );
    loki.labels = [];
    await expect(ask()).rejects.toThrow('has no lines of the last day');
    loki.labels = ['namespace', 'pod', 'container'];
    await expect(
      ask({ mapping: { namespace: 'ns', pod: 'p', container: 'c' } }),
    ).rejects.toThrow('none of ns is among container, namespace, pod');
  });

  it('nobody there', async () => {
    const gone = await FakeLoki.start();
    const { url } = gone;
    await gone.stop();
    await expect(ask({ url })).rejects.toThrow(
      'cannot be reached (ECONNREFUSED)',
    );
  });

  it('silence about labels: nobody waits for the same again for 10 s', async () => {
    loki.answer = () => 'silence';
    const source = history();
    const search = () =>
      source.search({
        ...historyQuery(),
        direction: 'backward',
        limit: 10,
      });
    const asked = loki.nextRequest();
    const slow = search();
    await asked;
    clock.advance(10_000);
    await expect(slow).rejects.toThrow('has not answered within 10 s');
    const count = loki.requests.length;
    await expect(search()).rejects.toThrow('has not answered within 10 s');
    expect(loki.requests.length).toBe(count);
    clock.advance(10_000);
    loki.answer = () => ({ body: streams([]) });
    await search();
    expect(loki.requests.length).toBeGreaterThan(count);
  });

  it('silence for 10 s, and somebody who goes before', async () => {
    loki.answer = ({ path }) =>
      path.endsWith('/labels') ? { body: streams([]) } : 'silence';
    const source = history();
    await source.status(new AbortController().signal);
    const search = (signal: AbortSignal) =>
      source.search({
        ...historyQuery({ signal }),
        direction: 'backward',
        limit: 10,
      });
    const first = loki.nextRequest();
    const slow = search(new AbortController().signal);
    await first;
    clock.advance(10_000);
    await expect(slow).rejects.toThrow('has not answered within 10 s');
    const leaving = new AbortController();
    const second = loki.nextRequest();
    const left = search(leaving.signal);
    await second;
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    expect(clock.pending).toBe(0);
  });
});
