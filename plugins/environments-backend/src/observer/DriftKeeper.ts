import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterDriver, ClusterDrivers, ClusterRead } from '../drivers/types';
import { KubernetesObject, objectHash, printOf } from '../objects';
import { environmentsIn } from '../store/environmentsIn';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { LastSights } from './LastSights';
import { Rounds } from './Rounds';

/** Milliseconds between two looks at the baselines of a cluster. */
const LOOK_MS = 20_000;
/** The look of the observer will do: what has changed since is seen in the next round, before it is counted. */
const SIGHT_AGE_MS = 15_000;
/** What goes on changing is counted at last after so long. */
const RESTLESS_MS = 5 * 60_000;
/** For so long counting may go on in one look; the others come in the next. */
const BUDGET_MS = 10_000;

/** What {@link DriftKeeper} needs. */
export interface DriftKeeperOptions {
  readonly store: EnvironmentStore;
  readonly drivers: ClusterDrivers;
  readonly sights: LastSights;
  /** Counts the drift of an environment and writes it down with the print of what was counted. */
  readonly count: (
    environment: StoredEnvironment,
    given: {
      readonly print: string;
      /** Of its baseline, after the print was taken. */
      readonly read: ClusterRead;
      readonly signal: AbortSignal;
    },
  ) => Promise<void>;
  readonly logger: LoggerService;
  readonly clock: Clock;
  readonly lookMs?: number;
  /** Something was written. */
  readonly onChange: () => void;
}

/** A change that is not counted yet. Times are milliseconds since the epoch. */
interface OpenChange {
  /** As it was at the last look. */
  readonly print: string;
  readonly since: number;
  /** After a failure: until when it is let be. */
  readonly notBefore: number;
}

/**
 * Keeps the counts of drift that lists show as baselines move and people edit, without anybody looking. A print of names
 * and versions tells cheaply that something has changed, and stands in the record, so that any number of processes count
 * a change once, and none after a start.
 */
export class DriftKeeper {
  readonly #options: DriftKeeperOptions;
  readonly #rounds: Rounds;
  readonly #open = new Map<string, OpenChange>();

  static create(options: DriftKeeperOptions): DriftKeeper {
    return new DriftKeeper(options);
  }

  private constructor(options: DriftKeeperOptions) {
    this.#options = options;
    this.#rounds = Rounds.create({
      clock: options.clock,
      everyMs: options.lookMs ?? LOOK_MS,
      act: driver => this.look(driver),
    });
  }

  start(): void {
    this.#rounds.start(this.#options.drivers.list());
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  /** Looks at one cluster once. A change is counted in the look after the one that has seen it, when it has come to rest. */
  async look(driver: ClusterDriver): Promise<void> {
    try {
      const ready = (
        await environmentsIn(this.#options.store, driver.cluster)
      ).filter(one => one.state === 'ready');
      const prints = await this.#prints(driver, ready);
      const due = this.#due(driver.cluster, ready, prints);
      await this.#count(driver, due, prints);
    } catch (error) {
      if (!this.#rounds.signal.aborted) {
        this.#options.logger.debug(
          `Drift in ${driver.cluster} could not be looked at`,
          toError(error),
        );
      }
    }
  }

  /** Of each environment together with its baseline, by id. */
  async #prints(
    driver: ClusterDriver,
    environments: readonly StoredEnvironment[],
  ): Promise<Map<string, string>> {
    if (environments.length === 0) {
      return new Map();
    }
    const { signal } = this.#rounds;
    const baselines = new Map<string, string>();
    for (const ref of new Set(environments.map(one => one.baseline))) {
      const [, namespace] = ref.split('/');
      baselines.set(ref, await driver.print(namespace, signal));
    }
    const [{ workloads }, clones] = await Promise.all([
      this.#options.sights.recent(driver, SIGHT_AGE_MS, signal),
      driver.clones(signal),
    ]);
    const own = new Map<string, string[]>();
    for (const object of [...workloads, ...clones]) {
      const id = idOf(object);
      own.set(id, [...(own.get(id) ?? []), printOf(object)]);
    }
    return new Map(
      environments.map(({ id, baseline, generation }) => [
        id,
        objectHash([
          generation,
          baselines.get(baseline),
          (own.get(id) ?? []).sort(),
        ]),
      ]),
    );
  }

  /** Those that have changed and come to rest; whoever has waited longest first. */
  #due(
    cluster: string,
    environments: readonly StoredEnvironment[],
    prints: ReadonlyMap<string, string>,
  ): StoredEnvironment[] {
    const now = this.#options.clock.now().getTime();
    const due = environments.filter(environment => {
      const key = `${cluster}/${environment.id}`;
      const print = prints.get(environment.id)!;
      if (environment.seen.driftPrint === print) {
        this.#open.delete(key);
        return false;
      }
      const before = this.#open.get(key);
      const { since = now, notBefore = 0 } = before ?? {};
      this.#open.set(key, { print, since, notBefore });
      const rests = before?.print === print;
      return now >= notBefore && (rests || now - since >= RESTLESS_MS);
    });
    const known = new Set(environments.map(one => `${cluster}/${one.id}`));
    for (const key of this.#open.keys()) {
      if (key.startsWith(`${cluster}/`) && !known.has(key)) {
        this.#open.delete(key);
      }
    }
    const sinceOf = ({ id }: StoredEnvironment) =>
      this.#open.get(`${cluster}/${id}`)!.since;
    return due.sort((one, other) => sinceOf(one) - sinceOf(other));
  }

  async #count(
    driver: ClusterDriver,
    due: readonly StoredEnvironment[],
    prints: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { clock, count, logger, onChange, store } = this.#options;
    const until = clock.now().getTime() + BUDGET_MS;
    const { signal } = this.#rounds;
    const reads = new Map<string, Promise<ClusterRead>>();
    for (const { id } of due) {
      if (clock.now().getTime() > until || this.#rounds.signal.aborted) {
        return;
      }
      const print = prints.get(id)!;
      // Another process may have counted it since.
      const environment = await store.find(id);
      if (
        environment?.state === 'ready' &&
        environment.seen.driftPrint !== print
      ) {
        try {
          const { baseline } = environment;
          const reading = reads.get(baseline) ?? read(driver, baseline, signal);
          reads.set(baseline, reading);
          await count(environment, { print, read: await reading, signal });
          this.#open.delete(`${environment.cluster}/${id}`);
          onChange();
        } catch (error) {
          // One that cannot be compared holds up no other, and is not tried at every look.
          this.#putOff(`${environment.cluster}/${id}`);
          logger.debug(
            `The drift of environment ${id} could not be counted`,
            toError(error),
          );
        }
      }
    }
  }

  #putOff(key: string): void {
    const open = this.#open.get(key);
    if (open) {
      const notBefore = this.#options.clock.now().getTime() + RESTLESS_MS;
      this.#open.set(key, { ...open, notBefore });
    }
  }
}

/** Once for all environments over a baseline. */
async function read(
  driver: ClusterDriver,
  ref: string,
  signal: AbortSignal,
): Promise<ClusterRead> {
  const [, namespace] = ref.split('/');
  const [baseline, facts] = await Promise.all([
    driver.baseline(namespace, signal),
    driver.facts(signal),
  ]);
  return { baseline, facts };
}

function idOf(object: KubernetesObject): string {
  return object.metadata.labels?.[LABEL_ENVIRONMENT_ID] ?? '';
}
