import { KubernetesObject } from '../../model/KubernetesObject';
import { ResourceType } from '../../model/ResourceType';
import { ObjectStore } from '../../store/ObjectStore';
import { checkValidity } from '../checkValidity';
import { checkLimits, limitsFor, withLimits } from './limitRanges';

/**
 * A new object as its namespace lets it in: with the resources that its containers did not ask for, valid and within the
 * bounds of the namespace. Quotas come later.
 * @throws StatusError 403, 422
 */
export function admitted(
  store: ObjectStore,
  type: ResourceType,
  object: KubernetesObject,
): KubernetesObject {
  const limits = limitsFor(store, type, object.metadata.namespace);
  const filled = withLimits(object, limits);
  checkValidity(type, filled);
  checkLimits(type, filled, limits);
  return filled;
}
