import { KubernetesObject } from '../../model/KubernetesObject';
import { apiVersionOf } from '../../model/ResourceType';
import { resourceTypes } from '../../model/resourceTypes';
import { ControllerContext } from '../ControllerContext';

/** A real controller needs some seconds, too: a client must be able to meet a namespace that is going. */
const EMPTYING_MS = 3000;

/** Empties a namespace that is being deleted, then lets it go. */
export function reconcileNamespace(
  context: ControllerContext,
  namespace: KubernetesObject,
): void {
  if (!namespace.metadata.deletionTimestamp) {
    return;
  }
  const dueAt = Date.parse(namespace.metadata.deletionTimestamp) + EMPTYING_MS;
  if (context.now < dueAt) {
    context.wakeAt(namespace, dueAt);
    return;
  }
  const contents = resourceTypes
    .filter(type => type.namespaced && type.nature === 'stored')
    .flatMap(type =>
      context.list(apiVersionOf(type), type.kind, namespace.metadata.name),
    );
  contents.forEach(object => context.remove(object, 0));
  context.remove(namespace);
}
