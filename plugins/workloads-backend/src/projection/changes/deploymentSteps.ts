import { Family } from '../ownership';
import { UNKNOWN_TIME } from '../releases';
import { WorkloadRow } from '../rows';
import { ReleaseStep, WorkloadMemory } from './types';
import { whoOf } from './whoOf';

const CAUSE = 'kubernetes.io/change-cause';

/** One revision in the life of a Deployment. A ReplicaSet that was taken into use again has had several. */
interface Revision {
  readonly number: number;
  readonly row: WorkloadRow;
  readonly place: 'only' | 'first' | 'middle' | 'last';
}

/**
 * The releases of a Deployment from its ReplicaSets, oldest first.
 *
 * A ReplicaSet keeps in an annotation the revisions that it has been before. When the first of them began is its
 * creation; when it was taken back is known while the rollout is the newest, or if it was seen. Those of unknown time
 * are left out, and still are what a later one follows.
 */
export function deploymentSteps(
  family: Family,
  memory: WorkloadMemory | undefined,
): ReleaseStep[] {
  const revisions = family.replicaSets
    .flatMap(revisionsOf)
    .sort((a, b) => a.number - b.number);
  return revisions.flatMap((revision, index) => {
    const { number, row, place } = revision;
    const before = index > 0 ? revisions[index - 1].row : undefined;
    const isNewest = index === revisions.length - 1;
    const at = timeOf(family, revision, isNewest, memory);
    const who = isNewest ? whoOf(family.root) ?? whoOf(row) : whoOf(row);
    const cause = row.annotations[CAUSE];
    return at === undefined
      ? []
      : [
          {
            key: String(number),
            at,
            revision: number,
            images: row.images,
            ...(before && { before }),
            isFirst: number === 1,
            isRollback: place === 'middle' || place === 'last',
            ...(row.restartedAt !== undefined && {
              restartedAt: row.restartedAt,
            }),
            ...(who !== undefined && { who }),
            ...(cause && { cause }),
          },
        ];
  });
}

function revisionsOf(row: WorkloadRow): Revision[] {
  if (row.revision === undefined) {
    return [];
  }
  const earlier = (row.earlierRevisions ?? []).filter(
    number => number !== row.revision,
  );
  return [...earlier, row.revision].map((number, index, all) => ({
    number,
    row,
    place: placeOf(index, all.length),
  }));
}

function placeOf(index: number, length: number): Revision['place'] {
  if (length === 1) {
    return 'only';
  }
  if (index === 0) {
    return 'first';
  }
  return index === length - 1 ? 'last' : 'middle';
}

function timeOf(
  { root }: Family,
  { number, row, place }: Revision,
  isNewest: boolean,
  memory: WorkloadMemory | undefined,
): string | undefined {
  if (place === 'only' || place === 'first') {
    return row.createdAt ?? UNKNOWN_TIME;
  }
  const seen = memory?.sightings.find(
    sighting => sighting.type === 'release' && sighting.revision === number,
  );
  const moved = root.conditions.find(({ type }) => type === 'Progressing');
  return seen?.at ?? (isNewest ? moved?.since : undefined);
}
