import {
  ClusterStatus,
  Health,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Relations } from '../clone';

/** A place from which environments of a domain may be cloned. */
export interface DomainBaseline {
  /** `cluster/namespace`. */
  readonly ref: string;
  readonly cluster: string;
  readonly namespace: string;
}

/** What runs in a domain. */
export interface DomainServices {
  /** Refs of components by names of workloads. */
  readonly components: Readonly<Record<string, string>>;
  /** What runs at this moment, by `cluster/namespace/name of the workload`. */
  readonly running: Readonly<
    Record<string, { readonly health: Health; readonly version: string }>
  >;
}

/** A version at one place. */
export interface SeenVersion {
  readonly version: string;
  /** `cluster/namespace`. */
  readonly where: string;
  /** When it was released there. RFC 3339. */
  readonly at?: string;
  /** False for what ran there and does not any more. */
  readonly runs: boolean;
}

/** Knows where a domain lives and what is in it. What it gives may be some seconds old. */
export interface DomainSource {
  /** @throws NotFoundError for a domain that is not in the catalog or lives nowhere */
  baselines(domainRef: string): Promise<{
    readonly baselines: readonly DomainBaseline[];
    readonly clusters: readonly ClusterStatus[];
  }>;
  services(domainRef: string): Promise<DomainServices>;
  /** What runs or ran in all environments of the domain, as far as clusters remember, by names of workloads. */
  versions(
    domainRef: string,
  ): Promise<Readonly<Record<string, readonly SeenVersion[]>>>;
  /** Who calls whom, by names of workloads. */
  relations(domainRef: string): Promise<Relations>;
  /** Every baseline namespace of a cluster, of any domain, so that none of them is ever written to. */
  baselinesIn(cluster: string): Promise<readonly string[]>;
}
