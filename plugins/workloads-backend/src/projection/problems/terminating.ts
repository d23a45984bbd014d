import { PodRule } from './types';

/** A kubelet may be a little late with its last report. */
const SLACK_MS = 60_000;

/** A pod that was deleted is still there after its time to end: a hook, a finalizer, or a node that is gone. */
export const terminating: PodRule = ({ pod, now }) => {
  const due = pod.deleteBy;
  if (due === undefined || now - Date.parse(due) <= SLACK_MS) {
    return undefined;
  }
  return {
    code: 'terminating',
    failing: false,
    since: due,
    detail: pod.message,
    facts: { ...(pod.node && { node: pod.node }) },
  };
};
