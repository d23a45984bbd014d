import { crashingSince, firstCrash } from './crashOf';
import { PodRule } from './types';

/** A container keeps being killed for its memory: over its own limit, or because its node had none left. */
export const outOfMemory: PodRule = ({ pod, warnings, now }) => {
  const crash = firstCrash(
    pod.containers,
    now,
    ({ reason }) => reason === 'OOMKilled',
  );
  if (!crash) {
    return undefined;
  }
  const { container } = crash;
  const limit = container.resources?.memoryLimit;
  return {
    code: 'out-of-memory',
    failing: true,
    container: container.name,
    since: crashingSince(crash, warnings),
    detail: crash.message,
    facts: {
      container: container.name,
      restarts: container.restarts,
      ...(limit !== undefined && { limit }),
      ...(crash.exitCode !== undefined && { exitCode: crash.exitCode }),
    },
  };
};
