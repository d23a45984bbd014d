import { UserInfoService } from '@backstage/backend-plugin-api';
import { EndedRights } from '@domaindeck/backstage-plugin-access-common';
import { DomainResolver } from '../scope/DomainResolver';
import { AccessStore } from '../store/types';
import { DomainRights } from './DomainRights';
import { endedRights } from './endedRights';
import { RightsCluster } from './guardOwners';
import { RightsSource, rulesOf } from './RightsSource';
import { Caller, EndedRightsService } from './types';
import { whomToAsk } from './whomToAsk';

/** How long an end is told, in milliseconds: 30 days, so that who was on leave still learns why. */
const TOLD = 30 * 24 * 3_600_000;

/** How many changes of grants of a domain are looked through, and how many ends are told. */
const MOST_ENTRIES = 200;
const MOST_ENDS = 5;

/** What {@link EndedRightsReader} needs. */
export interface EndedRightsReaderOptions {
  readonly source: RightsSource;
  readonly store: Pick<AccessStore, 'listEntries'>;
  readonly resolver: DomainResolver;
  readonly userInfo: UserInfoService;
  readonly clusters: readonly RightsCluster[];
}

/**
 * Tells people what they held in a domain until lately, also those who view nothing of it any more: who loses a right
 * shall learn by what. Who never held anything learns as much as of a domain that does not exist.
 */
export class EndedRightsReader implements EndedRightsService {
  readonly #options: EndedRightsReaderOptions;

  static create(options: EndedRightsReaderOptions): EndedRightsReader {
    return new EndedRightsReader(options);
  }

  private constructor(options: EndedRightsReaderOptions) {
    this.#options = options;
  }

  async getEnded(request: {
    credentials: Caller;
    entity: string;
  }): Promise<EndedRights> {
    const { source, resolver, clusters } = this.#options;
    const { credentials, entity } = request;
    const [domainRef, snapshot, signedInAs] = await Promise.all([
      resolver.domainOf(entity, credentials),
      source.get(),
      this.#departmentsAtSignIn(credentials),
    ]);
    if (domainRef === undefined) {
      return { items: [], ask: [] };
    }
    const { now } = snapshot;
    const since = new Date(now.getTime() - TOLD);
    const rules = rulesOf(snapshot);
    const gone = endedRights({
      ...snapshot,
      domainRef,
      rules,
      clusters,
      entries: await this.#changesOf(domainRef, since),
      callerRef: credentials.principal.userEntityRef.toLocaleLowerCase('en-US'),
      signedInAs,
      since,
    }).slice(0, MOST_ENDS);
    const rights = DomainRights.create({
      ...snapshot,
      domainRef,
      environments: [],
      grants: rules.grants,
    });
    return {
      items: gone.map(({ subject, role, where, how, at, by }) => ({
        subject: rights.info(subject),
        role,
        where: {
          ...(where.tiers ? { tiers: [...where.tiers] } : {}),
          ...(where.clusters ? { clusters: [...where.clusters] } : {}),
          ...(where.tags ? { tags: [...where.tags] } : {}),
        },
        how,
        ...(at === undefined ? {} : { at }),
        ...(by === undefined ? {} : { by: rights.info(by) }),
      })),
      ask: gone.length > 0 ? whomToAsk(rights) : [],
    };
  }

  #changesOf(domainRef: string, since: Date) {
    const { store, clusters } = this.#options;
    const scope = {
      domainRefs: [domainRef],
      clusters: clusters.map(({ cluster }) => cluster),
    };
    return store.listEntries(
      {
        scopes: [scope],
        verb: ['access.grant-manage'],
        outcome: ['done'],
        from: since.toISOString(),
      },
      { limit: MOST_ENTRIES },
    );
  }

  /** The token is as old as the sign-in, and so remembers departments that were left since. */
  async #departmentsAtSignIn(credentials: Caller): Promise<string[]> {
    try {
      const { ownershipEntityRefs } = await this.#options.userInfo.getUserInfo(
        credentials,
      );
      return ownershipEntityRefs.map(ref => ref.toLocaleLowerCase('en-US'));
    } catch {
      // What the record tells is still worth telling.
      return [];
    }
  }
}
