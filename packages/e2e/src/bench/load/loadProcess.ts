import { answerCalls } from '../../process/answerCalls';
import { Churn, ChurnOptions, ChurnResult } from './Churn';
import { LoadCluster, LoadCounts } from './LoadCluster';
import { LoadWorld } from './loadObjects';

const clusters: LoadCluster[] = [];
const churns = new Map<string, Churn>();

function named(names: readonly string[] | undefined): LoadCluster[] {
  return names ? clusters.filter(({ name }) => names.includes(name)) : clusters;
}

/** What the process of the servers can be asked. */
export const loadHandlers = {
  start: async (worlds: readonly LoadWorld[]) => {
    for (const world of worlds) {
      clusters.push(await LoadCluster.start(world));
    }
    return clusters.map(({ name, url }) => ({ name, url, token: 'load' }));
  },
  churn: (options: ChurnOptions): Promise<ChurnResult> => {
    const app = options.app ?? '';
    const churn = churns.get(app) ?? Churn.create(clusters, options.app);
    churns.set(app, churn);
    return churn.run(options);
  },
  marks: () =>
    new Map(
      clusters.map(cluster => [
        cluster.name,
        cluster.pods().map(({ mark }) => mark),
      ]),
    ),
  touchFirst: (cluster: string) => {
    const [found] = named([cluster]);
    const [pod] = found.pods();
    found.touch(pod, pod.mark + 1);
    return pod.mark;
  },
  silence: ({ names, on }: { names: readonly string[]; on: boolean }) =>
    named(names).forEach(cluster => cluster.setSilent(on)),
  cut: ({ names, forget }: { names?: readonly string[]; forget: boolean }) =>
    named(names).forEach(cluster => cluster.cut({ forget })),
  counts: (): LoadCounts[] => clusters.map(({ counts }) => counts),
};

answerCalls(loadHandlers);
