import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import { nameOf } from '../../parts/model/rows';

/** The name by which people know what changed: that of the component, else of the workload. */
export function changeName({ componentRef, object }: Change): string {
  return componentRef ? nameOf(componentRef) : object.name;
}
