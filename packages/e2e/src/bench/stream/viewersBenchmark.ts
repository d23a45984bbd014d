import { connect, Socket } from 'node:net';
import { Benchmark } from '../Benchmark';
import { BenchPortal } from '../openTab/BenchPortal';
import { startLoadedClusters } from '../openTab/startBenchClusters';
import { CHANGES_PER_SECOND, ChangeTimes } from './ChangeTimes';
import { openViewers, workloadsUrl } from './openViewers';
import { processFigures } from './processFigures';

const CLUSTERS = 10;
const PODS = 20;
const VIEWERS = 1_000;
/** So many look at what they are sent; the process of the viewers cannot read all of it at this rate. */
const LOOKING = 50;
const SECONDS = 15;

/** A viewer who opens a stream and never reads it. */
async function openStuck(portal: BenchPortal): Promise<Socket> {
  const url = new URL(`${workloadsUrl(portal)}`);
  const headers = { authorization: `Bearer ${portal.token}` };
  const snapshot = await fetch(url, { headers });
  const { revision } = (await snapshot.json()) as { revision: string };
  const body = JSON.stringify({ revision });
  const socket = connect(Number(url.port), url.hostname);
  socket.pause();
  socket.on('error', () => {});
  socket.write(
    [
      `POST ${url.pathname}/stream HTTP/1.1`,
      `host: ${url.host}`,
      `authorization: ${headers.authorization}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  );
  return socket;
}

/** A thousand open tabs of one service that changes a hundred times a second. */
export const viewersBenchmark: Benchmark = {
  id: 'viewers',
  unavailable: () =>
    process.platform === 'linux'
      ? undefined
      : 'reads what a process uses from /proc, which only Linux has',
  async run(progress) {
    const clusters = await startLoadedClusters(CLUSTERS, PODS);
    try {
      progress('starting the portal');
      const portal = await BenchPortal.start(clusters);
      try {
        await portal.waitForPods(CLUSTERS * PODS);
        const times = ChangeTimes.create();
        // What the first viewers cost is paid once.
        const warm = await openViewers(portal, { count: 50 });
        const empty = processFigures(portal.pid);
        progress(`opening ${VIEWERS} tabs`);
        const viewers = await openViewers(portal, {
          count: VIEWERS,
          looking: LOOKING,
          onMark: times.onMark,
        });
        const busy = (from: number) =>
          times.during(clusters.load, {
            seconds: SECONDS,
            viewers: LOOKING,
            from,
          });
        progress(`${CHANGES_PER_SECOND} changes a second for ${SECONDS} s`);
        const before = processFigures(portal.pid);
        const free = await busy(0);
        const after = processFigures(portal.pid);
        progress('the same beside a viewer who takes nothing');
        const stuck = await openStuck(portal);
        const beside = await busy(free.last);
        stuck.destroy();
        const ended = viewers.filter(({ over }) => over !== undefined);
        await Promise.all([...warm, ...viewers].map(viewer => viewer.close()));
        const cores = (after.cpuMs - before.cpuMs) / (SECONDS * 1000);
        const each = (after.rss - empty.rss) / VIEWERS;
        const where = `${VIEWERS} viewers of one service, ${CHANGES_PER_SECOND} changes a second`;
        return [
          {
            id: 'viewers.cores',
            what: `Cores that the portal takes, ${where}`,
            value: cores,
            unit: 'cores',
            goal: '<= 1 core',
            met: cores <= 1,
          },
          {
            id: 'viewers.memory',
            what: `Memory (RSS) of the portal for each viewer, nothing collected for it, ${where}`,
            value: each / 1024,
            unit: 'KB',
            goal: '<= 50 KB',
            met: each <= 50 * 1024,
          },
          {
            id: 'viewers.p99',
            what: `Time (p99) from a change to a screen, ${where}`,
            value: free.p99,
            unit: 'ms',
            goal: '<= 500 ms, no stream ended',
            met: free.p99 <= 500 && ended.length === 0,
          },
          {
            id: 'viewers.stuck',
            what: `The same beside a viewer who takes nothing, ${where}; limit is without`,
            value: beside.p99,
            unit: 'ms',
            limit: free.p99,
            goal: 'no more than 10 % and 20 ms above',
            met: beside.p99 <= 1.1 * free.p99 + 20,
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
