import {
  durationMs,
  EnvironmentWarning,
  Plan,
  PlannedObject,
  PlannedService,
  SEVERITIES,
  SharedService,
  Size,
} from '@domaindeck/backstage-plugin-environments-common';
import { KubernetesObject, objectRef, versionOf } from '../objects';
import { costOf } from '../policy';
import { callerChains, dependencyWaves } from './chain';
import { PlanContext, SharedName } from './context';
import { contextOf } from './contextOf';
import { ownWorkloads } from './generate/ownWorkloads';
import { secretsOf } from './generate/secretsOf';
import { imageOf } from './imageOf';
import { manifestsOf } from './manifestsOf';
import { entriesOf, planWeb } from './web';
import { snapshotOf } from './snapshotOf';
import {
  besideTraps,
  busyTraps,
  chainTraps,
  droppedTraps,
  hardCodedTraps,
  headlessTraps,
  limitTraps,
  needTraps,
  pausedTraps,
  placementTraps,
  policyTraps,
  registryTraps,
  serviceLinkTraps,
  sharedDataTraps,
  storageTraps,
  tlsTraps,
  versionTraps,
  volumeTraps,
} from './traps';
import { Closure } from './traverse';
import { Manifest, PlanInput, PlanResult } from './types';

/** Custom resources that are copied unless the config says otherwise: they give secrets without giving their values. */
const CUSTOM_RESOURCES = ['ExternalSecret', 'SecretStore'];

/** Stands in for a size that is not known; the plan blocks anyway. */
const NO_SIZE: Size = {
  name: '',
  cores: 1,
  memory: 2 ** 30,
  storage: 0,
  pods: 0,
};

const TRAPS = [
  registryTraps,
  sharedDataTraps,
  pausedTraps,
  hardCodedTraps,
  serviceLinkTraps,
  headlessTraps,
  tlsTraps,
  policyTraps,
  volumeTraps,
  droppedTraps,
  placementTraps,
  besideTraps,
  versionTraps,
  busyTraps,
];

/**
 * Plans an environment: what is cloned from the baseline, what is shared with it, what it takes, and everything that a
 * person should know before it is made. Reads nothing but its input and writes nothing.
 */
export function planEnvironment(input: PlanInput): PlanResult {
  const { context, selection } = contextOf(input);
  const { specification, policy } = input;
  const closure = new Closure(
    context.index,
    context.own,
    input.cluster.customResources ?? CUSTOM_RESOURCES,
  );
  const chains = callerChains({
    own: context.own.map(service => service.name),
    entries: entriesOf(context),
    edges: input.relations.edges,
    known: input.relations.known,
  });
  const secrets = secretsOf(closure.secrets, input);
  const web = planWeb(context, chains);
  const { objects, fitted } = ownWorkloads(context, context.size ?? NO_SIZE);
  const end =
    input.expiresAt ?? input.now + (durationMs(specification.expiresIn) ?? 0);
  const expiresAt = new Date(end).toISOString();
  const manifests = manifestsOf(context, {
    closure,
    secrets,
    workloads: objects,
    web,
    expiresAt,
  });
  const warnings = sorted([
    ...selection.warnings,
    ...limitTraps(context, fitted),
    ...storageTraps(
      context,
      manifests.map(one => one.object),
    ),
    ...chainTraps(chains, context),
    ...needTraps(context, closure),
    ...secrets.warnings,
    ...web.warnings,
    ...TRAPS.flatMap(trap => trap(context)),
  ]);
  const plan: Plan = {
    specification,
    namespace: context.namespace,
    baseline: `${input.cluster.name}/${input.baseline.namespace}`,
    expiresAt,
    services: plannedServices(context, objects),
    shared: context.shared.map(sharedOf),
    objects: manifests.map(plannedObject),
    callers: chains,
    addresses: [...web.addresses],
    warnings,
    pendingSecrets: [...secrets.pending],
    size: {
      name: specification.size,
      cores: context.size?.cores ?? 0,
      memory: context.size?.memory ?? 0,
      requested: {
        cores: Math.round(fitted.cores * 1000) / 1000,
        memory: fitted.memory,
        pods: fitted.pods,
      },
    },
    ...(policy.prices
      ? {
          cost: costOf(fitted, policy.prices, {
            remainingMs: Math.max(0, end - input.now),
          }),
        }
      : {}),
    quota: {
      person: { ...input.quota.person, used: input.quota.person.used + 1 },
      ...(input.quota.group
        ? { group: { ...input.quota.group, used: input.quota.group.used + 1 } }
        : {}),
      domain: { ...input.quota.domain, used: input.quota.domain.used + 1 },
    },
    creatable: warnings.every(warning => warning.severity !== 'block'),
  };
  return {
    plan,
    manifests,
    secretCopies: secrets.copies,
    snapshot: snapshotOf(context, closure),
    waves: dependencyWaves(
      context.own.map(service => service.name),
      input.relations.edges,
      context.own.filter(service => service.store).map(one => one.name),
    ),
  };
}

function plannedServices(
  context: PlanContext,
  objects: readonly KubernetesObject[],
): PlannedService[] {
  return context.own.map((service, index) => {
    const image = imageOf(objects[index]);
    const check = context.input.versions?.[service.name];
    return {
      name: service.name,
      kind: service.workload.kind as PlannedService['kind'],
      version: versionOf(image),
      ...(image ? { image } : {}),
      baselineVersion: versionOf(imageOf(service.workload)),
      replicas: service.replicas,
      paused: service.paused,
      chosen: service.chosen,
      ...(check?.state === 'exists' && check.foundIn
        ? { foundIn: check.foundIn }
        : {}),
    };
  });
}

function sharedOf(shared: SharedName): SharedService {
  const [workload] = shared.workloads;
  const version = workload && versionOf(imageOf(workload));
  return {
    name: shared.name,
    address: shared.address,
    store: shared.store,
    ...(workload ? { workload: workload.metadata.name } : {}),
    ...(version ? { version } : {}),
  };
}

function plannedObject(manifest: Manifest): PlannedObject {
  return {
    ...objectRef(manifest.object),
    role: manifest.role,
    ...(manifest.source ? { source: manifest.source } : {}),
    ...(manifest.service ? { service: manifest.service } : {}),
  };
}

/** The most serious first; of one severity in the order of the traps. */
function sorted(warnings: readonly EnvironmentWarning[]): EnvironmentWarning[] {
  return SEVERITIES.flatMap(severity =>
    warnings.filter(warning => warning.severity === severity),
  );
}
