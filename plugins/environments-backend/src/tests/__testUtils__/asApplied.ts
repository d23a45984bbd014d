import { at, KubernetesObject } from '../../objects';

/** A fixture's object as a person would apply it: without what a cluster has written. */
export function asApplied(object: KubernetesObject): KubernetesObject {
  const { status: _status, ...rest } = object;
  const { name, namespace, labels, annotations } = object.metadata;
  const address = at(object, 'spec', 'clusterIP');
  const key = '.dockerconfigjson';
  return {
    ...rest,
    metadata: { name, namespace, labels, annotations },
    ...(object.kind === 'Service'
      ? {
          spec: {
            ...object.spec,
            // Another cluster has other addresses.
            clusterIP: address === 'None' ? 'None' : '',
            clusterIPs: [],
          },
        }
      : {}),
    ...(object.kind === 'Secret' && at(object, 'data', key) !== undefined
      ? { data: { [key]: btoa('{"auths":{}}') } }
      : {}),
  } as KubernetesObject;
}
