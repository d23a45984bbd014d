import { KubernetesObject } from '../../objects';
import { PlanContext, SharedName } from '../context';
import { isStore } from '../roles';
import { sharedAddress } from './sharedService';

type Known = Pick<
  PlanContext,
  'index' | 'input' | 'ownNames' | 'clusterDomain' | 'addresses' | 'namespace'
>;

/**
 * Every Service of the baseline that leads to no own workload. An alias of one's own Service leads to that.
 */
export function sharedNames(context: Known): SharedName[] {
  const { index, input, ownNames, namespace, addresses } = context;
  return index.services
    .filter(service => !ownNames.has(service.metadata.name))
    .map(service => {
      const address = sharedAddress(
        service,
        index.namespace,
        context.clusterDomain,
      );
      const workloads = behind(service, address, context);
      return {
        service,
        name: service.metadata.name,
        address: addresses.rewrite(address, ownNames, namespace),
        workloads,
        store: workloads.some(one => isStore(one, input.relations)),
      };
    });
}

/** Of an alias what stands behind the name that it leads to. */
function behind(
  service: KubernetesObject,
  address: string,
  { index, addresses }: Known,
): readonly KubernetesObject[] {
  const [alias] = addresses.find(address);
  const target =
    alias === undefined ? undefined : index.get('', 'Service', alias);
  return index.workloadsBehind(target ?? service);
}
