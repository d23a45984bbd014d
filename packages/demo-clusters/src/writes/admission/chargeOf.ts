import { KubernetesObject } from '../../model/KubernetesObject';
import { Quantity } from '../../model/Quantity';
import { ResourceType, qualifiedResource } from '../../model/ResourceType';
import { Amounts, amountsOfPod, containersOf, sumOf } from './amounts';

/** Kinds that quotas also count under their bare names, from before there was `count/`. */
const PLAIN_NAMES = [
  'configmaps',
  'persistentvolumeclaims',
  'resourcequotas',
  'secrets',
  'services',
];

/** Resources that a pod is charged for by their own names as well as those of its requests. */
const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];

/** What an object is charged in quotas, by the names that quotas use. */
export function chargeOf(
  type: ResourceType,
  object: KubernetesObject,
): Amounts {
  const counts: Amounts = {
    [`count/${qualifiedResource(type)}`]: Quantity.one,
    ...(type.group === '' &&
      PLAIN_NAMES.includes(type.resource) && { [type.resource]: Quantity.one }),
  };
  switch (type.kind) {
    case 'Pod':
      return sumOf(counts, chargeOfPod(object));
    case 'PersistentVolumeClaim':
      return sumOf(counts, chargeOfClaim(object));
    case 'Service':
      return sumOf(counts, chargeOfService(object));
    default:
      return counts;
  }
}

/** Whether a pod still costs anything but its place in the store. */
export function isCharged(pod: KubernetesObject): boolean {
  const { phase } = (pod.status ?? {}) as { phase?: string };
  return phase !== 'Succeeded' && phase !== 'Failed';
}

function chargeOfPod(pod: KubernetesObject): Amounts {
  if (!isCharged(pod)) {
    return {};
  }
  const requests = amountsOfPod(containersOf(pod), 'requests');
  const limits = amountsOfPod(containersOf(pod), 'limits');
  return Object.fromEntries([
    ['pods', Quantity.one],
    ...COMPUTE.filter(name => requests[name]).flatMap(name => [
      [name, requests[name]],
      [`requests.${name}`, requests[name]],
    ]),
    ...COMPUTE.filter(name => limits[name]).map(name => [
      `limits.${name}`,
      limits[name],
    ]),
  ]);
}

function chargeOfClaim(claim: KubernetesObject): Amounts {
  const { resources, storageClassName } = claim.spec as {
    resources?: { requests?: { storage?: string } };
    storageClassName?: string;
  };
  const storage = Quantity.parse(resources?.requests?.storage);
  const prefix = `${storageClassName}.storageclass.storage.k8s.io`;
  return {
    'requests.storage': storage,
    ...(storageClassName && {
      [`${prefix}/requests.storage`]: storage,
      [`${prefix}/persistentvolumeclaims`]: Quantity.one,
    }),
  };
}

function chargeOfService(service: KubernetesObject): Amounts {
  const { type, ports = [] } = service.spec as {
    type?: string;
    ports?: readonly unknown[];
  };
  const isBalanced = type === 'LoadBalancer';
  return {
    'services.loadbalancers': isBalanced ? Quantity.one : Quantity.zero,
    'services.nodeports': Quantity.of(
      isBalanced || type === 'NodePort' ? ports.length : 0,
    ),
  };
}
