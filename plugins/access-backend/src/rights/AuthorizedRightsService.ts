import { InputError, NotFoundError } from '@backstage/errors';
import {
  Explanation,
  rankOf,
  RightsCaller,
  RightsMatrix,
  RightsMemberPage,
  Role,
  Roles,
} from '@domaindeck/backstage-plugin-access-common';
import { grantRecord } from '../grants/grantRecord';
import { AccessAuthorizer, AccessJudge } from '../permissions/AccessAuthorizer';
import { accessResource } from '../permissions/accessResource';
import { refusalOf } from '../permissions/refusalOf';
import { DomainResolver } from '../scope/DomainResolver';
import { DomainView } from '../scope/types';
import { DomainRights } from './DomainRights';
import { explainRights } from './explainRights';
import { rightsMembers } from './rightsMembers';
import { rightsRows } from './rightsRows';
import { RightsSnapshot, RightsSource, rulesOf } from './RightsSource';
import { Caller, RightsService } from './types';
import { whomToAsk } from './whomToAsk';

/** What {@link AuthorizedRightsService} needs. */
export interface RightsServiceOptions {
  readonly source: RightsSource;
  readonly resolver: DomainResolver;
  readonly authorizer: AccessAuthorizer;
  readonly permissionsEnabled: boolean;
  readonly changesAllowed: boolean;
}

/** Shows a domain's rights to everybody who views something of the domain, in the clusters in which they do. */
export class AuthorizedRightsService implements RightsService {
  readonly #options: RightsServiceOptions;

  static create(options: RightsServiceOptions): AuthorizedRightsService {
    return new AuthorizedRightsService(options);
  }

  private constructor(options: RightsServiceOptions) {
    this.#options = options;
  }

  async getRoles(): Promise<{ items: Role[] }> {
    const { roles } = await this.#options.source.get();
    return { items: rolesOf(roles) };
  }

  async getRights(request: {
    credentials: Caller;
    entity: string;
  }): Promise<RightsMatrix> {
    const { credentials, entity } = request;
    const [{ view, snapshot, rights }, judge] = await Promise.all([
      this.#view(entity, credentials),
      this.#options.authorizer.authorize(credentials),
    ]);
    const callerRef = refOf(credentials);
    const { rows, others } = rightsRows(rights, callerRef);
    const ask = whomToAsk(rights);
    return {
      entityRef: view.entityRef,
      domain: {
        ref: view.domainRef,
        title: snapshot.organisation.titleOf(view.domainRef),
      },
      permissionsEnabled: this.#options.permissionsEnabled,
      roles: rolesOf(snapshot.roles),
      verbs: rights.verbs(),
      environments: [...view.environments],
      rows,
      others: { count: others },
      caller: this.#callerOf(callerRef, rights, judge),
      ask,
    };
  }

  async getMembers(request: {
    credentials: Caller;
    entity: string;
    group: string;
    q?: string;
    limit: number;
    cursor?: string;
  }): Promise<RightsMemberPage> {
    const { credentials, entity, q, limit, cursor } = request;
    const { rights } = await this.#view(entity, credentials);
    const group = request.group.toLocaleLowerCase('en-US');
    const callerRef = refOf(credentials);
    const { rows } = rightsRows(rights, callerRef);
    if (!rows.some(({ subject }) => subject.ref === group)) {
      throw new NotFoundError(`"${request.group}" holds nothing here`);
    }
    const offset = offsetOf(cursor);
    const page = rightsMembers(rights, callerRef, { group, q, limit, offset });
    const next = offset + page.items.length;
    return next < page.total ? { ...page, nextCursor: String(next) } : page;
  }

  async explain(request: {
    credentials: Caller;
    entity: string;
    subject?: string;
  }): Promise<Explanation> {
    const { credentials, entity } = request;
    const { view, snapshot, rights } = await this.#view(entity, credentials);
    const subject = (request.subject ?? refOf(credentials)).toLocaleLowerCase(
      'en-US',
    );
    if (request.subject !== undefined && !snapshot.organisation.has(subject)) {
      throw new NotFoundError(`The catalog has no "${request.subject}"`);
    }
    const clusters = view.environments.map(({ cluster }) => cluster);
    return {
      entityRef: view.entityRef,
      domainRef: view.domainRef,
      ...explainRights(rights, subject, grant =>
        grantRecord(snapshot, grant, { editable: false, clusters }),
      ),
      ask: whomToAsk(rights),
    };
  }

  async #view(
    entity: string,
    credentials: Caller,
  ): Promise<{
    view: DomainView;
    snapshot: RightsSnapshot;
    rights: DomainRights;
  }> {
    const { resolver, source } = this.#options;
    const [view, snapshot] = await Promise.all([
      resolver.view(entity, credentials),
      source.get(),
    ]);
    const rights = DomainRights.create({
      ...view,
      ...snapshot,
      grants: rulesOf(snapshot).grants,
    });
    return { view, snapshot, rights };
  }

  #callerOf(
    callerRef: string,
    rights: DomainRights,
    judge: AccessJudge,
  ): RightsCaller {
    const { domainRef, owners, environments, roles } = rights;
    const where = (verb: 'grant-manage' | 'audit') =>
      environments
        .filter(environment =>
          judge(verb, accessResource(environment, domainRef, owners)),
        )
        .map(({ cluster }) => cluster);
    const manages = this.#options.changesAllowed ? where('grant-manage') : [];
    const audits = where('audit');
    const refusal = (verb: 'grant-manage' | 'audit') =>
      refusalOf(verb, roles, `in ${domainRef}`, whomToAsk(rights));
    return {
      subject: rights.info(callerRef),
      mayManage: manages.length > 0,
      mayAudit: audits.length > 0,
      manages,
      audits,
      ...(manages.length > 0 ? {} : { refusal: refusal('grant-manage') }),
      ...(audits.length > 0 ? {} : { auditRefusal: refusal('audit') }),
    };
  }
}

function rolesOf(roles: Roles): Role[] {
  return Object.entries(roles)
    .map(([name, verbs]) => ({
      name,
      rank: rankOf(roles, name),
      verbs: [...verbs],
    }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.verbs.length - b.verbs.length ||
        a.name.localeCompare(b.name),
    );
}

function refOf({ principal }: Caller): string {
  return principal.userEntityRef.toLocaleLowerCase('en-US');
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) {
    return 0;
  }
  if (!/^\d{1,9}$/.test(cursor)) {
    throw new InputError('The cursor is not one that a page has given');
  }
  return Number(cursor);
}
