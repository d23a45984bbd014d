import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How a demo cluster is reached. */
export interface DemoAccess {
  readonly cluster: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
}

/**
 * The address and token that the stock `kubernetes` config has for a cluster: the demo's store answers at the same
 * place.
 * @throws InputError for a cluster that is not there
 */
export function readDemoAccess(config: Config, cluster: string): DemoAccess {
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  const found = methods
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .find(one => one.getOptionalString('name') === cluster);
  if (!found) {
    throw new InputError(
      `Wrong configuration: workloads.clusters.${cluster} has a history of type "demo", but kubernetes.clusterLocatorMethods has no cluster ${cluster}`,
    );
  }
  return {
    cluster,
    url: found.getString('url').replace(/\/+$/, ''),
    token: found.getOptionalString('serviceAccountToken') ?? '',
  };
}
