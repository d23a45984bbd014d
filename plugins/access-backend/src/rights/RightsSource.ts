import {
  AccessRules,
  Grant,
  Roles,
} from '@domaindeck/backstage-plugin-access-common';
import {
  AccessConfig,
  Organisation,
  OrganisationSource,
} from '@domaindeck/backstage-plugin-access-node';
import { AccessStore, StoredGrant } from '../store/types';

/** Everything that rights follow from, read at one moment. */
export interface RightsSnapshot {
  readonly roles: Roles;
  /** In the order of the config. */
  readonly configured: readonly Grant[];
  readonly stored: readonly StoredGrant[];
  readonly organisation: Organisation;
  readonly now: Date;
}

/** Reads grants of config and database together with the organisation. */
export class RightsSource {
  readonly #config: AccessConfig;
  readonly #store: AccessStore;
  readonly #organisation: OrganisationSource;
  readonly #now: () => Date;

  static create(options: {
    config: AccessConfig;
    store: AccessStore;
    organisation: OrganisationSource;
    now: () => Date;
  }): RightsSource {
    return new RightsSource(options);
  }

  private constructor(options: {
    config: AccessConfig;
    store: AccessStore;
    organisation: OrganisationSource;
    now: () => Date;
  }) {
    this.#config = options.config;
    this.#store = options.store;
    this.#organisation = options.organisation;
    this.#now = options.now;
  }

  async get(): Promise<RightsSnapshot> {
    const [stored, organisation] = await Promise.all([
      this.#store.listGrants(),
      this.#organisation.get(),
    ]);
    const { roles, grants: configured } = this.#config.get();
    return { roles, configured, stored, organisation, now: this.#now() };
  }
}

/** The rules of a snapshot, with other grants in the database when they are given. */
export function rulesOf(
  snapshot: RightsSnapshot,
  stored: readonly Grant[] = snapshot.stored,
): AccessRules {
  return {
    roles: snapshot.roles,
    grants: [...snapshot.configured, ...stored],
    domainOwners: snapshot.organisation.domainOwners,
  };
}
