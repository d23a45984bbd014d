import {
  AuditorService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AccessConfig,
  AuditorAuditService,
  OrganisationSource,
} from '@domaindeck/backstage-plugin-access-node';
import {
  ClusterDefinition,
  EnvironmentResource,
} from '@domaindeck/backstage-plugin-workloads-node';
import { AuthorizedAuditLog } from './audit/AuthorizedAuditLog';
import { AccessOptions } from './config/readAccessOptions';
import { AuthorizedGrantsService } from './grants/AuthorizedGrantsService';
import { GrantChanger } from './grants/GrantChanger';
import { GrantPlanner } from './grants/GrantPlanner';
import { RouterOptions } from './http/types';
import { AccessAuthorizer, RulesetOf } from './permissions/AccessAuthorizer';
import { accessResource } from './permissions/accessResource';
import { AuthorizedRightsService } from './rights/AuthorizedRightsService';
import { EndedRightsReader } from './rights/EndedRightsReader';
import { RightsSource } from './rights/RightsSource';
import { DomainResolver } from './scope/DomainResolver';
import { EnvironmentSource } from './scope/types';
import { AccessStore } from './store/types';

/** The portal's services, and what the plugin has made of its config. */
export interface AssembleOptions {
  readonly auditor: AuditorService;
  readonly catalog: CatalogService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  readonly userInfo: UserInfoService;
  readonly rulesetOf: RulesetOf;
  readonly config: AccessConfig;
  readonly options: AccessOptions;
  readonly clusters: readonly ClusterDefinition[];
  readonly store: AccessStore;
  readonly organisation: OrganisationSource;
  readonly environments: EnvironmentSource;
  readonly onChange: () => Promise<void>;
  readonly now: () => Date;
}

/** What the routes call, and what the permission framework asks. */
export interface AssembledServices extends Omit<RouterOptions, 'httpAuth'> {
  /** @param ref - `cluster/domain:namespace/name` */
  findResource(ref: string): Promise<EnvironmentResource | undefined>;
}

/** Puts the layers together: the rows below, what is computed of them, and the authorising layer that callers meet. */
export function assembleServices(given: AssembleOptions): AssembledServices {
  const { store, organisation, config, now, options } = given;
  const clusters = given.clusters.map(({ name, tier, tags, restricted }) => ({
    cluster: name,
    tier,
    tags,
    restricted,
  }));
  const source = RightsSource.create({ config, store, organisation, now });
  const resolver = DomainResolver.create(given);
  const authorizer = AccessAuthorizer.create(given);
  const shared = { source, resolver, authorizer, clusters };
  const planner = GrantPlanner.create(shared);
  const changer = GrantChanger.create({
    planner,
    store,
    auditor: AuditorAuditService.create(given.auditor),
    clusters,
    changesAllowed: options.changesAllowed,
    now,
    onChange: given.onChange,
  });
  return {
    ended: EndedRightsReader.create({
      ...shared,
      store,
      userInfo: given.userInfo,
    }),
    rights: AuthorizedRightsService.create({ ...shared, ...options }),
    grants: AuthorizedGrantsService.create({
      ...shared,
      planner,
      changer,
      changesAllowed: options.changesAllowed,
    }),
    audit: AuthorizedAuditLog.create({ ...shared, store, now }),
    store,
    now,
    findResource: async ref => {
      const [name, ...rest] = ref.split('/');
      const cluster = clusters.find(one => one.cluster === name);
      const domainRef = rest.join('/');
      const owners = (await organisation.get()).domainOwners.get(domainRef);
      return cluster && owners && accessResource(cluster, domainRef, owners);
    },
  };
}
