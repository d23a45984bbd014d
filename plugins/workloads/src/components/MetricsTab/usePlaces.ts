import { useCallback } from 'react';
import { MetricEnvironment } from '@domaindeck/backstage-plugin-workloads-common';
import { useTierLabel } from '@domaindeck/backstage-plugin-workloads-react';

/** Gives the name of an environment in the reader's language, by its ref. */
export function usePlaces(
  environments: readonly MetricEnvironment[],
): (ref: string) => string {
  const tierLabel = useTierLabel();
  return useCallback(
    (ref: string) => {
      const found = environments.find(one => one.ref === ref);
      return found ? `${tierLabel(found.tier)}, ${found.cluster}` : ref;
    },
    [environments, tierLabel],
  );
}
