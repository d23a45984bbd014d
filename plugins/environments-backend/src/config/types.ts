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
  /** As images name it, in small letters. */
  readonly host: string;
  /** Without a slash at its end. */
  readonly url: string;
  /** Where its tokens are given when that is another origin. */
  readonly tokenUrl?: string;
  /** Hosts to which it may lead for what it stores. */
  readonly redirectHosts: readonly string[];
  readonly username?: string;
  /** Without a name it is a token that is shown as it is. */
  readonly password?: string;
  /** Splits a tag into the groups `branch` and `build`. */
  readonly branchTags?: RegExp;
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
