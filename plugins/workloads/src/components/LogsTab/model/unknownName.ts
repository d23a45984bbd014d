import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import { LogsView } from './logsView';

/**
 * What a view names that is not here: an environment, a service, a pod or a container, the widest first.
 * @returns undefined where all of it is, or may be on a cluster that has not answered yet
 */
export function unknownName(
  sources: LogSources,
  view: Pick<LogsView, 'env' | 'service' | 'pod' | 'containers'>,
): string | undefined {
  const refs = sources.environments.map(({ ref }) => ref);
  const chosen = view.env.length > 0 ? view.env : refs;
  const isUntold = sources.clusters.some(
    ({ name, asOf }) =>
      asOf === undefined && chosen.some(ref => ref.startsWith(`${name}/`)),
  );
  if (isUntold) {
    return undefined;
  }
  const environment = view.env.find(ref => !refs.includes(ref));
  const isService =
    !view.service || sources.workloads.some(one => one.name === view.service);
  const isPod = !view.pod || sources.pods.some(one => one.name === view.pod);
  const names = sources.pods.flatMap(pod =>
    pod.containers.map(({ name }) => name),
  );
  const container = view.containers.find(name => !names.includes(name));
  return (
    environment ??
    (isService ? undefined : view.service) ??
    (isPod ? undefined : view.pod) ??
    container
  );
}
