import { Agent } from 'undici';
import { BENCH_ENTITY, BENCH_VIEWERS } from '../openTab/benchConfig';
import { BenchPortal } from '../openTab/BenchPortal';
import { StreamViewer } from './StreamViewer';

/** How many tabs open at the same moment, as people come in the morning. */
const AT_ONCE = 20;

/** The address of the workloads of the entity. */
export function workloadsUrl({ url }: { readonly url: string }): string {
  const { name, namespace } = BENCH_ENTITY.metadata;
  return `${url}/api/workloads/entities/component/${namespace}/${name}/workloads`;
}

/**
 * Opens so many tabs, of 50 persons in turn.
 * @param options.onMark - for those that look at what they are sent
 * @param options.looking - how many do; all unless told
 */
export async function openViewers(
  portal: BenchPortal,
  options: {
    readonly count: number;
    readonly looking?: number;
    readonly onMark?: (mark: number, at: number) => void;
  },
): Promise<StreamViewer[]> {
  const { count, looking = count, onMark } = options;
  const tokens = await portal.signInAll(BENCH_VIEWERS);
  const dispatcher = new Agent({ keepAliveTimeout: 1_000 });
  const viewers: StreamViewer[] = [];
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - opened);
    viewers.push(
      ...(await Promise.all(
        Array.from({ length: size }, (_, index) =>
          StreamViewer.open({
            dispatcher,
            url: workloadsUrl(portal),
            token: tokens[(opened + index) % tokens.length],
            onMark: opened + index < looking ? onMark : undefined,
          }),
        ),
      )),
    );
  }
  return viewers;
}
