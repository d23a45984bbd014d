import {
  LogPod,
  LogSources,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Crash } from './logChoice';

/**
 * The crash that is shown, as the sources know it now. Its last end stays the one whose log is on the screen, whatever
 * the container does meanwhile: what somebody reads must neither go nor be called another run.
 */
export function keepCrash(shown: Crash, sources: LogSources): Crash {
  const { pod, container } = shown;
  const now = sources.pods.find(one => one.uid === pod.uid);
  const last = now?.containers.find(one => one.name === container.name);
  if (!now || !last) {
    return shown;
  }
  return last.lastEnd?.at === container.lastEnd?.at
    ? { pod: now, container: last }
    : { ...shown, endedAgainAt: last.lastEnd?.at };
}

/** The container that ended last in a part of time and started again, to be told of where its log is not shown. */
export function latestRestart(
  pods: readonly LogPod[],
  from: number,
  to: number,
): Crash | undefined {
  return pods
    .flatMap(pod => pod.containers.map(container => ({ pod, container })))
    .filter(({ container: { previous, lastEnd } }) => {
      const at = Date.parse(lastEnd?.at ?? '');
      return previous && at >= from && at <= to;
    })
    .sort((a, b) =>
      (b.container.lastEnd?.at ?? '').localeCompare(
        a.container.lastEnd?.at ?? '',
        'en',
      ),
    )[0];
}
