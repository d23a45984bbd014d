import { setTimeout as sleep } from 'node:timers/promises';
import { Benchmark } from '../Benchmark';
import { BenchPortal } from '../openTab/BenchPortal';
import { startLoadedClusters } from '../openTab/startBenchClusters';
import { CHANGES_PER_SECOND, ChangeTimes } from './ChangeTimes';
import { openViewers } from './openViewers';

const CLUSTERS = 10;
const PODS = 20;
const VIEWERS = 200;
const SECONDS = 20;
/** Two heartbeats. */
const IDLE_SECONDS = 30;
/** The peer asks every 10 s: a change waits for 5 s in the middle. */
const PEER_P50_MS = 5_000;
const PEER_P99_MS = 9_900;

/** How long a change takes to 200 open tabs, over HTTP; and what an open tab costs while nothing changes. */
export const fanOutBenchmark: Benchmark = {
  id: 'fanout',
  async run(progress) {
    const clusters = await startLoadedClusters(CLUSTERS, PODS);
    try {
      progress('starting the portal');
      const portal = await BenchPortal.start(clusters);
      try {
        const times = ChangeTimes.create();
        await portal.waitForPods(CLUSTERS * PODS);
        const [first] = await openViewers(portal, { count: 1 });
        const before = await clusters.countRequests();
        progress(`opening ${VIEWERS} tabs`);
        const viewers = await openViewers(portal, {
          count: VIEWERS,
          onMark: times.onMark,
        });
        const requests = (await clusters.countRequests()) - before;
        progress(`idle for ${IDLE_SECONDS} s`);
        const idleFrom = first.bytes;
        await sleep(IDLE_SECONDS * 1000);
        const idle = ((first.bytes - idleFrom) * 60) / IDLE_SECONDS;
        progress(`${CHANGES_PER_SECOND} changes a second for ${SECONDS} s`);
        const figures = await times.during(clusters.load, {
          seconds: SECONDS,
          viewers: VIEWERS,
          from: 0,
        });
        const ended = viewers.filter(({ over }) => over !== undefined);
        await Promise.all([first, ...viewers].map(viewer => viewer.close()));
        const where = `${CHANGES_PER_SECOND} changes a second, ${VIEWERS} viewers`;
        return [
          {
            id: 'fanout.p50',
            what: `Time (p50) from a change in the cluster to a screen, ${where}; the peer by its interval`,
            value: figures.p50,
            unit: 'ms',
            peer: PEER_P50_MS,
            goal: '<= 150 ms',
            met: figures.p50 <= 150,
          },
          {
            id: 'fanout.p99',
            what: `Time (p99) from a change in the cluster to a screen, ${where}; the peer by its interval`,
            value: figures.p99,
            unit: 'ms',
            peer: PEER_P99_MS,
            goal: '<= 500 ms',
            met: figures.p99 <= 500,
          },
          {
            id: 'fanout.seen',
            what: `Part of the changes that reached their screens, ${where}`,
            value: 100 * figures.seen,
            unit: '%',
            goal: '>= 99.9 %, no stream ended',
            met: figures.seen >= 0.999 && ended.length === 0,
          },
          {
            id: 'fanout.idle',
            what: 'Bytes a minute of an open tab while nothing changes',
            value: idle,
            unit: 'B/min',
            goal: '<= 1024 B/min',
            met: idle <= 1024,
          },
          {
            id: 'fanout.requests',
            what: `Requests for resources that reach the API servers by ${VIEWERS} more viewers`,
            value: requests,
            unit: 'requests',
            limit: 0,
            goal: '0 requests',
            met: requests === 0,
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
