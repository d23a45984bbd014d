import { FamilyRule } from './types';

/** Metrics of new pods take a scrape or two to come. */
const GRACE_MS = 3 * 60_000;

/** The autoscaler wants more than it may have, or does not see what it goes by. Neither makes the workload fail. */
export const autoscalerTrouble: FamilyRule = ({ family, now }) => {
  const { autoscaler } = family;
  if (!autoscaler) {
    return [];
  }
  const object = `HorizontalPodAutoscaler/${autoscaler.name}`;
  const { max, current } = autoscaler;
  const limited = autoscaler.conditions.find(
    ({ type, status, reason }) =>
      type === 'ScalingLimited' &&
      status === 'True' &&
      reason === 'TooManyReplicas',
  );
  if (limited) {
    return [
      {
        code: 'autoscaler-limit',
        failing: false,
        since: limited.since,
        detail: limited.message,
        object,
        facts: { max, current },
      },
    ];
  }
  const blind = autoscaler.conditions.find(
    ({ type, status, reason }) =>
      (type === 'ScalingActive' || type === 'AbleToScale') &&
      status === 'False' &&
      reason !== 'ScalingDisabled',
  );
  if (!blind || (blind.since && now - Date.parse(blind.since) < GRACE_MS)) {
    return [];
  }
  return [
    {
      code: 'autoscaler-blind',
      failing: false,
      since: blind.since,
      detail: blind.message,
      object,
      facts: {
        current,
        cause: blind.type === 'AbleToScale' ? 'scale' : 'metrics',
      },
    },
  ];
};
