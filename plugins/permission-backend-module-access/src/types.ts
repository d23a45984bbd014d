import { AccessSubject } from '@domaindeck/backstage-plugin-access-common';

/**
 * The departments and the owners of domains, as the catalog has them at some moment.
 */
export interface Organisation {
  subject(userRef: string): AccessSubject;
  /** Refs of the owners by ref of the domain. */
  readonly domainOwners: ReadonlyMap<string, readonly string[]>;
}

/** Gives an organisation that is at most some seconds old. */
export interface OrganisationSource {
  /** @throws when the catalog does not answer and what is known is too old to be trusted. */
  get(): Promise<Organisation>;
}
