import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { ANNOTATION_HASH } from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject, objectKey } from '../../objects';
import { createTestStore } from '../../store/__testUtils__/createTestStore';
import {
  EnvironmentsProcess,
  RecordMoment,
  specificationOf,
  startProcess,
} from './EnvironmentsProcess';
import { TestTarget } from './TestTarget';

/** What is done to an environment, each from where the one before has left it. */
export const OPERATIONS = [
  'create',
  'update',
  'sleep',
  'wake',
  'delete',
] as const;
/** One of them. */
export type OperationName = (typeof OPERATIONS)[number];

/** Where each of them leads. */
const WANTED = {
  create: 'ready',
  update: 'ready',
  sleep: 'asleep',
  wake: 'ready',
  delete: 'gone',
} as const;

const ASKER = { ref: 'user:default/ann' };

/**
 * A moment at which the process dies: at a call that writes into the cluster, before or after the cluster has done it, or
 * at the record of a step.
 */
export type Moment =
  | { readonly nth: number; readonly when: 'before' | 'after' }
  | RecordMoment;

/** What came of one operation. */
export interface Performed {
  readonly id: string;
  /** Calls that wrote into the cluster. */
  readonly writes: number;
  /** The step at which the process died; undefined when it lived. */
  readonly killedAt?: string;
}

/** One database over a cluster that several share, and the processes over it that come after one another. */
export class KillLane {
  readonly #target: TestTarget;
  readonly #baseline: string;
  readonly #database: Awaited<ReturnType<typeof createTestStore>>;
  readonly #name: string;
  #process: EnvironmentsProcess | undefined;
  #workers = 0;
  #names = 0;

  static async create(options: {
    readonly target: TestTarget;
    readonly baseline: string;
    readonly name: string;
  }): Promise<KillLane> {
    return new KillLane(options, await createTestStore());
  }

  private constructor(
    options: {
      readonly target: TestTarget;
      readonly baseline: string;
      readonly name: string;
    },
    database: Awaited<ReturnType<typeof createTestStore>>,
  ) {
    this.#target = options.target;
    this.#baseline = options.baseline;
    this.#name = options.name;
    this.#database = database;
  }

  async stop(): Promise<void> {
    await this.#process?.stop();
    await this.#database.stop();
  }

  /** Does an operation, to an end that is wanted however often the process dies. */
  async perform(
    id: string | undefined,
    operation: OperationName,
    moment?: Moment,
  ): Promise<Performed> {
    const process = this.#begin(
      moment && 'step' in moment ? moment : undefined,
    );
    const writesBefore = process.driver.writes;
    if (moment && 'nth' in moment) {
      process.driver.fail({ ...moment, what: 'die' });
    }
    const asked = id ?? (await this.#ask(process));
    if (id !== undefined) {
      await this.#change(process, id, operation);
    }
    const killedAt = await this.#settle(process, asked, operation, !!moment);
    const writes = process.driver.writes - writesBefore;
    await this.#process?.stop();
    return { id: asked, writes, ...(killedAt ? { killedAt } : {}) };
  }

  /**
   * Holds the cluster to the plan: everything that is planned should be there as planned, and nothing of ours beside it.
   *
   * @returns what is there and should not be, and what is not there
   */
  async check(id: string): Promise<{
    readonly leaked: readonly string[];
    readonly missing: readonly string[];
  }> {
    const { store } = this.#database;
    const environment = (await store.find(id))!;
    const namespace = await this.#target.driver.get({
      group: '',
      version: 'v1',
      kind: 'Namespace',
      name: environment.namespace,
    });
    if (environment.state === 'gone') {
      return { leaked: namespace ? [environment.namespace] : [], missing: [] };
    }
    const material = (await store.material(id))!;
    const objects = await this.#target.driver.list(environment.namespace);
    const live = hashes(
      objects.filter(one => one.metadata.labels?.[LABEL_ENVIRONMENT_ID] === id),
    );
    const planned = hashes(
      material.desired
        .map(one => one.object)
        .filter(one => one.kind !== 'Namespace'),
    );
    return {
      leaked: live.filter(one => !planned.includes(one)),
      missing: planned.filter(one => !live.includes(one)),
    };
  }

  #begin(diesAt?: RecordMoment): EnvironmentsProcess {
    this.#workers += 1;
    this.#process = startProcess({
      store: this.#database.store,
      target: this.#target,
      baseline: this.#baseline,
      worker: `${this.#name}-worker-${this.#workers}`,
      reachMs: 240_000,
      diesAt,
    });
    return this.#process;
  }

  async #ask({ creator }: EnvironmentsProcess): Promise<string> {
    this.#names += 1;
    const made = await creator.create(
      specificationOf(`${this.#name}-${this.#names}`, [
        { name: 'frontend' },
        { name: 'cartservice' },
      ]),
      `${this.#target.definition.name}/${this.#baseline}`,
      ASKER,
    );
    return made.id;
  }

  async #change(
    { changer }: EnvironmentsProcess,
    id: string,
    operation: OperationName,
  ): Promise<void> {
    switch (operation) {
      case 'update':
        await changer.update(
          id,
          {
            services: [
              { name: 'frontend', env: { FLAG: 'on' } },
              { name: 'checkoutservice' },
            ],
          },
          ASKER,
        );
        break;
      case 'sleep':
      case 'wake':
        await changer.operate(id, operation, ASKER);
        break;
      default: {
        const environment = await this.#database.store.find(id);
        await changer.remove(id, environment!.name, ASKER);
      }
    }
  }

  /** Waits for the wanted state; when the process dies another one goes on. @returns the step at which it died */
  async #settle(
    process: EnvironmentsProcess,
    id: string,
    operation: OperationName,
    mayDie: boolean,
  ): Promise<string | undefined> {
    const wanted = WANTED[operation];
    try {
      await process.reach(id, wanted);
      return undefined;
    } catch (error) {
      if (!mayDie || !process.driver.isDead) {
        throw error;
      }
      const steps = await this.#database.store.steps(id);
      await process.stop();
      await this.#begin().reach(id, wanted);
      return (
        steps.find(one => !['done', 'skipped'].includes(one.state))?.step ??
        'end'
      );
    }
  }
}

function hashes(objects: readonly KubernetesObject[]): string[] {
  return objects
    .map(
      one => `${objectKey(one)} ${one.metadata.annotations?.[ANNOTATION_HASH]}`,
    )
    .sort();
}
