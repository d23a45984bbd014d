import { Pod } from '../player/objects';
import { Change } from '../store/ChangeHistory';
import { ResourceType } from '../model/ResourceType';
import { ContainerRun, findRun } from './ContainerRun';

/** How long a run is remembered after its end. */
export const ARCHIVE_HOURS = 2;
const KEEP_MS = ARCHIVE_HOURS * 3_600_000;
/** Changes of pods between two looks for what is too old. */
const LOOK_EVERY = 500;

/** A run with the number by which its lines are asked for. */
export interface ArchivedRun extends ContainerRun {
  readonly id: number;
}

/**
 * The runs that a log store of the cluster would know of: also those before the last restart and of pods that are gone.
 * No line is kept; a run gives its lines again whenever they are asked for, the very ones that a kubelet gave.
 */
export class RunArchive {
  readonly #clock: () => number;
  readonly #runs = new Map<string, ArchivedRun>();
  #nextId = 1;
  #changes = 0;

  static create(clock: () => number): RunArchive {
    return new RunArchive(clock);
  }

  private constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Notices what became of a pod. */
  notice(type: ResourceType, change: Change): void {
    if (type.kind !== 'Pod') {
      return;
    }
    const pod = change.current.object as Pod;
    const names = [
      ...pod.spec.containers,
      ...(pod.spec.initContainers ?? []),
    ].map(({ name }) => name);
    for (const name of names) {
      for (const previous of [true, false]) {
        const found = pod.status ? findRun(pod, name, previous) : undefined;
        if (found?.found) {
          this.#put(
            change.type === 'DELETED' ? ended(found.run, pod) : found.run,
          );
        }
      }
    }
    this.#changes += 1;
    if (this.#changes % LOOK_EVERY === 0) {
      this.#forgetOld();
    }
  }

  /** The runs of a namespace that are remembered, in the order in which they began. */
  of(namespace: string): ArchivedRun[] {
    this.#forgetOld();
    return [...this.#runs.values()]
      .filter(run => run.namespace === namespace)
      .sort((a, b) => a.startedAt - b.startedAt || a.id - b.id);
  }

  get(id: number): ArchivedRun | undefined {
    return [...this.#runs.values()].find(run => run.id === id);
  }

  #put(run: ContainerRun): void {
    const key = `${run.podUid}/${run.container}/${run.startedAt}`;
    const known = this.#runs.get(key);
    if (!known) {
      this.#runs.set(key, { ...run, id: this.#nextId });
      this.#nextId += 1;
    } else if (known.endedAt === undefined) {
      this.#runs.set(key, { ...run, id: known.id });
    }
  }

  #forgetOld(): void {
    const oldest = this.#clock() - KEEP_MS;
    for (const [key, { endedAt }] of this.#runs) {
      if (endedAt !== undefined && endedAt < oldest) {
        this.#runs.delete(key);
      }
    }
  }
}

/** A run whose pod was deleted ends with it. */
function ended(run: ContainerRun, pod: Pod): ContainerRun {
  const { deletionTimestamp } = pod.metadata;
  return run.endedAt === undefined && deletionTimestamp
    ? { ...run, endedAt: Date.parse(deletionTimestamp), exitCode: 0 }
    : run;
}
