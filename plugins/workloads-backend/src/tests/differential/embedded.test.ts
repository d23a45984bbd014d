import { startDemoCluster } from '@domaindeck/demo-clusters';
import { seededRandom } from '../../projection/testUtils';
import { Comparison } from './__testUtils__/Comparison';
import { RandomLife } from './__testUtils__/RandomLife';
import { StockFetcher } from './__testUtils__/StockFetcher';
import { WorldWriter } from './__testUtils__/WorldWriter';

/** `DIFFERENTIAL_ROUNDS=500 DIFFERENTIAL_SEED=7` for a long life, or to live one again. */
const ROUNDS = Number(process.env.DIFFERENTIAL_ROUNDS ?? 10);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const ACTIONS = 6;
const NAMESPACE = 'random-life';

describe('an embedded cluster through us and through the stock plugin', () => {
  it(
    'looks the same at every quiet moment of a random life',
    async () => {
      let now = Date.now();
      const cluster = await startDemoCluster({
        world: {
          name: 'dev-1',
          kubernetesVersion: 'v1.36.3',
          nodes: 3,
          manifests: [],
        },
        live: false,
        clock: () => now,
        seed: SEED,
      });
      const stock = await StockFetcher.start();
      const writer = WorldWriter.create(cluster);
      const comparison = Comparison.start(cluster, stock);
      const random = seededRandom(SEED);
      const life = RandomLife.create(writer, NAMESPACE, random);
      const done: string[] = [];
      let most = 0;
      try {
        await life.begin();
        for (let round = 1; round <= ROUNDS; round += 1) {
          for (let action = 0; action < ACTIONS; action += 1) {
            done.push(`${round}: ${await life.act()}`);
            now += Math.floor(random() * 20_000);
            cluster.tick();
          }
          if (random() < 0.2) {
            done.push(`${round}: the history is forgotten`);
            cluster.forgetHistory();
          }
          const { workloads } = await comparison.agree(NAMESPACE, 30_000);
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
        await cluster.stop();
      }
      // A life in which nothing lived would agree too.
      expect(most).toBeGreaterThan(5);
    },
    60_000 + ROUNDS * 5_000,
  );
});
