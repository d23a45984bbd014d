import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  Grant,
  parseGrants,
  parseRoles,
  Roles,
} from '@domaindeck/backstage-plugin-access-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { checkScopes } from './checkScopes';

const KNOWN = [
  'roles',
  'grants',
  'audit',
  'dangerouslyAllowActionsWithoutPermissions',
];

/** Roles and grants of the config at some moment. @public */
export interface ConfiguredAccess {
  readonly roles: Roles;
  /** In the order of the config: the grant at index 3 stands under `access.grants[3]`. */
  readonly grants: readonly Grant[];
}

/**
 * The `access` part of the config, followed while the process runs.
 * @public
 */
export class AccessConfig {
  #latest: ConfiguredAccess;
  readonly #listeners = new Set<() => void>();

  /**
   * @param clusters - those of the same config; a grant may name no others. Without any nothing is compared, because
   *   then this process does not know the clusters.
   * @param onProblem - told of a change that is wrong; what was right before stays in force
   * @throws InputError naming the key that is wrong; a backend then does not start.
   */
  static fromConfig(
    config: Config,
    clusters: readonly ClusterDefinition[],
    onProblem: (error: unknown) => void,
  ): AccessConfig {
    const read = () => readAccess(config, clusters);
    const access = new AccessConfig(read());
    config.subscribe?.(() => {
      try {
        access.#change(read());
      } catch (error) {
        onProblem(error);
      }
    });
    return access;
  }

  private constructor(first: ConfiguredAccess) {
    this.#latest = first;
  }

  get(): ConfiguredAccess {
    return this.#latest;
  }

  /** Calls back after each change that was right. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #change(next: ConfiguredAccess): void {
    // The subscription tells of every change of the whole config; most have nothing to do with us.
    if (JSON.stringify(next) !== JSON.stringify(this.#latest)) {
      this.#latest = next;
      this.#listeners.forEach(listener => listener());
    }
  }
}

function readAccess(
  config: Config,
  clusters: readonly ClusterDefinition[],
): ConfiguredAccess {
  const access = config.getOptionalConfig('access');
  const unknown = access?.keys().find(key => !KNOWN.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `Config key access.${unknown} is unknown; known are ${KNOWN.join(', ')}`,
    );
  }
  const roles = parseRoles(access?.getOptional('roles'));
  const grants = parseGrants(access?.getOptional('grants'), roles);
  checkScopes(grants, clusters);
  return { roles, grants };
}
