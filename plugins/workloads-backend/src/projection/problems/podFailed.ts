import { PodRule } from './types';

/** A pod that nobody replaces has failed, and no rule before could tell more of it. */
export const podFailed: PodRule = ({ pod }) => {
  if (pod.phase !== 'Failed') {
    return undefined;
  }
  const since = pod.conditions.find(({ type }) => type === 'Ready')?.since;
  return {
    code: 'other',
    failing: true,
    since,
    detail: pod.message,
    facts: { reason: pod.reason ?? 'Failed' },
  };
};
