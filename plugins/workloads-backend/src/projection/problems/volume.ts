import { PodRow } from '../rows';
import { Facts, PodRule } from './types';
import { isBeingPrepared } from './isBeingPrepared';
import { firstSeen, lastingWarning } from './warnings';

const REASONS = ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'];

/** Claims that are bound at once, and those that are bound when a node is chosen. */
const UNBOUND =
  /unbound immediate PersistentVolumeClaims|didn't find available persistent volumes to bind|storageclass\S* "[^"]*" not found/i;

/** A volume cannot be attached to the node or mounted into the pod, or its claim has no volume. */
export const volume: PodRule = ({ pod, warnings, now }) => {
  const scheduled = pod.conditions.find(({ type }) => type === 'PodScheduled');
  const claim =
    scheduled?.status === 'False'
      ? claimFacts(pod, scheduled.message)
      : undefined;
  if (claim) {
    return {
      code: 'volume',
      failing: true,
      since: scheduled?.since,
      detail: scheduled?.message,
      facts: claim,
    };
  }
  const failure = isBeingPrepared(pod)
    ? lastingWarning(warnings, now, REASONS)
    : undefined;
  if (!failure) {
    return undefined;
  }
  const name = /for volume "([^"]+)"|unmounted volumes=\[([^\]\s]+)/.exec(
    failure.message,
  );
  return {
    code: 'volume',
    failing: true,
    since: firstSeen(warnings, REASONS),
    detail: failure.message,
    facts: {
      cause: failure.reason === 'FailedAttachVolume' ? 'attach' : 'mount',
      ...(name && { volume: name[1] ?? name[2] }),
    },
  };
};

function claimFacts(pod: PodRow, message = ''): Facts | undefined {
  const missing = /persistentvolumeclaim "([^"]+)" not found/i.exec(message);
  if (missing) {
    return { cause: 'claim-missing', claim: missing[1] };
  }
  if (UNBOUND.test(message)) {
    const [claim, ...others] = pod.claims ?? [];
    return {
      cause: 'unbound',
      // Of several claims the message does not say which one waits.
      ...(claim !== undefined && !others.length && { claim }),
    };
  }
  return undefined;
}
