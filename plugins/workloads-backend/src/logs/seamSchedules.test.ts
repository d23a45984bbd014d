import { seededRandom } from '../projection/testUtils/seededRandom';
import { SeamPlay } from './testUtils/SeamPlay';

const SEEDS = Array.from({ length: 3 }, (_, index) => index + 1);
/** Milliseconds by which the store is behind: as collectors are, and as one that stands still. */
const LAGS = [0, 3_000, 45_000, 400_000];

function playOf(seed: number, lag: number, steps = 130): SeamPlay {
  const play = SeamPlay.create({ containers: 6, random: seededRandom(seed) });
  play.run(steps, lag);
  return play;
}

describe('stored and live lines of one cluster as one answer', () => {
  it.each(LAGS)(
    'miss nothing and double nothing, page by page from both ends, with a store that is %d ms behind',
    async lag => {
      for (const seed of SEEDS) {
        const play = playOf(seed, lag);
        const expected = [...play.known].sort();
        for (const direction of ['backward', 'forward'] as const) {
          const limit = [30, 150, 1_000][seed % 3];
          const { lines, pages } = await play.search({ direction, limit });
          expect({
            seed,
            direction,
            missing: expected.filter(line => !lines.includes(line)),
            more: lines.length - expected.length,
          }).toEqual({ seed, direction, missing: [], more: 0 });
          const times = lines.map(line => line.slice(0, 30));
          expect(times).toEqual([...times].sort());
          expect(pages.flatMap(({ troubles }) => troubles)).toEqual([]);
        }
        expect(await play.count()).toBe(expected.length);
        const file = await play.download();
        expect([...file].sort()).toEqual(expected);
        const order = file.map(line => line.slice(0, 30));
        expect(order).toEqual([...order].sort());
      }
    },
    120_000,
  );

  it('say where they are joined, the same on each page, and whether that is proven', async () => {
    const { pages } = await playOf(3, 3_000).search({ limit: 50 });
    const seams = pages.flatMap(
      ({ coverage = [] }) => coverage.at(0)?.oldestLiveAt ?? [],
    );
    expect(seams.length).toBeGreaterThan(1);
    expect(new Set(seams).size).toBe(1);
    expect(pages[0].coverage).toMatchObject([{ stored: true, unsure: false }]);
    const { items, sources } = pages[0];
    expect(items.some(({ source }) => !sources[source].stored)).toBe(true);
    const last = pages.at(-1);
    expect(last?.items.every(one => last.sources[one.source].stored)).toBe(
      true,
    );
  });

  it('are unsure where the store gives lines times of its own', async () => {
    const play = playOf(4, 0);
    const late = play.store.lines.map(line => ({
      ...line,
      at: `${line.at.slice(0, 20)}9${line.at.slice(21)}`,
    }));
    play.store.lines.splice(0, Infinity, ...late);
    const { pages } = await play.search({ limit: 1_000 });
    expect(pages[0].coverage).toMatchObject([{ unsure: true }]);
  });

  it('are those of the pods alone where the store fails, which is said', async () => {
    const play = playOf(5, 0);
    play.store.failure = new Error('the store is being moved');
    const { lines, pages } = await play.search({ limit: 1_000 });
    expect(pages[0].troubles).toContainEqual({
      cluster: 'sim',
      message: 'the store is being moved',
    });
    expect(lines.length).toBeGreaterThan(500);
    expect(pages[0].coverage).toMatchObject([{ unsure: true }]);
  });

  it('are those of the store alone where no pod answers, which is said', async () => {
    const play = playOf(6, 0);
    play.node.down = true;
    const { lines, pages } = await play.search({ limit: 10_000 });
    expect(lines).toHaveLength(play.store.lines.length);
    expect(pages[0].troubles).toContainEqual(
      expect.objectContaining({ message: 'the node does not answer' }),
    );
  });

  it('ask no pod for a range that ended long ago', async () => {
    const play = playOf(7, 0, 400);
    play.node.down = true;
    const to = new Date(play.clock.now().getTime() - 1_000_000).toISOString();
    const { lines, pages } = await play.search({ limit: 10_000, to });
    expect(lines.length).toBeGreaterThan(100);
    expect(pages[0].troubles).toEqual([]);
    expect(pages[0].coverage?.at(0)).not.toHaveProperty('oldestLiveAt');
  });
});
