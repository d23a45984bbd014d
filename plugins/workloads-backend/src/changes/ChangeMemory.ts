import { isDeepStrictEqual } from 'node:util';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { CacheChange, ClusterReader } from '../cache/types';
import { Sighting, WorkloadMemory } from '../projection/changes';
import { WorkloadRow } from '../projection/rows';

/** A person looks back over days; what changes more often than this per workload is an autoscaler at work. */
const SIGHTINGS_KEPT = 30;

/** The kinds that people release and scale. Their rows are few beside those of pods and ReplicaSets. */
const RESOURCES = [
  'deployments',
  'statefulsets',
  'daemonsets',
  'cronjobs',
] as const;
type Remembered = (typeof RESOURCES)[number];

interface Known {
  row: WorkloadRow;
  readonly since: string;
  readonly sightings: Sighting[];
}

/**
 * Remembers how the workloads of all clusters were released and scaled while they were watched: the clusters keep no
 * history of scalings, and of StatefulSets and DaemonSets none of releases.
 *
 * @remarks
 *
 * Lives as long as the process. A workload that is seen for the first time was not changed by that, so a restart, or
 * rights that come back, invent nothing. What changed while a cluster was out of reach is dated when it was seen.
 */
export class ChangeMemory {
  readonly #reader: ClusterReader;
  readonly #clock: Clock;
  /** By `cluster/namespace/resource`, then uid. */
  readonly #known = new Map<string, ReadonlyMap<string, Known>>();
  readonly #unsubscribe: () => void;

  static create(options: {
    reader: ClusterReader;
    clock: Clock;
  }): ChangeMemory {
    return new ChangeMemory(options);
  }

  private constructor(options: { reader: ClusterReader; clock: Clock }) {
    this.#reader = options.reader;
    this.#clock = options.clock;
    this.#unsubscribe = options.reader.subscribe(changes =>
      this.#onChanges(changes),
    );
    for (const cluster of options.reader.clusterNames()) {
      for (const resource of RESOURCES) {
        const rows = options.reader.rows(cluster, resource);
        new Set(rows.map(({ namespace }) => namespace)).forEach(namespace =>
          this.#look(cluster, namespace, resource),
        );
      }
    }
  }

  stop(): void {
    this.#unsubscribe();
  }

  /** What is remembered of the workloads of a namespace, by uid. */
  of(cluster: string, namespace: string): ReadonlyMap<string, WorkloadMemory> {
    return new Map(
      RESOURCES.flatMap(resource => [
        ...(this.#known.get(keyOf(cluster, namespace, resource)) ?? []),
      ]),
    );
  }

  #onChanges(changes: readonly CacheChange[]): void {
    const looked = new Set<string>();
    for (const change of changes) {
      if (change.type === 'row' && isRemembered(change.resource)) {
        const { cluster, namespace, resource } = change;
        const key = keyOf(cluster, namespace, resource);
        if (!looked.has(key)) {
          looked.add(key);
          this.#look(cluster, namespace, resource);
        }
      }
    }
  }

  #look(cluster: string, namespace: string, resource: Remembered): void {
    const key = keyOf(cluster, namespace, resource);
    const before = this.#known.get(key);
    const now = this.#clock.now().toISOString();
    const rows = this.#reader.rows(cluster, resource, namespace);
    if (rows.length === 0) {
      this.#known.delete(key);
      return;
    }
    this.#known.set(
      key,
      new Map(
        rows.map(row => {
          const known = before?.get(row.uid);
          if (!known) {
            return [row.uid, { row, since: now, sightings: [] }];
          }
          if (known.row !== row) {
            note(known, row, now);
          }
          return [row.uid, known];
        }),
      ),
    );
  }
}

function note(known: Known, row: WorkloadRow, at: string): void {
  const { row: before, sightings } = known;
  if (before.desired !== row.desired && isScaled(row)) {
    sightings.push({
      type: 'scaling',
      at,
      from: before.desired,
      to: row.desired,
    });
  }
  if (isReleased(before, row)) {
    sightings.push({
      type: 'release',
      at,
      ...(row.revision !== undefined && { revision: row.revision }),
      from: before.images,
      to: row.images,
    });
  }
  sightings.splice(0, sightings.length - SIGHTINGS_KEPT);
  known.row = row;
}

/** A DaemonSet has as many pods as there are nodes for it. */
function isScaled({ kind }: WorkloadRow): boolean {
  return kind === 'Deployment' || kind === 'StatefulSet';
}

/** A Deployment's controller counts its revisions; of the others the images tell, as far as they do. */
function isReleased(before: WorkloadRow, row: WorkloadRow): boolean {
  return row.kind === 'Deployment'
    ? before.revision !== undefined &&
        row.revision !== undefined &&
        row.revision > before.revision
    : !isDeepStrictEqual(before.images, row.images);
}

function isRemembered(resource: string): resource is Remembered {
  return RESOURCES.some(one => one === resource);
}

function keyOf(
  cluster: string,
  namespace: string,
  resource: Remembered,
): string {
  return `${cluster}/${namespace}/${resource}`;
}
