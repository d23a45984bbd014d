import { KubernetesObject } from '../model/KubernetesObject';
import { hashOf } from '../store/identity';

interface ServiceSpec {
  readonly type?: string;
  readonly clusterIP?: string;
  readonly clusterIPs?: readonly string[];
  readonly ipFamilies?: readonly string[];
  readonly ipFamilyPolicy?: string;
  readonly ports?: readonly { readonly nodePort?: number }[];
}

const FIRST_NODE_PORT = 30_000;
const NODE_PORTS = 2768;

/** A Service with the addresses that the server hands out; those that its type does not have are taken back. */
export function withAddress(
  object: KubernetesObject,
  old?: KubernetesObject,
): KubernetesObject {
  if (object.kind !== 'Service') {
    return object;
  }
  const spec = (object.spec ?? {}) as ServiceSpec;
  const before = old?.spec as ServiceSpec | undefined;
  const withPorts = {
    ...spec,
    ...(spec.ports && { ports: spec.ports.map(portOf(object, spec)) }),
  };
  if (spec.type === 'ExternalName') {
    const { clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy, ...rest } =
      withPorts;
    return { ...object, spec: rest };
  }
  const address = spec.clusterIP || before?.clusterIP || addressOf(object);
  return {
    ...object,
    spec: {
      ...withPorts,
      clusterIP: address,
      clusterIPs: [address],
      ipFamilies: spec.ipFamilies ?? ['IPv4'],
      ipFamilyPolicy: spec.ipFamilyPolicy ?? 'SingleStack',
    },
  };
}

function portOf(object: KubernetesObject, { type }: ServiceSpec) {
  const hasNodePort = type === 'NodePort' || type === 'LoadBalancer';
  return (
    { nodePort, ...port }: { readonly nodePort?: number },
    index: number,
  ) => ({
    ...port,
    ...(hasNodePort && {
      nodePort:
        nodePort ??
        FIRST_NODE_PORT +
          (hashOf(`${object.metadata.uid}/${index}`) % NODE_PORTS),
    }),
  });
}

function addressOf(object: KubernetesObject): string {
  const hash = hashOf(object.metadata.uid ?? '');
  return `10.96.${Math.floor(hash / 256) % 256}.${(hash % 254) + 1}`;
}
