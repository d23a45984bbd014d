import { addressesOf } from './addressesOf';
import { PlanContext, planNamespace } from './context';
import { routesOf } from './routes';
import { selectOwn } from './select/selectOwn';
import { sharedNames } from './share';
import { BaselineIndex, withPinned } from './traverse';
import { PlanInput } from './types';

const CLUSTER_DOMAIN = 'cluster.local';

/** Looks the whole baseline through once; everything after it only reads. */
export function contextOf(input: PlanInput): {
  context: PlanContext;
  selection: ReturnType<typeof selectOwn>;
} {
  const index = new BaselineIndex(withPinned(input.baseline, input.pinned));
  const selection = selectOwn(input, index);
  const ownNames = new Set(
    selection.own.flatMap(service =>
      service.services.map(one => one.metadata.name),
    ),
  );
  const clusterDomain = input.cluster.clusterDomain ?? CLUSTER_DOMAIN;
  const found = {
    input,
    index,
    clusterDomain,
    ownNames,
    namespace: planNamespace(input),
    // What is open to the outside is not part of what was cloned.
    routes: routesOf(input.pinned ? new BaselineIndex(input.baseline) : index),
  };
  const addresses = addressesOf(found);
  return {
    context: {
      ...found,
      addresses,
      size: input.policy.sizes.find(
        size => size.name === input.specification.size,
      ),
      own: selection.own,
      shared: sharedNames({ ...found, addresses }),
    },
    selection,
  };
}
