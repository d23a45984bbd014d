import { randomUUID } from 'node:crypto';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  Grant,
  GrantChange,
  GrantRecord,
  Remark,
} from '@domaindeck/backstage-plugin-access-common';
import {
  AuditEvent,
  AuditService,
  runAudited,
} from '@domaindeck/backstage-plugin-access-node';
import { auditEntry } from '../audit/auditEntry';
import { guardOwners, RightsCluster } from '../rights/guardOwners';
import { RightsSnapshot, rulesOf } from '../rights/RightsSource';
import { AccessStore, GrantWriter, StoredGrant } from '../store/types';
import { GrantAudit, grantAuditRecord } from './grantAuditRecord';
import { GrantPlan, GrantPlanner } from './GrantPlanner';
import { grantRecord } from './grantRecord';
import { domainRefsOf } from './reachOf';
import { GrantWrite } from './types';

/** What {@link GrantChanger} needs. */
export interface GrantChangerOptions {
  readonly planner: GrantPlanner;
  readonly store: AccessStore;
  /** Backstage's auditor; the plugin's own record is written with the change. */
  readonly auditor: AuditService;
  readonly clusters: readonly RightsCluster[];
  readonly changesAllowed: boolean;
  readonly now: () => Date;
  /** Tells everybody who remembers decisions. */
  readonly onChange: () => Promise<void>;
}

/** Makes a change of a grant with everything that belongs to it, or leaves all as it was. */
export class GrantChanger {
  readonly #options: GrantChangerOptions;

  static create(options: GrantChangerOptions): GrantChanger {
    return new GrantChanger(options);
  }

  private constructor(options: GrantChangerOptions) {
    this.#options = options;
  }

  /**
   * @param why - of the end of a grant, which itself has none
   * @returns the grant; undefined for one that has ended. Throws as the changes of `GrantsService` do.
   */
  async change(
    write: GrantWrite,
    change: GrantChange,
    why?: string,
  ): Promise<GrantRecord | undefined> {
    const { planner, store, changesAllowed } = this.#options;
    if (!changesAllowed) {
      throw new NotAllowedError(
        'Grants cannot be changed while permission.enabled is not true, because then anybody could; switch permissions on, or set access.dangerouslyAllowActionsWithoutPermissions',
      );
    }
    const callerRef = write.credentials.principal.userEntityRef;
    const repeat = write.idempotencyKey
      ? {
          caller: callerRef,
          key: write.idempotencyKey,
          request: asJson({ change, why }),
        }
      : undefined;
    const answer =
      repeat && (await store.findAnswer<{ record?: GrantRecord }>(repeat));
    if (answer) {
      return answer.record;
    }
    const id = randomUUID();
    const plan = await planner.plan(write.credentials, change, id);
    const audit = grantAuditRecord(plan, {
      callerRef,
      requestId: write.requestId,
      why,
    });
    if (plan.refusal !== undefined) {
      await this.#noteRefusal(write, plan, audit, plan.refusal);
      throw new NotAllowedError(plan.refusal);
    }
    const done = await runAudited(
      this.#options.auditor,
      eventOf(write, audit),
      async () => ({
        result: await store.write(
          writer => this.#write(writer, plan, callerRef, audit),
          repeat,
        ),
      }),
    );
    await this.#options.onChange();
    return done.record;
  }

  /** Why a change that the caller may make must still not be made. */
  guard(
    plan: GrantPlan,
    callerRef: string,
    stored: readonly StoredGrant[],
  ): Remark[] {
    const { snapshot, before, after } = plan;
    const domainRefs = new Set(
      [before, after].flatMap(grant =>
        grant ? domainRefsOf(grant, snapshot.organisation) : [],
      ),
    );
    return guardOwners({
      before: rulesOf(snapshot, stored),
      after: rulesOf(snapshot, changed(stored, plan)),
      organisation: snapshot.organisation,
      callerRef,
      domainRefs: [...snapshot.organisation.domainOwners.keys()].filter(ref =>
        domainRefs.has(ref),
      ),
      clusters: this.#options.clusters,
      now: snapshot.now,
    });
  }

  async #write(
    writer: GrantWriter,
    plan: GrantPlan,
    callerRef: string,
    audit: GrantAudit,
  ): Promise<{ record?: GrantRecord }> {
    const now = this.#options.now();
    const { snapshot, before, after } = plan;
    const stored = await writer.listGrants();
    const current = stored.find(({ id }) => id === before?.id);
    if (before && current?.revision !== before.revision) {
      throw new ConflictError('Somebody has changed this grant since');
    }
    const remarks = this.guard(plan, callerRef, stored);
    if (remarks.length > 0) {
      throw new NotAllowedError(
        remarks.map(({ message }) => message).join('. '),
      );
    }
    const next = after && storedGrant(after, before, callerRef, now);
    if (next && before) {
      await writer.updateGrant(next);
    } else if (next) {
      await writer.insertGrant(next);
    } else if (before) {
      await writer.deleteGrant(before.id);
    }
    const entry = auditEntry(
      { ...audit.record, outcome: 'started' },
      {
        id: randomUUID(),
        now,
        organisation: snapshot.organisation,
        clusters: audit.clusters,
      },
    );
    await writer.insertEntry({
      ...entry,
      outcome: 'done',
      endedAt: now.toISOString(),
    });
    return next ? { record: this.#recordOf(snapshot, next) } : {};
  }

  #recordOf(snapshot: RightsSnapshot, grant: StoredGrant): GrantRecord {
    return grantRecord(snapshot, grant, { editable: true });
  }

  /** What was tried without the right to is on record too. */
  async #noteRefusal(
    write: GrantWrite,
    { snapshot: { organisation } }: GrantPlan,
    audit: GrantAudit,
    reason: string,
  ): Promise<void> {
    const { auditor, store, now } = this.#options;
    await auditor.refused(eventOf(write, audit), reason);
    await store.insertEntry(
      auditEntry(
        { ...audit.record, outcome: 'refused', reason },
        {
          id: randomUUID(),
          now: now(),
          organisation,
          clusters: audit.clusters,
        },
      ),
    );
  }
}

/** The grants of the database as they would be. */
export function changed(
  stored: readonly Grant[],
  { before, after }: Pick<GrantPlan, 'before' | 'after'>,
): Grant[] {
  const others = stored.filter(({ id }) => id !== before?.id);
  return after ? [...others, after] : others;
}

function storedGrant(
  grant: Grant,
  before: StoredGrant | undefined,
  by: string,
  now: Date,
): StoredGrant {
  return {
    ...grant,
    why: grant.why ?? '',
    by,
    at: now.toISOString(),
    revision: (before?.revision ?? 0) + 1,
  };
}

function eventOf(write: GrantWrite, { record }: GrantAudit): AuditEvent {
  const { before, after, ...told } = record;
  return {
    ...told,
    credentials: write.credentials,
    ...(before ? { before: asJson(before) } : {}),
    ...(after ? { after: asJson(after) } : {}),
  };
}

function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
