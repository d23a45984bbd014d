import {
  LogPage,
  LogSearchRequest,
} from '@domaindeck/backstage-plugin-workloads-common';
import { ManualClock } from '../../testUtils/ManualClock';
import { LogSearch } from './LogSearch';

const ORIGIN = {
  cluster: 'prod-sh',
  namespace: 'payments-prod',
  pod: 'orders-6d9f7c-4xk2p',
  container: 'orders',
};
const STORED = { ...ORIGIN, stored: true };

function at(second: number): string {
  return `2026-11-24T14:02:${String(second).padStart(2, '0')}.000000000Z`;
}

/** Pages of two lines as the backend cuts them, newest page first; the lines from a second on are live. */
function pagesOf(seconds: number, live: number): LogPage[] {
  const coverage = {
    cluster: ORIGIN.cluster,
    stored: true,
    from: at(0),
    oldestLiveAt: at(live),
  };
  return Array.from({ length: seconds / 2 }, (_, page) => {
    const first = seconds - 2 * (page + 1);
    return {
      items: [first, first + 1].map(second => ({
        source: second < live ? 1 : 0,
        at: at(second),
        text: `line ${second}`,
        level: 'info',
      })),
      sources: [ORIGIN, STORED],
      matched: 2,
      troubles: [],
      clusters: [],
      // Pages before the seam say nothing of it, and only the first says whether it is proven.
      coverage: [
        first + 1 < live
          ? { cluster: ORIGIN.cluster, stored: true, from: at(0) }
          : { ...coverage, ...(page === 0 && { unsure: true }) },
      ],
      ...(first > 0 && { nextCursor: String(page + 1) }),
    };
  });
}

async function readAll(pages: readonly LogPage[]) {
  const clock = ManualClock.at('2026-11-24T14:03:00Z');
  const search = LogSearch.create({
    api: {
      searchLogs: async (_, { cursor }: LogSearchRequest) =>
        pages[Number(cursor ?? 0)],
    },
    entityRef: 'domain:default/payments',
    request: { from: at(0), to: at(59) },
    clock,
    random: () => 0,
  });
  const stop = search.start();
  await clock.advance(0);
  while (search.getState().older === 'more') {
    search.loadOlder();
    await clock.advance(0);
  }
  stop();
  const { rows } = search.store;
  return Array.from({ length: rows.length }, (_, index) => {
    const row = rows.at(index);
    return row?.kind === 'line' ? row.text : row?.note;
  });
}

describe('LogSearch', () => {
  it.each([1, 3, 4, 5, 7])(
    'draws the seam once, before the first live line, which is line %d, whatever page it is on',
    async live => {
      const rows = await readAll(pagesOf(8, live));
      const lines = Array.from({ length: 8 }, (_, index) => `line ${index}`);
      expect(rows).toEqual([
        ...lines.slice(0, live),
        { kind: 'seam', cluster: 'prod-sh', unsure: true },
        ...lines.slice(live),
      ]);
    },
  );

  it('draws none where all lines are live, or all are stored', async () => {
    for (const live of [0, 8]) {
      expect(await readAll(pagesOf(8, live))).toHaveLength(8);
    }
  });

  it('keeps each reason why a part is missing, once', async () => {
    const trouble = { cluster: 'dev-1', message: 'Loki is not there' };
    const pages = pagesOf(4, 0).map(page => ({ ...page, troubles: [trouble] }));
    const clock = ManualClock.at('2026-11-24T14:03:00Z');
    const search = LogSearch.create({
      api: { searchLogs: async (_, { cursor }) => pages[Number(cursor ?? 0)] },
      entityRef: 'domain:default/payments',
      request: { from: at(0), to: at(59) },
      clock,
      random: () => 0,
    });
    const stop = search.start();
    await clock.advance(0);
    search.loadOlder();
    await clock.advance(0);
    stop();
    expect(search.store.rows.length).toBe(4);
    expect(search.store.troubles).toEqual([trouble]);
  });
});
