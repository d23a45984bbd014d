import { at } from '../objects';
import { PlanContext } from './context';
import { BaselineAddresses, FixedAddress } from './settings';
import { hostAddresses } from './web';

/** Every address by which somebody can reach the baseline past the short names that an environment has for itself. */
export function addressesOf(
  context: Pick<
    PlanContext,
    'input' | 'index' | 'ownNames' | 'routes' | 'clusterDomain'
  >,
): BaselineAddresses {
  const { index, clusterDomain } = context;
  const addresses = index.services.flatMap((service): FixedAddress[] => {
    const text = at(service, 'spec', 'clusterIP');
    return typeof text === 'string' && /\d/.test(text)
      ? [{ text, service: service.metadata.name }]
      : [];
  });
  return new BaselineAddresses({
    services: index.services.map(service => service.metadata.name),
    namespace: index.namespace,
    clusterDomain,
    fixed: [...addresses, ...hostAddresses(context)],
  });
}
