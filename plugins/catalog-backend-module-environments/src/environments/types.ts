import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';

/** What of a record the catalog shows. */
export type ListedEnvironment = Pick<
  EnvironmentRecord,
  | 'id'
  | 'name'
  | 'domain'
  | 'cluster'
  | 'tier'
  | 'baseline'
  | 'creator'
  | 'owner'
  | 'expiresAt'
  | 'specification'
  | 'services'
  | 'addresses'
>;

/** Refs of components by names of workloads. */
export type Components = Readonly<Record<string, string>>;

/** Knows all environments, whoever made them. */
export interface EnvironmentSource {
  /** Every one that is not gone. @throws when not all of them could be read */
  list(): Promise<readonly ListedEnvironment[]>;
  /** Which workloads of a domain belong to which component. */
  components(domainRef: string): Promise<Components>;
}
