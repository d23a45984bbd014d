import {
  LogSelector,
  shiftLogTime,
} from '@domaindeck/backstage-plugin-workloads-common';
import { FoundLine } from './RangeReader';
import { Seam } from './Seam';
import { StoredQuery } from './StoredRange';

/** Milliseconds after the seam in which a container that writes much has written. */
const SOON_MS = 5_000;

/** A question for the store, and which of the lines that it gives are the store's to give. */
export interface StoredPart {
  readonly query: StoredQuery;
  readonly accepts: (line: FoundLine) => boolean;
}

/**
 * What a store is asked for of the time after a seam: lines of pods that are gone, and of containers up to the first line
 * that their pods give, such as those of a file that was rotated away.
 *
 * @param query - its range begins at the seam or later
 */
export function storedAfter(seam: Seam, query: StoredQuery): StoredPart[] {
  const late = seam.targets.flatMap(target => {
    const first = seam.firstOf(target) ?? query.to;
    return first > query.from ? [{ target, first }] : [];
  });
  // Of those that spoke soon most lines are the pods' to give, and need not be read twice.
  const soon = shiftLogTime(query.from, SOON_MS);
  const groups = [
    late.filter(({ first }) => first <= soon),
    late.filter(({ first }) => first > soon),
  ].filter(group => group.length > 0);
  return [
    {
      query: { ...query, except: seam.targets },
      accepts: () => true,
    },
    ...groups.map((group): StoredPart => {
      const end = group
        .map(({ first }) => first)
        .reduce((a, b) => (a > b ? a : b));
      return {
        query: {
          ...query,
          selectors: group.map(({ target }) => selectorOf(target)),
          to: end < query.to ? end : query.to,
        },
        accepts: line => !seam.isLive(line),
      };
    }),
  ];
}

function selectorOf({
  cluster,
  namespace,
  pod,
  container,
}: Seam['targets'][number]): LogSelector {
  return { cluster, namespace, pod, container };
}
