import {
  Container,
  Pod,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';

/** A container whose last run ended badly, and that does not run well again. */
export interface CrashedContainer {
  readonly pod: Pod;
  readonly container: Container;
}

/** The one that crashed last among the pods that are not ready. */
export function crashedContainer(
  workload: Workload,
): CrashedContainer | undefined {
  return workload.pods
    .filter(pod => !pod.ready)
    .flatMap(pod =>
      pod.containers
        .filter(({ lastEnd }) => lastEnd && lastEnd.exitCode !== 0)
        .map(container => ({ pod, container })),
    )
    .sort((a, b) =>
      (b.container.lastEnd?.at ?? '').localeCompare(
        a.container.lastEnd?.at ?? '',
        'en',
      ),
    )[0];
}
