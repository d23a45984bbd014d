import { isError, NotAllowedError } from '@backstage/errors';
import {
  Grant,
  GrantChange,
  GrantInput,
  GrantPatch,
  GrantRecord,
  hasEnded,
  Preview,
  Remark,
} from '@domaindeck/backstage-plugin-access-common';
import { AccessAuthorizer, AccessJudge } from '../permissions/AccessAuthorizer';
import { refusalOf } from '../permissions/refusalOf';
import { compareRights } from '../rights/compareRights';
import { DomainRights } from '../rights/DomainRights';
import { RightsCluster } from '../rights/guardOwners';
import { rightsRows } from '../rights/rightsRows';
import { RightsSnapshot, RightsSource, rulesOf } from '../rights/RightsSource';
import { Caller } from '../rights/types';
import { DomainResolver } from '../scope/DomainResolver';
import { DomainView } from '../scope/types';
import { changed, GrantChanger } from './GrantChanger';
import { GrantPlan, GrantPlanner } from './GrantPlanner';
import { grantRecord } from './grantRecord';
import { reachOf } from './reachOf';
import { GrantsService, GrantWrite } from './types';

/** Why a change could not even be planned. */
const CODES: ReadonlyMap<string, Remark['code']> = new Map([
  ['InputError', 'invalid'],
  ['NotFoundError', 'invalid'],
  ['ConflictError', 'invalid'],
  ['NotAllowedError', 'from-config'],
]);

/** What {@link AuthorizedGrantsService} needs. */
export interface GrantsServiceOptions {
  readonly source: RightsSource;
  readonly resolver: DomainResolver;
  readonly authorizer: AccessAuthorizer;
  readonly planner: GrantPlanner;
  readonly changer: GrantChanger;
  readonly clusters: readonly RightsCluster[];
  readonly changesAllowed: boolean;
}

/** Shows grants to who views what they reach, and lets change them who holds `grant-manage` in all of it. */
export class AuthorizedGrantsService implements GrantsService {
  readonly #options: GrantsServiceOptions;

  static create(options: GrantsServiceOptions): AuthorizedGrantsService {
    return new AuthorizedGrantsService(options);
  }

  private constructor(options: GrantsServiceOptions) {
    this.#options = options;
  }

  async list(request: {
    credentials: Caller;
    entity?: string;
    ended: boolean;
  }): Promise<{ items: GrantRecord[] }> {
    const { source, resolver, authorizer } = this.#options;
    const { credentials, entity, ended } = request;
    const [view, snapshot, judge] = await Promise.all([
      entity === undefined ? undefined : resolver.view(entity, credentials),
      source.get(),
      authorizer.authorize(credentials),
    ]);
    const grants = rulesOf(snapshot).grants.filter(
      grant => ended || !hasEnded(grant, snapshot.now),
    );
    const shown = view
      ? grants.filter(grant => this.#reaches(grant, view, snapshot))
      : this.#ofAllDomains(grants, snapshot, judge);
    return {
      items: shown.map(grant => {
        const editable = this.#mayManage(grant, snapshot, judge);
        return grantRecord(snapshot, grant, {
          editable,
          // Who may change a grant may know all of it.
          clusters: editable
            ? undefined
            : view?.environments.map(({ cluster }) => cluster),
        });
      }),
    };
  }

  async create(
    request: GrantWrite & { grant: GrantInput },
  ): Promise<GrantRecord> {
    const { grant, ...write } = request;
    return this.#changed(write, { type: 'create', grant });
  }

  async update(
    request: GrantWrite & { id: string; patch: GrantPatch },
  ): Promise<GrantRecord> {
    const { id, patch, ...write } = request;
    return this.#changed(write, { type: 'update', id, patch });
  }

  async delete(
    request: GrantWrite & { id: string; why?: string },
  ): Promise<void> {
    const { id, why, ...write } = request;
    await this.#options.changer.change(write, { type: 'delete', id }, why);
  }

  async preview(request: {
    credentials: Caller;
    entity: string;
    change: GrantChange;
  }): Promise<Preview> {
    const { source, resolver, planner, changer } = this.#options;
    const { credentials, entity, change } = request;
    const [view, snapshot] = await Promise.all([
      resolver.view(entity, credentials),
      source.get(),
    ]);
    const callerRef = credentials.principal.userEntityRef;
    let plan: GrantPlan;
    try {
      plan = await planner.plan(credentials, change, 'new');
    } catch (error) {
      return this.#unplanned(view, snapshot, callerRef, error);
    }
    const before = rightsIn(view, plan.snapshot, plan.snapshot.stored);
    const after = rightsIn(
      view,
      plan.snapshot,
      changed(plan.snapshot.stored, plan),
    );
    const subject = (plan.after ?? plan.before)?.subject ?? callerRef;
    return {
      rows: rightsRows(after, callerRef).rows,
      ...compareRights(before, after, subject),
      refusals: [
        ...(plan.refusal === undefined
          ? []
          : [{ code: 'not-yours' as const, message: plan.refusal }]),
        ...changer.guard(plan, callerRef, plan.snapshot.stored),
      ],
    };
  }

  async #changed(write: GrantWrite, change: GrantChange): Promise<GrantRecord> {
    const record = await this.#options.changer.change(write, change);
    if (!record) {
      throw new Error('A grant that was given or changed has a record');
    }
    return record;
  }

  /** Nothing changes, and the reason why it could not be saved stands for the rest. */
  #unplanned(
    view: DomainView,
    snapshot: RightsSnapshot,
    callerRef: string,
    error: unknown,
  ): Preview {
    const code = isError(error) ? CODES.get(error.name) : undefined;
    if (!isError(error) || !code) {
      throw error;
    }
    const rights = rightsIn(view, snapshot, snapshot.stored);
    return {
      rows: rightsRows(rights, callerRef).rows,
      people: [],
      counts: { gaining: 0, losing: 0, unchanged: 0, streamsOf: 0 },
      refusals: [{ code, message: error.message }],
      warnings: [],
    };
  }

  #reaches(
    grant: Grant,
    { domainRef, environments }: DomainView,
    { organisation }: RightsSnapshot,
  ): boolean {
    return reachOf(grant, environments, organisation).some(
      place =>
        place.domainRef === domainRef &&
        environments.some(({ cluster }) => cluster === place.cluster),
    );
  }

  #ofAllDomains(
    grants: readonly Grant[],
    snapshot: RightsSnapshot,
    judge: AccessJudge,
  ): readonly Grant[] {
    const everything = {
      subject: '',
      domains: 'all' as const,
      where: {},
    };
    if (!this.#mayManage(everything, snapshot, judge)) {
      throw new NotAllowedError(
        refusalOf('grant-manage', snapshot.roles, 'in all domains', []),
      );
    }
    return grants.filter(grant => this.#mayManage(grant, snapshot, judge));
  }

  #mayManage(
    grant: Pick<Grant, 'subject' | 'domains' | 'where'>,
    { organisation }: RightsSnapshot,
    judge: AccessJudge,
  ): boolean {
    return (
      this.#options.changesAllowed &&
      reachOf(grant, this.#options.clusters, organisation).every(place =>
        judge('grant-manage', place),
      )
    );
  }
}

function rightsIn(
  view: DomainView,
  snapshot: RightsSnapshot,
  stored: readonly Grant[],
): DomainRights {
  return DomainRights.create({
    ...view,
    ...snapshot,
    grants: rulesOf(snapshot, stored).grants,
  });
}
