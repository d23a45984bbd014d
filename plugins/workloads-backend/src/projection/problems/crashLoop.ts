import { crashingSince, firstCrash } from './crashOf';
import { PodRule } from './types';

/** A container keeps ending. Asked after the rules that know why. */
export const crashLoop: PodRule = ({ pod, warnings, now }) => {
  const crash = firstCrash(pod.containers, now);
  if (!crash) {
    return undefined;
  }
  const { container, exitCode, signal } = crash;
  return {
    code: 'crash-loop',
    failing: true,
    container: container.name,
    since: crashingSince(crash, warnings),
    detail: crash.message,
    facts: {
      container: container.name,
      role: container.role,
      restarts: container.restarts,
      ...(exitCode !== undefined && { exitCode }),
      ...(signal !== undefined && { signal }),
    },
  };
};
