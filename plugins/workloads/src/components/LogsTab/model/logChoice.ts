import {
  LogContainer,
  LogFilter,
  LogPod,
  LogSelector,
  LogSources,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  conditionOf,
  LOG_LEVELS,
  podKeyOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LogsView } from './logsView';

/** A container that crashed and does not run well again. */
export interface Crash {
  readonly pod: LogPod;
  readonly container: LogContainer;
  /** RFC 3339: when another run has ended since this one is shown. */
  readonly endedAgainAt?: string;
}

/** The pods that the view chooses. */
export function chosenPods(
  sources: LogSources,
  view: LogsView,
): readonly LogPod[] {
  return sources.pods.filter(
    pod =>
      (view.env.length === 0 || view.env.includes(pod.environment)) &&
      (!view.service || workloadOf(pod) === view.service) &&
      (!view.pod || pod.name === view.pod),
  );
}

/**
 * The container whose run before the restart is shown: the one asked for; and first of all when a service or pod was
 * opened of which one crashed and is not ready now.
 */
export function crashToShow(
  sources: LogSources,
  view: LogsView,
): Crash | undefined {
  if (
    view.previous === false ||
    (view.previous === undefined && !(view.service || view.pod)) ||
    (view.previous === undefined && view.line !== undefined)
  ) {
    return undefined;
  }
  const crashes = chosenPods(sources, view).flatMap(pod =>
    pod.containers
      .filter(
        container =>
          container.previous && (view.previous === true || !pod.ready),
      )
      .map(container => ({ pod, container })),
  );
  return crashes.sort(
    (a, b) =>
      Number(a.pod.ready) - Number(b.pod.ready) ||
      (b.container.lastEnd?.at ?? '').localeCompare(
        a.container.lastEnd?.at ?? '',
        'en',
      ),
  )[0];
}

/** What the backend is asked for, whatever the levels: they are counted before they are left out. */
export function filterOf(
  sources: LogSources,
  view: LogsView,
  crash: Crash | undefined,
): LogFilter {
  const conditions = (kind: 'has' | 'not') =>
    view.chips
      .filter(chip => chip.kind === kind)
      .map(chip => conditionOf(chip, view.modes));
  const include = conditions('has');
  const exclude = conditions('not');
  const selectors = selectorsOf(sources, view, crash);
  return {
    ...(selectors && { sources: selectors }),
    ...(include.length > 0 && { include }),
    ...(exclude.length > 0 && { exclude }),
  };
}

/** The filter with the levels that are shown. */
export function withLevels(filter: LogFilter, view: LogsView): LogFilter {
  return view.levels.length < LOG_LEVELS.length
    ? { ...filter, levels: [...view.levels] }
    : filter;
}

/** Key of a pod as the store has it. */
export function keyOfPod(pod: LogPod): string {
  return podKeyOf({ ...pod, pod: pod.name });
}

function selectorsOf(
  sources: LogSources,
  view: LogsView,
  crash: Crash | undefined,
): LogSelector[] | undefined {
  if (crash) {
    const { cluster, namespace, name } = crash.pod;
    return [{ cluster, namespace, pod: name, container: crash.container.name }];
  }
  if (
    view.env.length === 0 &&
    !view.service &&
    !view.pod &&
    view.containers.length === 0
  ) {
    return undefined;
  }
  const containers = view.containers.length > 0 ? view.containers : [undefined];
  return sources.environments
    .filter(
      one =>
        one.readable && (view.env.length === 0 || view.env.includes(one.ref)),
    )
    .filter(
      one =>
        !view.service ||
        sources.workloads.length === 0 ||
        sources.workloads.some(
          workload =>
            workload.environment === one.ref && workload.name === view.service,
        ),
    )
    .flatMap(({ cluster, namespace }) =>
      containers.map(container => ({
        cluster,
        namespace,
        ...(view.service && !view.pod && { workload: view.service }),
        ...(view.pod && { pod: view.pod }),
        ...(container && { container }),
      })),
    );
}

function workloadOf(pod: LogPod): string {
  return pod.workload.split('/').at(-1) ?? '';
}
