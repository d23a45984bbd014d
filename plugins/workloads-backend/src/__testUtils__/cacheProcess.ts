import { LoadedCache } from './LoadedCache';

/**
 * The watch cache in a process of its own, for benchmarks: calls come and are answered over the channel of the process
 * that started it, `{id, name, argument}` -> `{id, value}`.
 */
let cache: LoadedCache | undefined;

function started(): LoadedCache {
  if (!cache) {
    throw new Error('The cache was not started');
  }
  return cache;
}

interface PodMark {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  readonly mark: number;
}

const handlers: Record<string, (argument: never) => unknown> = {
  start: (clusters: Parameters<typeof LoadedCache.start>[0]) => {
    cache = LoadedCache.start(clusters);
  },
  waitForPods: (count: number) => started().waitForPods(count),
  waitForMarks: (sum: number) => started().waitForMarks(sum),
  waitForMark: ({ cluster, mark, ...pod }: PodMark) =>
    started().waitForMark(cluster, pod, mark),
  waitForState: ({
    cluster,
    state,
  }: {
    cluster: string;
    state: Parameters<LoadedCache['waitForState']>[1];
  }) => started().waitForState(cluster, state),
  counts: () => ({
    pods: started().pods,
    rows: started().rows,
    marks: started().marks,
  }),
};

process.on(
  'message',
  async (call: { id: number; name: string; argument: unknown }) => {
    const handler = handlers[call.name] as
      | ((argument: unknown) => unknown)
      | undefined;
    if (!handler) {
      // Of somebody else in this process.
      return;
    }
    try {
      const value = await handler(call.argument);
      process.send?.({ id: call.id, value });
    } catch (error) {
      process.send?.({ id: call.id, error: String(error) });
    }
  },
);
process.on('disconnect', () => process.exit());
