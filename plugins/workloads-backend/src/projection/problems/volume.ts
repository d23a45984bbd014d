import { PodRule, Facts } from './types';
import { firstSeen, recentWarning } from './warnings';

const REASONS = ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'];

/** A volume cannot be attached to the node or mounted into the pod, or its claim has no volume. */
export const volume: PodRule = ({ pod, warnings, now }) => {
  const scheduled = pod.conditions.find(({ type }) => type === 'PodScheduled');
  const claim =
    scheduled?.status === 'False' ? claimFacts(scheduled.message) : undefined;
  if (claim) {
    return {
      code: 'volume',
      failing: true,
      since: scheduled?.since,
      detail: scheduled?.message,
      facts: claim,
    };
  }
  const failure = pod.containers.every(({ state }) => state === 'waiting')
    ? recentWarning(warnings, now, REASONS)
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

function claimFacts(message = ''): Facts | undefined {
  const missing = /persistentvolumeclaim "([^"]+)" not found/i.exec(message);
  if (missing) {
    return { cause: 'claim-missing', claim: missing[1] };
  }
  if (/unbound immediate PersistentVolumeClaims/i.test(message)) {
    return { cause: 'unbound' };
  }
  return undefined;
}
