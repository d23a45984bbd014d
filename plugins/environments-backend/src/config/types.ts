import { Size } from '@domaindeck/backstage-plugin-environments-common';
import { ClusterFacts } from '../clone';
import { Prices } from '../policy';

/** What differs from domain to domain. */
export interface DomainOptions {
  readonly limit?: number;
  readonly maxLifeMs?: number;
  readonly copyableSecrets?: readonly string[];
  readonly sizes?: readonly string[];
}

/** A registry whose versions may be chosen. */
export interface RegistryOptions {
  readonly host: string;
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
}

/** What of {@link ClusterFacts} the operator tells. */
export type ClusterOptions = Pick<
  ClusterFacts,
  'clusterDomain' | 'address' | 'ingressNamespaces' | 'dropPlacement' | 'team'
>;

/** What this backend takes from the config. Durations are milliseconds. */
export interface EnvironmentsOptions {
  readonly sizes: readonly Size[];
  readonly limits: {
    readonly person?: number;
    readonly group?: number;
    readonly domain?: number;
  };
  /** ISO 8601 durations. */
  readonly lives: readonly string[];
  readonly maxLifeMs: number;
  /** Before the end, the longest first. */
  readonly noticesMs: readonly number[];
  readonly prices?: Prices;
  readonly domains: Readonly<Record<string, DomainOptions>>;
  readonly registries: readonly RegistryOptions[];
  /** Key of hashes of secrets; undefined: the backend makes one. */
  readonly secretKey?: string;
  /** Whether Backstage asks the permission policy at all. */
  readonly permissionsEnabled: boolean;
  /** Whether anything may be written: with permissions on, or with the flag that says one knows what that means. */
  readonly changesAllowed: boolean;
  clusterOptions(cluster: string): ClusterOptions;
}
