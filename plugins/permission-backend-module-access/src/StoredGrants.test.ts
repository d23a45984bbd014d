import { mockServices } from '@backstage/backend-test-utils';
import { StoredGrants } from './StoredGrants';

/** Grants that are read from an answer which the test changes, with a clock of its own. */
function setUp() {
  const state = { now: 0, asked: 0, answer: answerOf('a') };
  const logger = mockServices.logger.mock();
  const grants = StoredGrants.create({
    auth: mockServices.auth({ pluginId: 'permission' }),
    discovery: mockServices.discovery(),
    logger,
    fetch: async (url, init) => {
      state.asked += 1;
      expect(String(url)).toMatch(/\/api\/access\/internal\/grants$/);
      expect(new Headers(init?.headers).get('authorization')).toMatch(
        /^Bearer mock-service-token/,
      );
      return state.answer();
    },
    now: () => state.now,
  });
  return {
    state,
    logger,
    grants,
    ids: async () => (await grants.get()).map(({ id }) => id),
  };
}

function answerOf(...ids: string[]) {
  return () =>
    Promise.resolve(
      Response.json({ items: ids.map(id => ({ id, where: {} })) }),
    );
}

const failure = () => Promise.resolve(new Response('no', { status: 503 }));

describe('StoredGrants', () => {
  it('reads once for many decisions, and again after 10 s or a change', async () => {
    const { state, grants, ids } = setUp();
    expect(await Promise.all([ids(), ids(), ids()])).toEqual([
      ['a'],
      ['a'],
      ['a'],
    ]);
    state.now = 9_999;
    await ids();
    expect(state.asked).toBe(1);

    state.answer = answerOf('a', 'b');
    state.now = 10_000;
    expect(await ids()).toEqual(['a', 'b']);

    state.answer = answerOf();
    grants.invalidate();
    expect(await ids()).toEqual([]);
    expect(state.asked).toBe(3);
  });

  it('keeps what it knew for 30 s when it cannot read, and then gives nothing', async () => {
    const { state, ids, logger } = setUp();
    await ids();
    state.answer = failure;
    const seen: [number, string[]][] = [];
    for (const now of [10_000, 20_000, 30_000, 40_000]) {
      state.now = now;
      seen.push([now, await ids()]);
    }
    expect(seen).toEqual([
      [10_000, ['a']],
      [20_000, ['a']],
      [30_000, ['a']],
      [40_000, []],
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    state.answer = answerOf('b');
    state.now = 50_000;
    expect(await ids()).toEqual(['b']);
  });

  it('does not keep an answer to a question from before a change', async () => {
    const { state, grants, ids } = setUp();
    let release: (response: Response) => void = () => {};
    state.answer = () =>
      new Promise(resolve => {
        release = resolve;
      });
    const early = ids();
    await new Promise(resolve => setImmediate(resolve));
    grants.invalidate();
    state.answer = answerOf('new');
    const late = await ids();
    release(await answerOf('old')());
    await early;
    expect(late).toEqual(['new']);
    expect(await ids()).toEqual(['new']);
  });

  it('has none in a portal without the access backend, and says nothing of it', async () => {
    const { state, ids, logger } = setUp();
    state.answer = () => Promise.resolve(new Response('', { status: 404 }));
    expect(await ids()).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
