import { Benchmark } from '../Benchmark';
import { BenchPortal } from '../openTab/BenchPortal';
import { measureViewers, TabCall } from '../openTab/measureViewers';
import { startLoadedClusters } from '../openTab/startBenchClusters';
import { workloadsUrl } from '../stream/openViewers';

const CLUSTERS = 10;
const PODS = 20;
const SILENT = ['bench-3', 'bench-7'];
const ROUNDS = 200;

/** Opening the tab while two of ten clusters accept connections and never answer. */
export const outageBenchmark: Benchmark = {
  id: 'outage',
  async run(progress) {
    const clusters = await startLoadedClusters(CLUSTERS, PODS);
    try {
      progress('starting the portal');
      const portal = await BenchPortal.start(clusters);
      try {
        await portal.waitForPods(CLUSTERS * PODS);
        const tab: TabCall = {
          method: 'GET',
          url: workloadsUrl(portal),
          token: portal.token,
        };
        const open = () => measureViewers(tab, { viewers: 1, rounds: ROUNDS });
        const all = await open();
        progress(`${SILENT.join(' and ')} fall silent`);
        await clusters.load.silence(SILENT, true);
        const early = await open();
        await portal.waitFor('both to be called unreachable', async () => {
          const response = await fetch(tab.url, {
            headers: { authorization: `Bearer ${tab.token}` },
          });
          const answer = (await response.json()) as {
            clusters: { state: string }[];
          };
          return (
            answer.clusters.filter(({ state }) => state === 'unreachable')
              .length === SILENT.length
          );
        });
        const late = await open();
        const worst = Math.max(early.p95, late.p95);
        return [
          {
            id: 'outage.p95',
            what: 'Time (p95) to open the tab with 2 of 10 clusters silent, before and after that is known; limit is with all of them',
            value: worst,
            unit: 'ms',
            limit: all.p95,
            goal: 'no more than 10 % and 1 ms above',
            met: worst <= 1.1 * all.p95 + 1,
          },
        ];
      } finally {
        await portal.stop();
      }
    } finally {
      await clusters.stop();
    }
  },
};
