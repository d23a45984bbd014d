import { KubernetesObject } from '../../model/KubernetesObject';
import { apiVersionOf } from '../../model/ResourceType';
import { resourceTypes } from '../../model/resourceTypes';
import { ControllerContext } from '../ControllerContext';
import { judged } from '../conditions';
import { Condition } from '../objects';
import { Remains, namespaceConditions } from './namespaceConditions';

/** A real controller needs a moment, too: a client must be able to meet a namespace that is going. */
const FIRST_LOOK_MS = 1000;
/** The real one looks again after 8 s while finalizers hold it up; who watches a demo sees it sooner. */
const NEXT_LOOK_MS = 1000;

/** What may lie in a namespace beside pods. */
const CONTENTS = resourceTypes
  .filter(type => type.namespaced && type.nature === 'stored')
  .filter(({ kind }) => kind !== 'Pod');

interface Namespace extends KubernetesObject {
  spec: { finalizers?: readonly string[] };
  status: { phase: string; conditions?: readonly Condition[] };
}

/** Empties a namespace that is being deleted, its pods before all else, and lets it go when nothing is left. */
export function reconcileNamespace(
  context: ControllerContext,
  namespace: Namespace,
): void {
  const { deletionTimestamp, name, finalizers = [] } = namespace.metadata;
  if (!deletionTimestamp || namespace.spec.finalizers?.length === 0) {
    return;
  }
  const dueAt = Date.parse(deletionTimestamp) + FIRST_LOOK_MS;
  if (context.now < dueAt) {
    context.wakeAt(namespace, dueAt);
    return;
  }
  context.list('v1', 'Pod', name).forEach(pod => context.remove(pod));
  if (context.list('v1', 'Pod', name).length > 0) {
    // The real controller counts nothing as remaining before the pods are gone.
    say(context, namespace, []);
    context.wakeAt(namespace, context.now + NEXT_LOOK_MS);
    return;
  }
  const remains = emptied(context, name);
  if (remains.length > 0) {
    say(context, namespace, remains);
    context.wakeAt(namespace, context.now + NEXT_LOOK_MS);
  } else if (finalizers.length > 0) {
    // Somebody else still holds the namespace itself; this controller is done with it.
    context.update({ ...namespace, spec: { finalizers: [] } });
  } else {
    context.remove(namespace);
  }
}

function emptied(context: ControllerContext, name: string): Remains[] {
  return CONTENTS.flatMap(type => {
    const list = () => context.list(apiVersionOf(type), type.kind, name);
    list().forEach(object => context.remove(object, 0));
    const objects = list();
    return objects.length > 0 ? [{ type, objects }] : [];
  });
}

function say(
  context: ControllerContext,
  namespace: Namespace,
  remains: readonly Remains[],
): void {
  const { status } = namespace;
  const conditions = namespaceConditions(remains).map(judgement =>
    judged(status.conditions, judgement, context.now),
  );
  context.update({ ...namespace, status: { ...status, conditions } });
}
