import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  AccessApi,
  AccessPageQuery,
  AccessWriteOptions,
  AuditEntry,
  AuditFilter,
  AuditPage,
  EndedRights,
  Explanation,
  GrantChange,
  GrantInput,
  GrantPatch,
  GrantRecord,
  Preview,
  Remark,
  RightsMatrix,
  RightsMemberPage,
  Role,
} from '@domaindeck/backstage-plugin-access-common';
import { AccessWorld, subjectOf } from './AccessWorld';
import { entryOfChange } from './entryOfChange';
import { pageOfAudit } from './pageOfAudit';
import {
  differenceOf,
  explanationOf,
  matrixOf,
  membersOf,
  verbsOf,
  visibleTo,
} from './rightsOf';

type Method = keyof AccessApi;

/**
 * The contract of the `access` backend in memory, for tests and development apps: one domain, whatever entity is asked
 * for. Rights, explanations and previews are computed from the grants, and what the backend would refuse is refused.
 * @public
 */
export class InMemoryAccessApi implements AccessApi {
  #world: AccessWorld;
  readonly #now: () => number;
  readonly #failures = new Map<Method, Error>();
  readonly #answers = new Map<string, GrantRecord>();
  readonly #calls: Method[] = [];
  #made = 0;

  /** @param now - Milliseconds since the epoch, for the times of what is written. */
  static create(
    world: AccessWorld,
    now: () => number = Date.now,
  ): InMemoryAccessApi {
    return new InMemoryAccessApi(world, now);
  }

  private constructor(world: AccessWorld, now: () => number) {
    this.#world = world;
    this.#now = now;
  }

  /** The calls so far, in order. */
  calls(): readonly Method[] {
    return this.#calls;
  }

  /** Makes a method throw until {@link InMemoryAccessApi.mend} is called. */
  fail(method: Method, error: Error): void {
    this.#failures.set(method, error);
  }

  /** Makes a method work again. */
  mend(method: Method): void {
    this.#failures.delete(method);
  }

  /** Replaces parts of the world: what the next question of a page gets. */
  set(part: Partial<AccessWorld>): void {
    this.#world = { ...this.#world, ...part };
  }

  /** The world as it is now. */
  world(): AccessWorld {
    return this.#world;
  }

  async getRoles(): Promise<{ items: Role[] }> {
    this.#called('getRoles');
    return { items: [...this.#world.roles] };
  }

  async getRights(_entityRef: string): Promise<RightsMatrix> {
    this.#called('getRights');
    return matrixOf(this.#visible());
  }

  async getRightsMembers(
    _entityRef: string,
    query: AccessPageQuery & { readonly group: string; readonly q?: string },
  ): Promise<RightsMemberPage> {
    this.#called('getRightsMembers');
    const q = (query.q ?? '').toLocaleLowerCase('en-US');
    const found = membersOf(this.#visible(), query.group).filter(member =>
      member.subject.title.toLocaleLowerCase('en-US').includes(q),
    );
    return { items: found.slice(0, query.limit ?? 50), total: found.length };
  }

  async getEndedRights(_entityRef: string): Promise<EndedRights> {
    this.#called('getEndedRights');
    return this.#world.ended ?? { items: [], ask: [] };
  }

  async explain(query: { readonly subject?: string }): Promise<Explanation> {
    this.#called('explain');
    return explanationOf(this.#visible(), query.subject ?? this.#world.caller);
  }

  async getGrants(): Promise<{ items: GrantRecord[] }> {
    this.#called('getGrants');
    const world = this.#visible();
    return {
      items: world.grants
        .filter(({ ended }) => !ended)
        .map(grant => ({
          ...grant,
          editable: grant.source === 'database' && this.#manages(world),
        })),
    };
  }

  async createGrant(
    input: GrantInput,
    options: AccessWriteOptions = {},
  ): Promise<GrantRecord> {
    this.#called('createGrant');
    return this.#once(options, () => {
      this.#save({ type: 'create', grant: input });
      const [newest] = this.#world.grants.slice(-1);
      return newest;
    });
  }

  async updateGrant(
    id: string,
    patch: GrantPatch,
    options: AccessWriteOptions = {},
  ): Promise<GrantRecord> {
    this.#called('updateGrant');
    return this.#once(options, () => {
      const { revision } = this.#grant(id);
      if (patch.revision !== undefined && patch.revision !== revision) {
        throw new ConflictError(`Grant ${id} was changed by somebody else`);
      }
      this.#save({ type: 'update', id, patch });
      return this.#grant(id);
    });
  }

  async deleteGrant(id: string, why?: string): Promise<void> {
    this.#called('deleteGrant');
    this.#save({ type: 'delete', id }, why);
  }

  async preview(request: { readonly change: GrantChange }): Promise<Preview> {
    this.#called('preview');
    return this.#preview(request.change);
  }

  async getAudit(
    query: AuditFilter & AccessPageQuery = {},
  ): Promise<AuditPage> {
    this.#called('getAudit');
    return pageOfAudit(this.#audit(), query);
  }

  async exportAudit(
    request: AuditFilter & { readonly format: 'csv' | 'json' },
  ): Promise<Blob> {
    this.#called('exportAudit');
    const { items } = pageOfAudit(this.#audit(), {
      ...request,
      limit: Infinity,
    });
    const text =
      request.format === 'json'
        ? JSON.stringify(items)
        : items
            .map(({ at, who, verb, outcome }) =>
              [at, who.ref, verb, outcome].join(','),
            )
            .join('\n');
    return new Blob([text], {
      type: request.format === 'json' ? 'application/json' : 'text/csv',
    });
  }

  #called(method: Method): void {
    this.#calls.push(method);
    const failure = this.#failures.get(method);
    if (failure) {
      throw failure;
    }
  }

  #visible(): AccessWorld {
    const world = visibleTo(this.#world, this.#world.caller);
    if (world.environments.length === 0) {
      throw new NotFoundError('No such domain in this world');
    }
    return world;
  }

  #audit(): readonly AuditEntry[] {
    const { audits } = matrixOf(this.#visible()).caller;
    if (audits.length === 0) {
      throw new NotAllowedError('Reading the record needs owner or auditor');
    }
    return this.#world.audit;
  }

  #manages(world: AccessWorld): boolean {
    return world.environments.some(({ cluster }) =>
      verbsOf(world, world.caller, cluster).includes('access.grant-manage'),
    );
  }

  #grant(id: string): GrantRecord {
    const grant = this.#world.grants.find(one => one.id === id);
    if (!grant) {
      throw new NotFoundError(`No such grant: ${id}`);
    }
    return grant;
  }

  async #once(
    options: AccessWriteOptions,
    write: () => GrantRecord,
  ): Promise<GrantRecord> {
    const key = options.idempotencyKey;
    const known = key === undefined ? undefined : this.#answers.get(key);
    const answer = known ?? write();
    if (key !== undefined) {
      this.#answers.set(key, answer);
    }
    return answer;
  }

  #changed(change: GrantChange): { world: AccessWorld; subject: string } {
    const { grants, caller } = this.#world;
    if (change.type === 'create') {
      const { subject, ...rest } = change.grant;
      const grant: GrantRecord = {
        ...rest,
        where: rest.where ?? {},
        id: `new-${this.#made + 1}`,
        subject: subjectOf(this.#world, subject),
        by: subjectOf(this.#world, caller),
        at: new Date(this.#now()).toISOString(),
        source: 'database',
        revision: 1,
        editable: true,
        ended: false,
      };
      return { world: { ...this.#world, grants: [...grants, grant] }, subject };
    }
    const grant = this.#grant(change.id);
    const next: GrantRecord =
      change.type === 'delete'
        ? { ...grant, ended: true }
        : {
            ...grant,
            ...change.patch,
            until:
              change.patch.until === undefined
                ? grant.until
                : change.patch.until ?? undefined,
            revision: (grant.revision ?? 0) + 1,
          };
    return {
      world: {
        ...this.#world,
        grants: grants.map(one => (one.id === grant.id ? next : one)),
      },
      subject: grant.subject.ref,
    };
  }

  #preview(change: GrantChange): Preview {
    const before = this.#visible();
    const { world, subject } = this.#changed(change);
    const after = { ...world, environments: before.environments };
    const difference = differenceOf(before, after, subject);
    return {
      ...difference,
      refusals: this.#refusals(change, before, after),
      warnings:
        difference.counts.gaining + difference.counts.losing > 0
          ? []
          : [{ code: 'changes-nothing', message: 'It changes nothing' }],
    };
  }

  #refusals(
    change: GrantChange,
    before: AccessWorld,
    after: AccessWorld,
  ): Remark[] {
    if (!this.#manages(before)) {
      return [{ code: 'not-yours', message: 'Changing grants needs owner' }];
    }
    if (
      change.type !== 'create' &&
      this.#grant(change.id).source === 'config'
    ) {
      return [{ code: 'from-config', message: 'It stands in the config' }];
    }
    return this.#manages(after)
      ? []
      : [{ code: 'own-right', message: 'You would lose this right yourself' }];
  }

  #save(change: GrantChange, why?: string): void {
    const [refusal] = this.#preview(change).refusals;
    if (refusal) {
      throw refusal.code === 'not-yours'
        ? new NotAllowedError(refusal.message)
        : new InputError(refusal.message);
    }
    const before = this.#world;
    const { world, subject } = this.#changed(change);
    this.#made += 1;
    const entry = entryOfChange({
      number: this.#made,
      at: new Date(this.#now()).toISOString(),
      grantId: change.type === 'create' ? `new-${this.#made}` : change.id,
      subject,
      before,
      after: world,
      why,
    });
    this.#world = { ...world, audit: [entry, ...before.audit] };
  }
}
