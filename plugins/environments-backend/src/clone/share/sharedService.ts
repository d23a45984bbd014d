import { at, JsonObject, KubernetesObject } from '../../objects';
import { portsOf, sanitizeMetadata } from '../sanitize';

/**
 * Where a name of the baseline leads: the Service itself by its full name, or straight to what an ExternalName names.
 */
export function sharedAddress(
  service: KubernetesObject,
  namespace: string,
  clusterDomain: string,
): string {
  const external = at(service, 'spec', 'externalName');
  return at(service, 'spec', 'type') === 'ExternalName' &&
    typeof external === 'string'
    ? external
    : `${service.metadata.name}.${namespace}.svc.${clusterDomain}`;
}

/**
 * A Service of the same name that leads to the baseline. DNS knows no ports; they are copied without targets because
 * controllers and admission policies look at them.
 */
export function sharedService(
  service: KubernetesObject,
  address: string,
): KubernetesObject {
  const ports = portsOf(service.spec).map(
    ({ targetPort: _inner, ...port }): JsonObject => port,
  );
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: sanitizeMetadata(service.metadata),
    spec: {
      type: 'ExternalName',
      externalName: address,
      ...(ports.length > 0 ? { ports } : {}),
    },
  };
}
