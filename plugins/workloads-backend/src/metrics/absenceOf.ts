import {
  MetricPanelId,
  MetricSourceState,
} from '@domaindeck/backstage-plugin-workloads-common';

/** Measures that are told of whole namespaces alone. */
const OF_NAMESPACES: readonly MetricPanelId[] = ['quota'];

/** What a cluster's source has data of. */
interface Look {
  readonly panels: readonly MetricPanelId[];
  readonly state: MetricSourceState;
  readonly needs: (panel: MetricPanelId) => string | undefined;
}

/**
 * Why a panel cannot be drawn; undefined when it can.
 *
 * @param looks - of the clusters of which something may be read
 * @param isWhole - whether the caller may read all of some namespace
 */
export function absenceOf(
  panel: MetricPanelId,
  looks: readonly Look[],
  isWhole: boolean,
): { readonly reason?: string } | undefined {
  const isFound = looks.some(({ panels }) => panels.includes(panel));
  if (isFound && OF_NAMESPACES.includes(panel) && !isWhole) {
    return {
      reason: 'It is told of whole namespaces, of which this is a part',
    };
  }
  if (isFound) {
    return undefined;
  }
  const answering = looks.filter(
    ({ state }) => state.state === 'stored' || state.state === 'sampled',
  );
  const reasons = answering.map(({ state: { name }, needs }) => {
    const wanted = needs(panel);
    return wanted === undefined
      ? `${name} does not tell it`
      : `${name} has none of ${wanted}`;
  });
  return reasons.length > 0 ? { reason: [...new Set(reasons)].join('; ') } : {};
}
