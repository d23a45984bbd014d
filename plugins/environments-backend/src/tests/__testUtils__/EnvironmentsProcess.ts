import { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  Specification,
  Step,
  StepId,
} from '@domaindeck/backstage-plugin-environments-common';
import { systemClock } from '@domaindeck/backstage-plugin-workloads-node';
import { readEnvironmentsOptions } from '../../config/readEnvironmentsOptions';
import { FaultyDriver, ProcessDied } from '../../drivers/testUtils';
import {
  DriftService,
  EnvironmentChanger,
  EnvironmentCreator,
  QuotaSource,
  RecordWriter,
  SecretGiver,
} from '../../environments';
import {
  ClusterObserver,
  DriftKeeper,
  LastSights,
  Rebuilder,
} from '../../observer';
import { KnownVersions, PlanSource } from '../../planning';
import { Reconciler, STEP_RUNNERS } from '../../reconciler';
import {
  EnvironmentChange,
  EnvironmentStore,
  StoredEnvironment,
} from '../../store/types';
import { fixedDomains } from './fixedDomains';
import { TestTarget } from './TestTarget';

const DOMAIN = 'domain:default/shop';

/** Short, so that the work of a killed process is taken over soon. */
const LEASE_MS = 800;

/** One backend process: everything behind HTTP, over a store and a cluster that outlive it. */
export interface EnvironmentsProcess {
  readonly driver: FaultyDriver;
  readonly creator: EnvironmentCreator;
  readonly changer: EnvironmentChanger;
  readonly observer: ClusterObserver;
  readonly drift: DriftService;
  readonly drifts: DriftKeeper;
  /** Resolves when the environment has one of the states; throws when it does not get there in time. */
  reach(
    id: string,
    ...states: StoredEnvironment['state'][]
  ): Promise<StoredEnvironment>;
  stop(): Promise<void>;
}

/** What a process stands on. */
export interface ProcessOptions {
  readonly store: EnvironmentStore;
  readonly target: TestTarget;
  /** Namespace of the baseline. */
  readonly baseline: string;
  readonly worker: string;
  readonly reachMs?: number;
  /** Hears nothing unless told. */
  readonly logger?: LoggerService;
  /** Leases and pauses as in production, where they are short for tests otherwise. */
  readonly asInProduction?: boolean;
  /** Milliseconds by which its clock is ahead of everybody else's. */
  readonly skewMs?: number;
  /** Dies when the record of a step that is done is written, before or after. */
  readonly diesAt?: RecordMoment;
}

/** A moment of the record of an environment. */
export interface RecordMoment {
  readonly step: StepId;
  readonly when: 'before' | 'after';
}

/** Starts the work on environments as a process would. */
export function startProcess(options: ProcessOptions): EnvironmentsProcess {
  const { target, reachMs = 60_000 } = options;
  let died = () => {};
  const death = new Promise<never>((_, reject) => {
    died = () => reject(new ProcessDied());
  });
  death.catch(() => {});
  let isDead = false;
  const driver = FaultyDriver.create(target.driver, {
    onDeath: () => {
      isDead = true;
      died();
    },
  });
  const store = mortal(options.store, {
    isDead: () => isDead,
    kill: () => driver.kill(),
    diesAt: options.diesAt,
  });
  const clusters = [target.definition];
  const drivers = { get: () => driver, list: () => [driver] };
  const domains = fixedDomains({ ...options, domain: DOMAIN });
  const config = readEnvironmentsOptions(
    new ConfigReader({
      permission: { enabled: true },
      environments: { zone: 'dev.example' },
    }),
    clusters.map(one => one.name),
  );
  const logger = options.logger ?? mockServices.logger.mock();
  const { skewMs = 0 } = options;
  const now = () => Date.now() + skewMs;
  const shared = {
    clusters,
    clock: systemClock,
    domains,
    drivers,
    logger,
    now,
    options: config,
    store,
    versions: KnownVersions.create(domains),
    sights: LastSights.create({ clock: systemClock }),
  };
  const plans = PlanSource.create(shared);
  const reconciler = Reconciler.create({
    ...shared,
    plans,
    runners: STEP_RUNNERS,
    tell: async () => {},
    worker: options.worker,
    ...(options.asInProduction
      ? { random: Math.random }
      : // Without waiting between attempts.
        { random: () => 0, stepMs: 2_000, leaseMs: LEASE_MS, pollMs: 100 }),
  });
  const quotas = QuotaSource.create(store, config);
  const changed = () => reconciler.wake();
  const drift = DriftService.create({ plans, store, now });
  reconciler.start();
  return {
    driver,
    drift,
    drifts: DriftKeeper.create({
      ...shared,
      count: async (environment, counted) => {
        await drift.get(environment, counted);
      },
      onChange: changed,
    }),
    creator: EnvironmentCreator.create({ ...shared, plans, quotas, changed }),
    changer: EnvironmentChanger.create({
      ...shared,
      plans,
      drift,
      secrets: SecretGiver.create({ plans, domains }),
      writer: RecordWriter.create({ store, now, changed }),
    }),
    observer: ClusterObserver.create({
      ...shared,
      rebuilder: Rebuilder.create({ ...shared, patienceMs: 0 }),
      onChange: changed,
    }),
    reach: (id, ...states) =>
      Promise.race([death, reach(options.store, id, states, reachMs)]),
    stop: () => reconciler.stop(),
  };
}

/** A specification over the web shop. */
export function specificationOf(
  name: string,
  services: Specification['services'],
  more: Partial<Specification> = {},
): Specification {
  return {
    name,
    domain: DOMAIN,
    cluster: 'dev-1',
    size: 'L',
    expiresIn: 'P3D',
    services,
    ...more,
  };
}

async function reach(
  store: EnvironmentStore,
  id: string,
  states: readonly StoredEnvironment['state'][],
  reachMs: number,
): Promise<StoredEnvironment> {
  const until = Date.now() + reachMs;
  for (;;) {
    const environment = await store.find(id);
    if (environment && states.includes(environment.state)) {
      return environment;
    }
    if (Date.now() > until) {
      const steps = await store.steps(id);
      throw new Error(
        `It is ${environment?.state} and not ${states.join(' or ')}: ${
          environment?.problem?.message ??
          JSON.stringify(steps.find(one => one.state !== 'done'))
        }`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** A store to which a dead process has no way, and at whose writes a process may die. */
function mortal(
  store: EnvironmentStore,
  {
    isDead,
    kill,
    diesAt,
  }: {
    readonly isDead: () => boolean;
    readonly kill: () => void;
    readonly diesAt?: RecordMoment;
  },
) {
  return new Proxy(store, {
    get: (inner, name: keyof EnvironmentStore) => {
      const method = inner[name] as (...args: unknown[]) => unknown;
      return async (...args: unknown[]) => {
        if (isDead()) {
          throw new ProcessDied();
        }
        const isLast =
          diesAt !== undefined &&
          name === 'write' &&
          ends(args[2] as EnvironmentChange, diesAt.step);
        if (isLast && diesAt.when === 'before') {
          kill();
          throw new ProcessDied();
        }
        const answer = await method.apply(inner, args);
        if (isLast) {
          kill();
          throw new ProcessDied();
        }
        return answer;
      };
    },
  });
}

/** Whether it is this step whose end is written: the last that is over. */
function ends({ steps = [] }: EnvironmentChange, step: StepId): boolean {
  const isOver = (one: Step) => ['done', 'skipped'].includes(one.state);
  return (
    steps.filter(isOver).at(-1)?.step === step &&
    !steps.some(one => one.state === 'running')
  );
}
