import {
  Change,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { SeenVersion } from './types';

/**
 * Where which version of each service runs or ran, each once per place.
 *
 * @param changes - releases, the newest first
 */
export function seenVersions(
  workloads: readonly Workload[],
  changes: readonly Change[],
): Record<string, readonly SeenVersion[]> {
  const seen: Record<string, SeenVersion[]> = {};
  const add = (service: string, one: SeenVersion) => {
    const known = (seen[service] ??= []);
    if (
      one.version !== '' &&
      !known.some(
        other => other.version === one.version && other.where === one.where,
      )
    ) {
      known.push(one);
    }
  };
  for (const { cluster, namespace, name, version, changedAt } of workloads) {
    const where = `${cluster}/${namespace}`;
    add(name, { version, where, at: changedAt, runs: true });
  }
  for (const change of changes) {
    // What never came up is no version to offer.
    if (change.type === 'release' && change.outcome !== 'failed') {
      const { to: version, environment: where, at } = change;
      add(change.object.name, { version, where, at, runs: false });
    }
  }
  return seen;
}
