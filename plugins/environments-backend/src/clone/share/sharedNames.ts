import { PlanContext, SharedName } from '../context';
import { isStore } from '../roles';
import { sharedAddress } from './sharedService';

/** Every Service of the baseline that leads to no own workload. */
export function sharedNames(
  context: Pick<PlanContext, 'index' | 'input' | 'ownNames' | 'clusterDomain'>,
): SharedName[] {
  const { index, input } = context;
  return index.services
    .filter(service => !context.ownNames.has(service.metadata.name))
    .map(service => {
      const workloads = index.workloadsBehind(service);
      return {
        service,
        name: service.metadata.name,
        address: sharedAddress(service, index.namespace, context.clusterDomain),
        workloads,
        store: workloads.some(one => isStore(one, input.relations)),
      };
    });
}
