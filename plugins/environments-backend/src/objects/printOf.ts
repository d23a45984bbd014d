import { objectKey } from './objectKey';
import { KubernetesObject } from './types';

/**
 * One line for what somebody wishes of an object: another one when its wish has changed, and the same when only its state
 * has. What does not count its wishes, such as a ConfigMap, has no state.
 */
export function printOf(object: KubernetesObject): string {
  const { generation, resourceVersion, uid } = object.metadata;
  return `${objectKey(object)} ${uid} ${
    generation === undefined ? `v${resourceVersion}` : `g${generation}`
  }`;
}
