import {
  at,
  isObject,
  Json,
  KubernetesObject,
  matchesLabels,
  objectKey,
  podTemplateOf,
} from '../../objects';
import { Baseline, PlanResult } from '../types';
import { lostNames } from './lostNames';
import { danglingNames } from './references';

const STEPS = ['reserve', 'fence', 'settings', 'connect', 'start', 'open'];

/** Everything that an environment may be made of; but for the namespace none lies outside it. */
const KINDS =
  /^(Namespace|ResourceQuota|LimitRange|NetworkPolicy|RoleBinding|Role|ServiceAccount|SecretStore|ExternalSecret|SecretProviderClass|Secret|ConfigMap|PersistentVolumeClaim|Service|Deployment|StatefulSet|CronJob|Ingress|HTTPRoute)$/;

/** What no object of an environment may hold, wherever it stands. */
const FORBIDDEN =
  /^(status|uid|resourceVersion|generation|creationTimestamp|ownerReferences|finalizers|managedFields|nodePort|healthCheckNodePort|loadBalancerIP|loadBalancerClass|externalIPs|volumeName|dataSource|dataSourceRef|nodeName|priorityClassName|priority|readinessGates|topologySpreadConstraints|hostPath|hostNetwork|hostPort|partition|internalTrafficPolicy|immutable|stringData)$/;

/**
 * What is wrong with a plan, by what must be true of every plan whatever was chosen. It reads only what goes in and what
 * comes out, and knows nothing of how the planner comes to it. Empty when nothing is.
 */
export function faultsOf(baseline: Baseline, result: PlanResult): string[] {
  const objects = result.manifests.map(one => one.object);
  return [
    ...frameFaults(result),
    ...objects.flatMap(object => objectFaults(object)),
    ...serviceFaults(baseline, result),
    ...objects.flatMap(object => webFaults(object, objects)),
    ...objects.flatMap(object => workloadFaults(object, baseline, result)),
    ...danglingNames(baseline, result),
    ...lostNames(baseline, result),
  ];
}

function frameFaults({ manifests, plan }: PlanResult): string[] {
  const order = manifests.map(one => STEPS.indexOf(one.step));
  const keys = manifests.map(one => objectKey(one.object));
  return [
    ...order
      .filter((step, index) => step < (order[index - 1] ?? 0))
      .map(step => `step ${STEPS[step]} comes too late`),
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map(key => `${key} is there twice`),
    ...manifests.flatMap(({ object, hash }) => {
      const { namespace, labels = {}, annotations = {} } = object.metadata;
      const wanted = object.kind === 'Namespace' ? undefined : plan.namespace;
      return [
        ...(namespace === wanted
          ? []
          : [`${object.kind} lies in ${namespace}`]),
        ...(annotations['domaindeck.io/hash'] === hash ? [] : ['a wrong hash']),
        ...(labels['app.kubernetes.io/managed-by'] === 'domaindeck'
          ? []
          : [`${object.metadata.name} is not marked as ours`]),
      ];
    }),
  ];
}

function objectFaults(object: KubernetesObject): string[] {
  const name = `${object.kind} ${object.metadata.name}`;
  const labels = Object.entries(object.metadata.labels ?? {});
  return [
    ...(KINDS.test(object.kind) ? [] : [`${name} is of no kind of ours`]),
    ...fieldsOf(object)
      .filter(field => FORBIDDEN.test(field))
      .map(field => `${name} has ${field}`),
    ...(object.kind === 'Secret' && 'data' in object
      ? [`${name} has values`]
      : []),
    ...labels
      .filter(
        ([label, value]) =>
          !/^([A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?)?$/.test(value) ||
          /argocd|helm\.sh|fluxcd|instance$/.test(label),
      )
      .map(([label, value]) => `${name} has the label ${label}=${value}`),
    ...claimsIn(object)
      .filter(
        spec => at(spec, 'storageClassName') === '' || at(spec, 'selector'),
      )
      .map(() => `${name} wants a disk that somebody makes by hand`),
  ];
}

function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(fieldsOf);
  }
  // What a person named in data, labels and selectors is no field.
  return isObject(value)
    ? Object.entries(value).flatMap(([field, inner]) => [
        field,
        ...(/^(data|labels|annotations|matchLabels|nodeSelector)$/.test(field)
          ? []
          : fieldsOf(inner)),
      ])
    : [];
}

function claimsIn(object: KubernetesObject): (Json | undefined)[] {
  const templates = at(object, 'spec', 'volumeClaimTemplates');
  return [
    ...(object.kind === 'PersistentVolumeClaim' ? [object.spec] : []),
    ...(Array.isArray(templates) ? templates : []).map(one => at(one, 'spec')),
  ];
}

/** Every name of the baseline is there, and leads to own pods or to the baseline. */
function serviceFaults(baseline: Baseline, result: PlanResult): string[] {
  const objects = result.manifests.map(one => one.object);
  const services = objects.filter(one => one.kind === 'Service');
  const names = baseline.objects
    .filter(one => one.kind === 'Service')
    .map(one => one.metadata.name)
    .filter(name => name !== 'kubernetes' || baseline.namespace !== 'default');
  const given = services.map(one => one.metadata.name);
  const shared = result.plan.shared.map(one => one.name);
  const pods = objects
    .filter(one => podTemplateOf(one) && one.kind !== 'CronJob')
    .map(one => podTemplateOf(one)!.metadata?.labels ?? {});
  return [
    ...names
      .filter(name => !given.includes(name))
      .map(name => `nobody answers for ${name}`),
    ...given
      .filter(name => !names.includes(name))
      .map(name => `${name} is no name of the baseline`),
    ...services.flatMap(service => {
      const { name } = service.metadata;
      const type = at(service, 'spec', 'type');
      const selector = at(service, 'spec', 'selector');
      const address = at(service, 'spec', 'clusterIP');
      const isShared = type === 'ExternalName';
      const leads = pods.some(labels => matchesLabels(selector, labels));
      return [
        ...(isShared === shared.includes(name)
          ? []
          : [`${name} is told wrong`]),
        ...(isShared || (type === 'ClusterIP' && leads)
          ? []
          : [`${name} leads to nobody`]),
        ...(isShared && selector ? [`${name} leads to two places`] : []),
        ...(address === undefined || address === 'None'
          ? []
          : [`${name} wants the address ${address}`]),
      ];
    }),
  ];
}

/** An address leads to own pods only, and to a port that there is. */
function webFaults(
  object: KubernetesObject,
  objects: readonly KubernetesObject[],
): string[] {
  const backends = /^(Ingress|HTTPRoute)$/.test(object.kind)
    ? backendsIn(object.spec)
    : [];
  return backends.flatMap(({ name, port }) => {
    const service = objects.find(
      one => one.kind === 'Service' && one.metadata.name === name,
    );
    const ports = at(service, 'spec', 'ports');
    const known = (Array.isArray(ports) ? ports : []).some(
      one => at(one, 'port') === port || at(one, 'name') === port,
    );
    return at(service, 'spec', 'type') === 'ClusterIP' && known
      ? []
      : [`${object.kind} ${object.metadata.name} leads to ${name}:${port}`];
  });
}

function backendsIn(value: unknown): { name: unknown; port: unknown }[] {
  if (Array.isArray(value)) {
    return value.flatMap(backendsIn);
  }
  if (!isObject(value)) {
    return [];
  }
  const { service, backendRefs } = value;
  const routed = (Array.isArray(backendRefs) ? backendRefs : []).map(one => ({
    name: at(one, 'name'),
    port: at(one, 'port'),
  }));
  return isObject(service)
    ? [
        {
          name: service.name,
          port: at(service, 'port', 'number') ?? at(service, 'port', 'name'),
        },
      ]
    : [...routed, ...Object.values(value).flatMap(backendsIn)];
}

/** A clone is of the baseline's shape, and takes none of its work unasked. */
function workloadFaults(
  workload: KubernetesObject,
  baseline: Baseline,
  { plan }: PlanResult,
): string[] {
  const template = podTemplateOf(workload);
  if (!template) {
    return [];
  }
  const { name } = workload.metadata;
  const before = baseline.objects.find(
    one => one.kind === workload.kind && one.metadata.name === name,
  );
  const asked = plan.specification.services.find(one => one.name === name);
  const same = (...path: string[]) =>
    JSON.stringify(at(workload, ...path)) ===
    JSON.stringify(at(before, ...path));
  const volumes = [
    ...(template.spec.volumes ?? []).map(one => one.name),
    ...claimNames(workload),
  ];
  const mounts = [
    ...template.spec.containers,
    ...(template.spec.initContainers ?? []),
  ].flatMap(one => one.volumeMounts ?? []);
  return [
    ...(before ? [] : [`${name} is not in the baseline`]),
    ...(same('spec', 'selector') &&
    same('spec', 'template', 'metadata', 'labels')
      ? []
      : [`${name} has other labels than in the baseline`]),
    ...(workload.kind === 'CronJob' &&
    !asked?.replicas &&
    at(workload, 'spec', 'suspend') !== true
      ? [`${name} runs the jobs of the baseline`]
      : []),
    ...mounts
      .filter(mount => !volumes.includes(mount.name))
      .map(mount => `${name} mounts ${mount.name}, which is not there`),
  ];
}

function claimNames(workload: KubernetesObject): string[] {
  const templates = at(workload, 'spec', 'volumeClaimTemplates');
  return (Array.isArray(templates) ? templates : []).map(one =>
    String(at(one, 'metadata', 'name')),
  );
}
