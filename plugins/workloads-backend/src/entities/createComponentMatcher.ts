import { ANNOTATION_KUBERNETES_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { labelSelector } from './labelSelector';
import { ComponentEntry } from './types';

/** A workload as matching needs it. */
export interface WorkloadMarks {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

const LABEL_NAME = 'app.kubernetes.io/name';

/**
 * Prepares the question "which component does a workload belong to" for the components of one domain.
 *
 * @remarks
 *
 * The first rule that any component meets decides: the label `backstage.io/kubernetes-id`, then the component's label
 * selector, then the label `app.kubernetes.io/name`, then the workload's own name. Among several components that meet
 * the same rule the one with the smallest ref is taken, so that the answer does not depend on the catalog's order.
 */
export function createComponentMatcher(
  components: readonly ComponentEntry[],
): (workload: WorkloadMarks) => ComponentEntry | undefined {
  const ordered = [...components].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const byId = firstByKey(ordered, component => component.kubernetesId);
  const byName = firstByKey(ordered, component => component.name);
  const selecting = ordered.flatMap(component =>
    component.labelSelector === undefined
      ? []
      : [{ component, selects: labelSelector(component.labelSelector) }],
  );
  return ({ name, labels }) =>
    byId.get(labels[ANNOTATION_KUBERNETES_ID]) ??
    selecting.find(({ selects }) => selects(labels))?.component ??
    byName.get(labels[LABEL_NAME]) ??
    byName.get(name);
}

function firstByKey(
  components: readonly ComponentEntry[],
  key: (component: ComponentEntry) => string,
): ReadonlyMap<string, ComponentEntry> {
  const found = new Map<string, ComponentEntry>();
  for (const component of components) {
    if (!found.has(key(component))) {
      found.set(key(component), component);
    }
  }
  return found;
}
