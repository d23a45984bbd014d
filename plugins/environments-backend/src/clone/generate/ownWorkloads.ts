import { Size } from '@domaindeck/backstage-plugin-environments-common';
import {
  isObject,
  JsonObject,
  KubernetesObject,
  PodSpec,
  podTemplateOf,
} from '../../objects';
import { PlanContext, OwnService } from '../context';
import {
  Fitted,
  fitResources,
  rewritePod,
  versionedContainer,
  withAsked,
  withSearches,
} from '../overrides';
import { sanitizeObject, withoutPlacement } from '../sanitize';
import { BaselineAddresses } from '../settings';
import { podNamesOf } from '../traps';

/** Own workloads as they are applied, and what they ask for together. */
export interface OwnWorkloads {
  readonly objects: readonly KubernetesObject[];
  readonly fitted: Fitted;
}

/** Turns the baseline's workloads into the environment's. */
export function ownWorkloads(
  context: PlanContext,
  size: Size,
  addresses: BaselineAddresses,
): OwnWorkloads {
  const specs = context.own.map(service =>
    podSpecOf(service, context, addresses),
  );
  const fitted = fitResources(
    context.own.map((service, index) => ({
      spec: specs[index],
      // What is paused may be started later, and has its place.
      count: Math.max(1, service.replicas),
    })),
    size,
  );
  return {
    objects: context.own.map((service, index) =>
      workloadObject(service, fitted.specs[index], fitted.fitsTwice),
    ),
    fitted,
  };
}

function podSpecOf(
  service: OwnService,
  context: PlanContext,
  addresses: BaselineAddresses,
): PodSpec {
  const { input } = context;
  const clean = podTemplateOf(sanitizeObject(service.workload))!;
  const main = versionedContainer(
    clean.spec,
    service.name,
    clean.metadata?.labels,
  );
  // What a person typed is meant as it stands: texts are rewritten before it is put in.
  const led = input.specification.rewriteAddresses
    ? rewritePod(clean.spec, addresses, context.ownNames, context.namespace)
    : clean.spec;
  const asked = withAsked(led, main, service.asked);
  const placed = input.cluster.dropPlacement ? withoutPlacement(asked) : asked;
  return podNamesOf(service, context).length > 0
    ? withSearches(
        placed,
        `${context.index.namespace}.svc.${context.clusterDomain}`,
      )
    : placed;
}

function workloadObject(
  service: OwnService,
  podSpec: PodSpec,
  fitsTwice: boolean,
): KubernetesObject {
  const object = sanitizeObject(service.workload);
  const spec = object.spec ?? {};
  if (object.kind === 'CronJob') {
    return {
      ...object,
      spec: withTemplate(
        { ...spec, suspend: service.replicas === 0 },
        ['jobTemplate', 'spec', 'template', 'spec'],
        podSpec,
      ),
    };
  }
  return {
    ...object,
    spec: withTemplate(
      {
        ...spec,
        replicas: service.replicas,
        ...(object.kind === 'Deployment' ? strategyOf(spec, fitsTwice) : {}),
      },
      ['template', 'spec'],
      podSpec,
    ),
  };
}

/**
 * Where the size has no room for a second pod, the old one goes first: the quota would refuse the new one for ever.
 */
function strategyOf(spec: JsonObject, fitsTwice: boolean): JsonObject {
  const strategy = isObject(spec.strategy) ? spec.strategy : {};
  return fitsTwice || strategy.type === 'Recreate'
    ? {}
    : {
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 0, maxUnavailable: 1 },
        },
      };
}

function withTemplate(
  spec: JsonObject,
  path: readonly string[],
  podSpec: PodSpec,
): JsonObject {
  const [field, ...rest] = path;
  const inner = isObject(spec[field]) ? spec[field] : {};
  return {
    ...spec,
    [field]:
      rest.length === 0
        ? (podSpec as unknown as JsonObject)
        : withTemplate(inner, rest, podSpec),
  };
}
