import {
  Container,
  MetricSeries,
  RestartMark,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { MetricWindow } from '../windowOf';

/** A kubelet waits so long before it starts a container again, at the most; the count rises only then. */
const LONGEST_BACK_OFF_MS = 330_000;
const OUT_OF_MEMORY = 'OOMKilled';

/** A step between two values in which a count of restarts rose. */
interface Rise {
  /** Milliseconds since 1970: the two values. */
  readonly after: number;
  readonly at: number;
  readonly count: number;
  readonly isOutOfMemory: boolean;
}

/** An end of which the cluster still tells. */
interface KnownEnd {
  readonly pod: string;
  readonly container: string;
  readonly at: number;
  readonly end: NonNullable<Container['lastEnd']>;
}

/**
 * The ends of containers after which they were started again.
 *
 * @remarks
 *
 * A store tells how often a container was started, so that an end lies somewhere between two values. Of the last one the
 * cluster tells the moment and the cause, which then stand in place of what the store says of it.
 *
 * @param series - of the panel `restarts`: its measures `restarts` and `oom`
 * @param workloads - as they are now
 * @param ownerOf - whose pod it is; of others nothing is told
 */
export function restartMarks(
  series: readonly MetricSeries[],
  workloads: readonly Workload[],
  window: MetricWindow,
  ownerOf: (pod: string) => Workload | undefined,
): RestartMark[] {
  const ends = workloads.flatMap(endsOf);
  const kills = new Map(
    series
      .filter(({ measure }) => measure === 'oom')
      .map(one => [keyOf(one), one.values]),
  );
  const counts = series.filter(({ measure }) => measure === 'restarts');
  const told = new Set<KnownEnd>();
  const risen = counts.flatMap(one => {
    const { pod, container } = one;
    const owner = pod === undefined ? undefined : ownerOf(pod);
    if (pod === undefined || container === undefined || !owner) {
      return [];
    }
    const known = ends.find(
      end => end.pod === pod && end.container === container,
    );
    return risesOf(one.values, kills.get(keyOf(one)) ?? [], window)
      .reverse()
      .flatMap(rise => {
        const isKnown = known && !told.has(known) && isOf(known, rise);
        if (!isKnown) {
          return [markOf(owner, pod, container, rise)];
        }
        told.add(known);
        const others = { ...rise, count: rise.count - 1 };
        return [
          endMark(owner, known),
          ...(others.count > 0 ? [markOf(owner, pod, container, others)] : []),
        ];
      });
  });
  const news = ends.flatMap(end => {
    const owner = told.has(end) ? undefined : ownerOf(end.pod);
    return owner && end.at >= window.from && end.at <= window.to
      ? [endMark(owner, end)]
      : [];
  });
  return [...risen, ...news];
}

function isOf({ at }: KnownEnd, rise: Rise): boolean {
  return at <= rise.at && at > rise.after - LONGEST_BACK_OFF_MS;
}

function endsOf({ pods }: Workload): KnownEnd[] {
  return pods.flatMap(pod =>
    pod.containers.flatMap(({ name, lastEnd }) => {
      const at = Date.parse(lastEnd?.at ?? '');
      return lastEnd && !Number.isNaN(at)
        ? [{ pod: pod.name, container: name, at, end: lastEnd }]
        : [];
    }),
  );
}

/** In the order of time. A count that falls is that of another pod of the same name. */
function risesOf(
  counts: readonly (number | null)[],
  kills: readonly (number | null)[],
  { from, step }: MetricWindow,
): Rise[] {
  const rises: Rise[] = [];
  let before: { readonly at: number; readonly count: number } | undefined;
  counts.forEach((count, index) => {
    if (count === null) {
      return;
    }
    const at = from + index * step;
    const grown = before && count - (count < before.count ? 0 : before.count);
    if (before && grown) {
      const isOutOfMemory = kills[index] === 1;
      rises.push({ after: before.at, at, count: grown, isOutOfMemory });
    }
    before = { at, count };
  });
  return rises;
}

function markOf(
  owner: Workload,
  pod: string,
  container: string,
  { after, at, count, isOutOfMemory }: Rise,
): RestartMark {
  return mark(owner, {
    type: isOutOfMemory ? 'out-of-memory' : 'restart',
    at,
    pod,
    container,
    count,
    within: Math.round((at - after) / 1000),
  });
}

function endMark(
  owner: Workload,
  { pod, container, at, end }: KnownEnd,
): RestartMark {
  return mark(owner, {
    type: end.reason === OUT_OF_MEMORY ? 'out-of-memory' : 'restart',
    at,
    pod,
    container,
    count: 1,
    within: 0,
    exitCode: end.exitCode,
  });
}

function mark(
  { id, cluster, namespace, kind, name }: Workload,
  about: Pick<
    RestartMark,
    'type' | 'pod' | 'container' | 'count' | 'within' | 'exitCode'
  > & { readonly at: number },
): RestartMark {
  const { at, exitCode, ...rest } = about;
  const time = new Date(at).toISOString();
  return {
    ...rest,
    ...(exitCode !== undefined && { exitCode }),
    id: `${id}/${rest.type}/${rest.pod}/${rest.container}/${time}/${rest.within}`,
    at: time,
    environment: `${cluster}/${namespace}`,
    cluster,
    namespace,
    workload: id,
    object: { kind, name },
    text: wordsOf(about),
  };
}

function wordsOf({
  type,
  pod,
  container,
  count,
  exitCode,
}: Pick<
  RestartMark,
  'type' | 'pod' | 'container' | 'count' | 'exitCode'
>): string {
  const times = count > 1 ? ` ${count} times` : '';
  const why =
    type === 'restart' && exitCode !== undefined
      ? ` after exit code ${exitCode}`
      : '';
  return type === 'out-of-memory'
    ? `${pod}: ${container} ran out of memory${times}`
    : `${pod}: ${container} started again${times}${why}`;
}

function keyOf({ pod, container }: MetricSeries): string {
  return `${pod}/${container}`;
}
