import { KubernetesObject } from '../../model/KubernetesObject';
import { apiVersionOf } from '../../model/ResourceType';
import { resourceTypes } from '../../model/resourceTypes';
import { ControllerContext } from '../ControllerContext';

/** Empties a namespace that is being deleted, then lets it go. */
export function reconcileNamespace(
  context: ControllerContext,
  namespace: KubernetesObject,
): void {
  if (!namespace.metadata.deletionTimestamp) {
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
