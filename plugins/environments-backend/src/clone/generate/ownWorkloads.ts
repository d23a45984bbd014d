import { Size } from '@domaindeck/backstage-plugin-environments-common';
import {
  at,
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
  withBaselineMembers,
  withOwnNamespace,
  withOwnPlace,
  withOwnSearch,
  withSearches,
} from '../overrides';
import {
  sanitizeClaimSpec,
  sanitizeObject,
  withoutPlacement,
} from '../sanitize';
import { BaselineIndex } from '../traverse';
import { headlessNames, podNamesOf } from '../traps';

/** Own workloads as they are applied, and what they ask for together. */
export interface OwnWorkloads {
  readonly objects: readonly KubernetesObject[];
  readonly fitted: Fitted;
}

/** Turns the baseline's workloads into the environment's. */
export function ownWorkloads(context: PlanContext, size: Size): OwnWorkloads {
  const specs = context.own.map(service => podSpecOf(service, context));
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
      workloadObject(
        service,
        fitted.specs[index],
        fitted.fitsTwice,
        context.index,
      ),
    ),
    fitted,
  };
}

function podSpecOf(service: OwnService, context: PlanContext): PodSpec {
  const { input, addresses, index } = context;
  const clean = podTemplateOf(sanitizeObject(service.workload))!;
  const main = versionedContainer(
    clean.spec,
    service.name,
    clean.metadata?.labels,
  );
  // What a person typed is meant as it stands: texts are rewritten before it is put in.
  const members = withBaselineMembers(
    withOwnNamespace(clean.spec, index.namespace, context.namespace),
    headlessNames(context),
    index.namespace,
  );
  const led = input.specification.rewriteAddresses
    ? rewritePod(members, text =>
        addresses.rewrite(text, context.ownNames, context.namespace),
      )
    : members;
  const asked = withAsked(led, main, service.asked);
  const placed = input.cluster.dropPlacement ? withoutPlacement(asked) : asked;
  const domain = `svc.${context.clusterDomain}`;
  const baseline = `${index.namespace}.${domain}`;
  const own = withOwnSearch(
    withOwnPlace(placed, index),
    baseline,
    `${context.namespace}.${domain}`,
  );
  return podNamesOf(service, context).length > 0
    ? withSearches(own, baseline)
    : own;
}

function workloadObject(
  service: OwnService,
  podSpec: PodSpec,
  fitsTwice: boolean,
  index: BaselineIndex,
): KubernetesObject {
  const object = sanitizeObject(service.workload);
  const spec = withMadeClaims(service, object.spec ?? {}, index);
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

/** Disks of members that somebody made by hand for the baseline are made by the cluster here. */
function withMadeClaims(
  { workload }: OwnService,
  spec: JsonObject,
  index: BaselineIndex,
): JsonObject {
  const templates = spec.volumeClaimTemplates;
  return Array.isArray(templates)
    ? {
        ...spec,
        volumeClaimTemplates: templates.map(template => {
          const name = `${at(template, 'metadata', 'name')}-${
            workload.metadata.name
          }-0`;
          const held = index.get('', 'PersistentVolumeClaim', name);
          return {
            ...(template as JsonObject),
            spec: sanitizeClaimSpec(
              at(template, 'spec') as JsonObject,
              held?.metadata.annotations,
            ),
          };
        }),
      }
    : spec;
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
