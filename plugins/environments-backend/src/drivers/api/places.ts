import { BaselineKind } from '../../clone';
import { groupOf, KubernetesObject } from '../../objects';
import { kindOf } from './APPLIED_KINDS';
import { Refusal } from './refusals';

/** The kind of an object, and its namespace if it has one. @throws DriverError 400 for a kind that is not applied */
export function placeOf(object: KubernetesObject): {
  kind: BaselineKind;
  namespace: string | undefined;
} {
  const kind = kindOf(groupOf(object.apiVersion), object.kind);
  return { kind, namespace: object.metadata.namespace };
}

/**
 * Whether the API server itself says that there is no such object. The page of a proxy does not: it would make all
 * environments vanish.
 */
export function isAbsent(refusal: Refusal, kind: BaselineKind): boolean {
  return refusal.code === 404 && (refusal.isStatus || kind.optional === true);
}
