import { MANAGED_BY } from '@domaindeck/backstage-plugin-environments-common';
import { LABEL_ENVIRONMENT_ID } from '@domaindeck/backstage-plugin-workloads-common';
import { KubernetesObject, objectRef } from '../../objects';
import { Work } from '../types';

/** Whether an object carries the labels that only we write for this environment. */
export function isOurs(object: KubernetesObject, { environment }: Work) {
  const labels = object.metadata.labels ?? {};
  return (
    labels['app.kubernetes.io/managed-by'] === MANAGED_BY &&
    labels[LABEL_ENVIRONMENT_ID] === environment.id
  );
}

/** Removes what is ours and chosen; what somebody put there by hand stays. @returns how many */
export async function removeOurs(
  work: Work,
  chosen: (object: KubernetesObject) => boolean,
): Promise<number> {
  const { driver, environment, signal } = work;
  const objects = (await driver.list(environment.namespace, signal)).filter(
    object => isOurs(object, work) && chosen(object),
  );
  for (const object of objects) {
    signal.throwIfAborted();
    await driver.remove(
      { ...objectRef(object), namespace: environment.namespace },
      object.metadata.uid ?? '',
      signal,
    );
  }
  return objects.length;
}
