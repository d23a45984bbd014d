import { BenchResult } from '../Benchmark';
import { ViewersFigures } from './measureViewers';

/** One measurement of both tabs. */
export interface Opening {
  readonly id: string;
  /** The clusters, in words. */
  readonly place: string;
  readonly viewers: number;
  readonly clusters: number;
  /** Of the service in each cluster. */
  readonly pods: number;
  readonly ours: ViewersFigures & { readonly requests: number };
  readonly peer: ViewersFigures & { readonly requests: number };
  /** The emptiest answer of the same portal. */
  readonly floor: ViewersFigures;
}

/** Milliseconds (p95) of one viewer, and times faster than the peer, that were set for ten clusters. */
const BARS = { oneViewer: 15, ratio: 10 };

/** Milliseconds (p95) by pods of the service in each of ten clusters, for one viewer and for fifty at once. */
const LOADED_BARS: Readonly<Record<number, { one: number; fifty: number }>> = {
  20: { one: 15, fifty: 60 },
  100: { one: 50, fifty: 250 },
};

/** Bytes to the browser of a first opening with ten clusters. */
const BYTES_LIMIT = 60 * 1024;

/**
 * Sets the figures beside what they should be: with ten clusters or more the bars that were set for ten, with fewer
 * never worse than the peer.
 */
export function judgeOpening(opening: Opening): BenchResult[] {
  const { id, place, viewers, clusters, pods, ours, peer, floor } = opening;
  const whose = viewers === 1 ? 'one viewer' : `${viewers} viewers at once`;
  const times = clusters >= 10 ? BARS.ratio : 1;
  const time = (name: 'p50' | 'p95'): BenchResult => {
    const bars = LOADED_BARS[pods];
    const bar =
      viewers === 1
        ? bars?.one ?? BARS.oneViewer
        : viewers === 50 && bars?.fifty;
    const strict = name === 'p95' && typeof bar === 'number';
    return {
      id: `${id}.${name}`,
      what: `Time (${name}) to open the tab, ${whose}, ${place}`,
      value: ours[name],
      unit: 'ms',
      peer: peer[name],
      limit: floor[name],
      goal: strict ? `<= ${bar} ms` : `peer / ours >= ${times}`,
      met: strict ? ours[name] <= bar : peer[name] / ours[name] >= times,
    };
  };
  return [
    time('p50'),
    time('p95'),
    {
      id: `${id}.bytes`,
      what: `Bytes of one opening as sent, ${whose}, ${place}`,
      value: ours.bytes,
      unit: 'B',
      peer: peer.bytes,
      goal: `<= ${BYTES_LIMIT} B and less than the peer`,
      met: ours.bytes <= BYTES_LIMIT && ours.bytes < peer.bytes,
    },
    {
      id: `${id}.requests`,
      what: `Requests for resources that reach the API servers for one opening, ${whose}, ${place}`,
      value: ours.requests,
      unit: 'requests',
      peer: peer.requests,
      limit: 0,
      goal: '0 requests',
      // A watch may be due for its renewal just then; a request per viewer would count 1 at least.
      met: ours.requests < 0.05,
    },
  ];
}
