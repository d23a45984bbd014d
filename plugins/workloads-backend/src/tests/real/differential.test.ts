import { ControlPlane, startControlPlane } from '@domaindeck/control-plane';
import { seededRandom } from '../../projection/testUtils';
import { Comparison } from '../differential/__testUtils__/Comparison';
import { RandomLife } from '../differential/__testUtils__/RandomLife';
import { StockFetcher } from '../differential/__testUtils__/StockFetcher';
import { WorldWriter } from '../differential/__testUtils__/WorldWriter';

const describeReal =
  process.env.DOMAINDECK_CONTROL_PLANE === '1' ? describe : describe.skip;

/** `DIFFERENTIAL_ROUNDS=100 DIFFERENTIAL_SEED=7` for a longer life, or another. */
const ROUNDS = Number(process.env.DIFFERENTIAL_ROUNDS ?? 12);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const ACTIONS = 4;
const NAMESPACE = 'random-life';

describeReal('a real cluster through us and through the stock plugin', () => {
  let plane: ControlPlane;

  // The first start may have to build the programs.
  beforeAll(async () => {
    plane = await startControlPlane({ clusters: 1 });
  }, 900_000);

  afterAll(() => plane?.stop(), 60_000);

  it(
    'looks the same at quiet moments of a random life',
    async () => {
      const [{ name, url, ca, tokens }] = plane.clusters;
      const reached = { name, url, ca, token: tokens.portal };
      const stock = await StockFetcher.start();
      const writer = WorldWriter.create({ ...reached, token: tokens.admin });
      const comparison = Comparison.start(reached, stock);
      const life = RandomLife.create(writer, NAMESPACE, seededRandom(SEED));
      const done: string[] = [];
      let most = 0;
      try {
        await life.begin();
        for (let round = 1; round <= ROUNDS; round += 1) {
          for (let action = 0; action < ACTIONS; action += 1) {
            done.push(`${round}: ${await life.act()}`);
          }
          if (round === Math.ceil(ROUNDS / 2)) {
            done.push(`${round}: the history is forgotten`);
            await plane.clusters[0].forgetHistory();
          }
          const { workloads } = await comparison.agree(NAMESPACE, 60_000);
          most = Math.max(most, workloads);
        }
      } catch (error) {
        throw new Error(
          `seed ${SEED}: ${error}\nafter ${done.slice(-30).join('\n')}`,
        );
      } finally {
        await comparison.stop();
        await writer.stop();
        await stock.stop();
      }
      expect(most).toBeGreaterThan(5);
    },
    60_000 + ROUNDS * 30_000,
  );
});
