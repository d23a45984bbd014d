import {
  EnvironmentRecord,
  EnvironmentsVerb,
  Progress,
  Step,
} from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsOptions } from '../config/types';
import { costOf, latestEnd } from '../policy';
import { StoredEnvironment } from '../store/types';

/** What a record tells beside its row. */
export interface RecordContext {
  readonly verbs: readonly EnvironmentsVerb[];
  readonly options: EnvironmentsOptions;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The steps of the work that goes on; absent where only a list is shown and nothing goes on. */
  readonly steps?: readonly Step[];
  readonly usualSeconds?: number;
  /** When the cluster was seen last by this process; milliseconds since the epoch. */
  readonly sightAt?: number;
  readonly clusterSilent?: boolean;
}

const WORKING: readonly StoredEnvironment['state'][] = [
  'requested',
  'planning',
  'needs-secrets',
  'provisioning',
  'updating',
  'deleting',
];

/** An environment as the contract has it. */
export function toRecord(
  environment: StoredEnvironment,
  context: RecordContext,
): EnvironmentRecord {
  const { seen, specification } = environment;
  const iso = (at: number) => new Date(at).toISOString();
  const progress = progressOf(environment, context);
  const asOf = context.sightAt === undefined ? seen.asOf : iso(context.sightAt);
  const given = environment.givenSecrets;
  return {
    id: environment.id,
    name: environment.name,
    ref: `${environment.cluster}/${environment.namespace}`,
    domain: environment.domain,
    cluster: environment.cluster,
    tier: environment.tier,
    namespace: environment.namespace,
    baseline: environment.baseline,
    state: environment.state,
    ...(environment.problem ? { problem: environment.problem } : {}),
    ...(progress ? { progress } : {}),
    creator: environment.creator,
    ...(environment.owner ? { owner: environment.owner } : {}),
    collaborators: [...environment.collaborators],
    specification,
    generation: environment.generation,
    createdAt: iso(environment.createdAt),
    updatedAt: iso(environment.updatedAt),
    ...(environment.readyAt === undefined
      ? {}
      : { readyAt: iso(environment.readyAt) }),
    expiresAt: iso(environment.expiresAt),
    latestExpiresAt: iso(
      latestEnd(environment.createdAt, maxLifeOf(environment, context.options)),
    ),
    pinned: environment.pinned,
    ...(environment.asleepSince === undefined
      ? {}
      : { asleepSince: iso(environment.asleepSince) }),
    ...(environment.lastUsed
      ? {
          lastUsed: {
            at: iso(environment.lastUsed.at),
            ...(environment.lastUsed.by ? { by: environment.lastUsed.by } : {}),
          },
        }
      : {}),
    services: seen.services,
    addresses: seen.addresses,
    pendingSecrets: seen.pendingSecrets.filter(
      one => !given.includes(one.name),
    ),
    driftCounts: seen.driftCounts,
    ...(seen.traffic && specification.sleepWhenUnused
      ? { traffic: seen.traffic }
      : {}),
    ...sizePart(environment, context),
    ...costPart(environment, context),
    ...(asOf ? { asOf } : {}),
    ...(context.clusterSilent ? { clusterSilent: true } : {}),
    verbs: [...context.verbs],
  };
}

/** The longest life of an environment of a domain, in milliseconds. */
export function maxLifeOf(
  { domain }: Pick<StoredEnvironment, 'domain'>,
  options: EnvironmentsOptions,
): number {
  return options.domains[domain]?.maxLifeMs ?? options.maxLifeMs;
}

function sizePart(
  { seen, specification }: StoredEnvironment,
  { options }: RecordContext,
): Pick<EnvironmentRecord, 'sizeUse'> {
  const size = options.sizes.find(one => one.name === specification.size);
  return size
    ? {
        sizeUse: Math.max(
          seen.requested.cores / size.cores,
          seen.requested.memory / size.memory,
        ),
      }
    : {};
}

function costPart(
  environment: StoredEnvironment,
  { options, now }: RecordContext,
): Pick<EnvironmentRecord, 'cost'> {
  if (!options.prices) {
    return {};
  }
  const running =
    environment.awakeSince === undefined ? 0 : now - environment.awakeSince;
  return {
    cost: costOf(environment.seen.requested, options.prices, {
      awakeMs: environment.awakeMs + running,
      remainingMs: Math.max(0, environment.expiresAt - now),
    }),
  };
}

function progressOf(
  environment: StoredEnvironment,
  { steps, usualSeconds }: RecordContext,
): Progress | undefined {
  const isOpen =
    WORKING.includes(environment.state) || environment.state === 'failed';
  if (!isOpen || !steps || steps.length === 0) {
    return undefined;
  }
  const current =
    steps.find(one => one.state === 'failed' || one.state === 'running') ??
    steps.find(one => one.state === 'pending') ??
    steps[steps.length - 1];
  const waiting = current.services?.find(one => one.reason);
  const reason = current.reason ?? waiting?.reason;
  const startedAt = steps[0].startedAt;
  return {
    operation: environment.operation,
    step: current.step,
    position: current.position,
    of: steps.length,
    ...(waiting ? { service: waiting.name } : {}),
    ...(reason ? { reason } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(usualSeconds === undefined ? {} : { usualSeconds }),
  };
}
