import { crashingSince, firstCrash } from './crashOf';
import { probeAnswer } from './probeAnswer';
import { PodRule } from './types';
import { recentWarning } from './warnings';

/** The kubelet keeps restarting a container whose liveness or startup probe fails. */
export const liveness: PodRule = ({ pod, warnings, now }) => {
  const crash = firstCrash(pod.containers, now);
  const failure =
    crash &&
    recentWarning(
      warnings,
      now,
      ['Unhealthy'],
      /^(?:Liveness|Startup) probe (?:failed|errored)/,
    );
  if (!crash || !failure) {
    return undefined;
  }
  return {
    code: 'liveness',
    failing: true,
    container: crash.container.name,
    since: crashingSince(crash, warnings),
    detail: failure.message,
    facts: {
      container: crash.container.name,
      restarts: crash.container.restarts,
      check: failure.message.startsWith('Startup') ? 'startup' : 'liveness',
      ...probeAnswer(failure.message),
    },
  };
};
