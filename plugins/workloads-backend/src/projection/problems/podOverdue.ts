import { PodRule } from './types';

/** A pod by itself ran longer than it may; that the node then killed its containers is not a crash. */
export const podOverdue: PodRule = ({ pod }) =>
  pod.phase === 'Failed' && pod.reason === 'DeadlineExceeded'
    ? {
        code: 'deadline',
        failing: true,
        since: pod.conditions.find(({ type }) => type === 'Ready')?.since,
        detail: pod.message,
        facts: { cause: 'pod' },
      }
    : undefined;
