import { ConflictError } from '@backstage/errors';
import { EnvironmentDrift } from '@domaindeck/backstage-plugin-environments-common';
import { computeDrift } from '../clone';
import { ClusterDriver, ClusterRead } from '../drivers/types';
import { KubernetesObject, objectKey } from '../objects';
import { PlanSource, questionOf } from '../planning';
import {
  EnvironmentStore,
  PlanMaterial,
  SeenEnvironment,
  StoredEnvironment,
} from '../store/types';

const AT_ONCE = 6;

type DriftInput = Parameters<typeof computeDrift>[0];

/** How a comparison is made. */
export interface CompareOptions {
  readonly signal?: AbortSignal;
  /** What was read of the cluster already; read anew unless told. */
  readonly read?: ClusterRead;
}

/** Compares what was cloned with the baseline of now and with what lives in the cluster. Writes nothing there. */
export class DriftService {
  readonly #plans: PlanSource;
  readonly #store: EnvironmentStore;
  readonly #now: () => number;

  static create(options: {
    plans: PlanSource;
    store: EnvironmentStore;
    now: () => number;
  }): DriftService {
    return new DriftService(options);
  }

  private constructor(options: {
    plans: PlanSource;
    store: EnvironmentStore;
    now: () => number;
  }) {
    this.#plans = options.plans;
    this.#store = options.store;
    this.#now = options.now;
  }

  /**
   * @param given - `print`: of what is compared, to be written down with the counts; stays as it was unless told
   * @throws ConflictError for an environment that was never made
   */
  async get(
    environment: StoredEnvironment,
    given: CompareOptions & { readonly print?: string } = {},
  ): Promise<EnvironmentDrift> {
    const { drift } = await this.compare(environment, given);
    const driftPrint = given.print ?? environment.seen.driftPrint;
    const count = (state: string) =>
      drift.services.filter(one => one.state === state).length;
    const driftCounts = {
      baselineMoved: count('baseline-moved'),
      edited: count('edited'),
      both: count('both'),
    };
    await this.#keep(environment, drift, { driftCounts, driftPrint });
    return { ...drift, asOf: new Date(this.#now()).toISOString() };
  }

  /** Everything that a re-sync needs as well. */
  async compare(
    environment: StoredEnvironment,
    { read, signal }: CompareOptions = {},
  ): Promise<{
    input: DriftInput;
    drift: ReturnType<typeof computeDrift>;
    material: PlanMaterial;
  }> {
    const material = await this.#store.material(environment.id);
    if (!material || environment.readyAt === undefined) {
      throw new ConflictError(
        `The environment "${environment.name}" was not ready yet; there is nothing to compare`,
      );
    }
    const driver = this.#plans.driver(environment.cluster);
    const [, baseline] = environment.baseline.split('/');
    const secrets = Object.keys(material.secrets);
    const [now, live, digests] = await Promise.all([
      this.#plans.plan({ ...questionOf(environment, undefined), read }, signal),
      driver.list(environment.namespace, signal),
      driver.secretDigests(baseline, secrets, signal),
    ]);
    const input: DriftInput = {
      specification: environment.specification,
      then: material.snapshot,
      now: now.snapshot,
      desired: material.desired,
      live,
      dryRun: await dryRun(driver, material, signal),
      secrets: { then: material.secrets, now: digests },
    };
    return { input, drift: computeDrift(input), material };
  }

  /** What lists show of it; somebody else's write in between is newer and stays. */
  async #keep(
    environment: StoredEnvironment,
    drift: ReturnType<typeof computeDrift>,
    counted: Pick<SeenEnvironment, 'driftCounts' | 'driftPrint'>,
  ): Promise<void> {
    const states = new Map(drift.services.map(one => [one.service, one.state]));
    const services = environment.seen.services.map(service => {
      const { drift: _former, ...rest } = service;
      const state = service.own ? states.get(service.name) : undefined;
      return state && state !== 'same' ? { ...rest, drift: state } : rest;
    });
    const seen = { ...environment.seen, services, ...counted };
    if (JSON.stringify(seen) !== JSON.stringify(environment.seen)) {
      await this.#store.write(
        environment.id,
        { version: environment.version },
        { fields: { seen } },
      );
    }
  }
}

/**
 * What the API server would hold after another apply; what it fills in then cancels out. Only of what was cloned: names
 * that lead to the baseline are many, and are compared by themselves.
 */
async function dryRun(
  driver: ClusterDriver,
  { desired, snapshot }: PlanMaterial,
  signal: AbortSignal | undefined,
): Promise<KubernetesObject[]> {
  const cloned = new Set(snapshot.objects.map(objectKey));
  const objects = desired
    .map(one => one.object)
    .filter(one => one.kind !== 'Secret' && cloned.has(objectKey(one)));
  const answers: KubernetesObject[] = [];
  for (let index = 0; index < objects.length; index += AT_ONCE) {
    const batch = objects.slice(index, index + AT_ONCE);
    answers.push(
      ...(await Promise.all(
        batch.map(object => driver.apply(object, { dryRun: true, signal })),
      )),
    );
  }
  return answers;
}
