import { at, isObject, Json, JsonObject } from '../../objects';
import { pick } from './pick';

/**
 * What a Service is in its own right. Addresses, node ports, load balancers and IP families are given by the cluster, and
 * a clone is reached from inside only. Calls from another machine than that of its one pod pass, whatever
 * `internalTrafficPolicy` the baseline has with many pods.
 */
export function sanitizeServiceSpec(spec: JsonObject | undefined): JsonObject {
  const type = at(spec, 'type');
  if (type === 'ExternalName') {
    return pick({ ...spec, ports: portsOf(spec) }, [
      'type',
      'externalName',
      'ports',
    ]) as JsonObject;
  }
  const affinity =
    at(spec, 'sessionAffinity') === 'ClientIP'
      ? pick(spec, ['sessionAffinity', 'sessionAffinityConfig'])
      : {};
  return {
    ...pick(spec, [
      'selector',
      'publishNotReadyAddresses',
      'trafficDistribution',
    ]),
    ...affinity,
    type: 'ClusterIP',
    ...(at(spec, 'clusterIP') === 'None' ? { clusterIP: 'None' } : {}),
    ports: portsOf(spec),
  } as JsonObject;
}

/** Ports without those of nodes. */
export function portsOf(spec: JsonObject | undefined): JsonObject[] {
  const ports = at(spec, 'ports');
  return (Array.isArray(ports) ? ports : []).filter(isObject).map(
    (port: Json) =>
      ({
        protocol: 'TCP',
        ...pick(port, [
          'name',
          'protocol',
          'appProtocol',
          'port',
          'targetPort',
        ]),
      } as JsonObject),
  );
}
