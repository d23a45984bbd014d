import {
  EnvironmentState,
  Operation,
} from '@domaindeck/backstage-plugin-environments-common';
import { StoredEnvironment } from './types';

/** PostgreSQL gives large integers as texts. */
type Time = number | string;

/** What a record says of itself, as columns. */
export interface EnvironmentColumns {
  readonly state: EnvironmentState;
  readonly operation: Operation;
  readonly name: string;
  readonly domain: string;
  readonly cluster: string;
  readonly tier: string;
  readonly namespace: string;
  readonly namespace_uid: string | null;
  readonly baseline: string;
  readonly creator: string;
  readonly owner: string | null;
  readonly created_at: Time;
  readonly updated_at: Time;
  readonly ready_at: Time | null;
  readonly expires_at: Time;
  readonly pinned: boolean;
  readonly asleep_since: Time | null;
  readonly awake_since: Time | null;
  readonly awake_ms: Time;
  readonly generation: number;
  readonly due_at: Time | null;
  readonly service_names: string;
  readonly collaborators: string;
  readonly last_used: string | null;
  readonly problem: string | null;
  readonly given_secrets: string;
  readonly notices: string;
  readonly specification: string;
  readonly seen: string;
}

/** A row of `environments`. */
export interface EnvironmentRow extends EnvironmentColumns {
  readonly id: string;
  readonly version: number;
  readonly wish: number;
  readonly gone_at: Time | null;
  readonly lease_worker: string | null;
  readonly lease_token: string | null;
  readonly lease_until: Time | null;
}

/** Writes what a record says of itself. */
export function toColumns(
  environment: Omit<StoredEnvironment, 'id' | 'version' | 'wish'>,
): EnvironmentColumns {
  const { specification } = environment;
  return {
    state: environment.state,
    operation: environment.operation,
    name: environment.name,
    domain: environment.domain,
    cluster: environment.cluster,
    tier: environment.tier,
    namespace: environment.namespace,
    namespace_uid: environment.namespaceUid ?? null,
    baseline: environment.baseline,
    creator: environment.creator,
    owner: environment.owner ?? null,
    created_at: environment.createdAt,
    updated_at: environment.updatedAt,
    ready_at: environment.readyAt ?? null,
    expires_at: environment.expiresAt,
    pinned: environment.pinned,
    asleep_since: environment.asleepSince ?? null,
    awake_since: environment.awakeSince ?? null,
    awake_ms: environment.awakeMs,
    generation: environment.generation,
    due_at: environment.dueAt ?? null,
    service_names: specification.services.map(one => one.name).join('\n'),
    collaborators: JSON.stringify(environment.collaborators),
    last_used: toJson(environment.lastUsed),
    problem: toJson(environment.problem),
    given_secrets: JSON.stringify(environment.givenSecrets),
    notices: JSON.stringify(environment.notices),
    specification: JSON.stringify(specification),
    seen: JSON.stringify(environment.seen),
  };
}

/** Reads what {@link toColumns} wrote. */
export function fromRow(row: EnvironmentRow): StoredEnvironment {
  return {
    id: row.id,
    name: row.name,
    domain: row.domain,
    cluster: row.cluster,
    tier: row.tier,
    namespace: row.namespace,
    namespaceUid: row.namespace_uid ?? undefined,
    baseline: row.baseline,
    state: row.state,
    operation: row.operation,
    creator: row.creator,
    owner: row.owner ?? undefined,
    collaborators: JSON.parse(row.collaborators),
    specification: JSON.parse(row.specification),
    generation: row.generation,
    wish: row.wish,
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    readyAt: toTime(row.ready_at),
    expiresAt: Number(row.expires_at),
    // SQLite has no booleans.
    pinned: Boolean(row.pinned),
    asleepSince: toTime(row.asleep_since),
    awakeMs: Number(row.awake_ms),
    awakeSince: toTime(row.awake_since),
    lastUsed: fromJson<StoredEnvironment['lastUsed'] & object>(row.last_used),
    problem: fromJson<StoredEnvironment['problem'] & object>(row.problem),
    seen: JSON.parse(row.seen),
    givenSecrets: JSON.parse(row.given_secrets),
    notices: JSON.parse(row.notices),
    version: row.version,
    dueAt: toTime(row.due_at),
  };
}

/** The columns in which a record is to become another one. */
export function changedColumns(
  before: EnvironmentColumns,
  after: EnvironmentColumns,
): Partial<EnvironmentColumns> {
  const old: Readonly<Record<string, unknown>> = { ...before };
  return Object.fromEntries(
    Object.entries(after).filter(([column, value]) => value !== old[column]),
  );
}

function toTime(value: Time | null): number | undefined {
  return value === null ? undefined : Number(value);
}

function toJson(value: object | undefined): string | null {
  return value ? JSON.stringify(value) : null;
}

function fromJson<T extends object>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as T);
}
