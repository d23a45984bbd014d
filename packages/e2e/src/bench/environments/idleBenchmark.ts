import { startDemoCluster } from '@domaindeck/demo-clusters';
import { Benchmark } from '../Benchmark';
import { LifeProcess } from './LifeProcess';

const SERVICES = 60;
const CHOSEN = 5;
const COUNT = 100;
const SECONDS = 60;
const MAX_CORES = 0.1;
/** Requests per second that a hundred environments may cost an API server at which nothing changes. */
const MAX_REQUESTS = 5;
/** What a table row is allowed in the live view, times what is remembered of one environment's objects. */
const MAX_KIB = 200;

/** What a hundred environments cost a process and an API server while nothing happens. */
export const idleBenchmark: Benchmark = {
  id: 'environments.idle',
  async run(progress) {
    const cluster = await startDemoCluster({
      world: {
        name: 'dev-1',
        kubernetesVersion: 'v1.36.3',
        nodes: 3,
        manifests: [],
      },
    });
    const { name, url, token } = cluster;
    const work = await LifeProcess.start({ name, url, token }, SERVICES);
    try {
      const before = await work.heap();
      progress(
        `Making ${COUNT} environments of ${CHOSEN} of ${SERVICES} services`,
      );
      for (let first = 0; first < COUNT; first += 20) {
        await work.create({ first, count: 20, chosen: CHOSEN });
      }
      // Settles first: drift is counted once.
      await work.idle(5);
      progress(`Watching them do nothing for ${SECONDS} s`);
      const asked = cluster.requests.total;
      const cores = await work.idle(SECONDS);
      const requests = (cluster.requests.total - asked) / SECONDS;
      const heap = ((await work.heap()) - before) / COUNT / 1024;
      return [
        {
          id: 'environments.idle.cpu',
          what: `CPU of one process with ${COUNT} environments of ${CHOSEN} of ${SERVICES} services at rest`,
          value: cores * 100,
          unit: '% of a core',
          goal: `<= ${MAX_CORES * 100} %`,
          met: cores <= MAX_CORES,
        },
        {
          id: 'environments.idle.requests',
          what: 'Requests of that process to the API server',
          value: requests,
          unit: '/s',
          goal: `<= ${MAX_REQUESTS} /s`,
          met: requests <= MAX_REQUESTS,
        },
        {
          id: 'environments.idle.heap',
          what: 'Heap of that process per environment',
          value: heap,
          unit: 'KiB',
          goal: `<= ${MAX_KIB} KiB`,
          met: heap <= MAX_KIB,
        },
      ];
    } finally {
      await work.stop();
      await cluster.stop();
    }
  },
};
