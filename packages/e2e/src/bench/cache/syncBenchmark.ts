import { Benchmark } from '../Benchmark';
import { LoadClusters } from '../load/LoadClusters';
import { measureSync } from './measureSync';
import { parseFloor } from './parseFloor';

const PODS = 10_000;
const POD_BYTES = 15_000;
const MB = 1024 * 1024;

/** One cluster of 10,000 pods is read for the first time: by our cache, and by the informer of client-node. */
export const syncBenchmark: Benchmark = {
  id: 'sync',
  async run(progress) {
    const load = await LoadClusters.start([
      { name: 'large', entityPods: 0, otherPods: PODS, podBytes: POD_BYTES },
    ]);
    try {
      progress('10,000 pods of 15 KB; ours, then the informer of client-node');
      const ours = await measureSync('ours', load, PODS);
      const peer = await measureSync('peer', load, PODS);
      const floor = parseFloor(PODS, POD_BYTES);
      const where = '10,000 pods of 15 KB in one cluster';
      return [
        {
          id: 'sync.time',
          what: `Time until ${where} are known`,
          value: ours.ms,
          unit: 'ms',
          peer: peer.ms,
          limit: floor,
          goal: '<= 1500 ms',
          met: ours.ms <= 1500,
        },
        {
          id: 'sync.cpu',
          what: `Time of a core that it takes, ${where}`,
          value: ours.cpuMs,
          unit: 'ms',
          peer: peer.cpuMs,
          limit: floor,
          goal: 'less than the peer',
          met: ours.cpuMs < peer.cpuMs,
        },
        {
          id: 'sync.peak',
          what: `Memory (RSS) added at the most, ${where}`,
          value: ours.peak / MB,
          unit: 'MB',
          peer: peer.peak / MB,
          goal: '<= 250 MB',
          met: ours.peak <= 250 * MB,
        },
        {
          id: 'sync.stall',
          what: `Longest time in which the process serves nobody, ${where}`,
          value: ours.stallMs,
          unit: 'ms',
          peer: peer.stallMs,
          goal: '<= 50 ms',
          met: ours.stallMs <= 50,
        },
      ];
    } finally {
      await load.stop();
    }
  },
};
