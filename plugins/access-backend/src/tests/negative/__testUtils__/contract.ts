import { randomUUID } from 'node:crypto';
import { readOpenApiSpec } from '../../../http/readOpenApiSpec';

/** One call of the HTTP contract. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
}

/** What a request asks about. */
export interface Target {
  /** Name of the domain. */
  readonly domain: string;
  readonly cluster: string;
  /** Of a grant that reaches that domain in that cluster. */
  readonly grantId: string;
}

/**
 * `view`: whoever views something of the domain. `nobody`: backends only. `none`: everybody who is signed in. Otherwise
 * the verb.
 */
export type Needs = 'none' | 'nobody' | 'view' | 'audit' | 'grant-manage';

interface Call {
  readonly needs: Needs;
  readonly query?: (target: Target) => Record<string, string>;
  readonly body?: (target: Target) => object;
}

const entityOf = ({ domain }: Target) => `domain:default/${domain}`;
const grantOf = (target: Target) => ({
  subject: 'group:default/quality',
  domains: [entityOf(target)],
  where: { clusters: [target.cluster] },
  role: 'viewer',
  why: 'helps for a while',
});

const CALLS: Readonly<Record<string, Call>> = {
  GetRoles: { needs: 'none' },
  GetEntityRights: { needs: 'view' },
  GetRightsMembers: {
    needs: 'view',
    query: ({ domain }) => ({
      group:
        domain === 'rides'
          ? 'group:default/rides-developers'
          : 'group:default/payments-platform',
    }),
  },
  // Tells only of oneself; of a domain in which one held nothing as of one that does not exist.
  GetEndedRights: { needs: 'none' },
  ExplainAccess: {
    needs: 'view',
    query: target => ({ entity: entityOf(target) }),
  },
  GetGrants: { needs: 'view', query: target => ({ entity: entityOf(target) }) },
  CreateGrant: { needs: 'grant-manage', body: grantOf },
  UpdateGrant: { needs: 'grant-manage', body: () => ({ why: 'a week more' }) },
  DeleteGrant: { needs: 'grant-manage', query: () => ({ why: 'is over' }) },
  PreviewGrant: {
    needs: 'view',
    body: target => ({
      entity: entityOf(target),
      change: { type: 'create', grant: grantOf(target) },
    }),
  },
  GetAudit: { needs: 'audit', query: target => ({ entity: entityOf(target) }) },
  ExportAudit: {
    needs: 'audit',
    body: target => ({ entity: entityOf(target), format: 'json' }),
  },
  GetStoredGrants: { needs: 'nobody' },
  BeginAudit: {
    needs: 'nobody',
    body: target => ({
      who: 'user:default/owner',
      verb: 'workloads.log-download',
      domains: [entityOf(target)],
      environment: { cluster: target.cluster, namespace: 'payments-dev' },
      outcome: 'started',
      requestId: randomUUID(),
    }),
  },
  EndAudit: { needs: 'nobody', body: () => ({ outcome: 'done' }) },
};

/** Every call of the contract. One that the matrix does not know yet fails it, so that none is born unguarded. */
export async function readOperations(): Promise<readonly Operation[]> {
  const { paths } = (await readOpenApiSpec()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'parameters')
      .map(([method, { operationId: id }]) => {
        if (!Object.hasOwn(CALLS, id)) {
          throw new Error(
            `${id} is not in the matrix of the negative suite: say in contract.ts what it needs and which verb it takes`,
          );
        }
        return { id, method: method.toUpperCase(), path };
      }),
  );
}

/** What a call needs. */
export function needsOf({ id }: Operation): Needs {
  return CALLS[id].needs;
}

/** Whether a call is about one cluster of a domain, not about the domain as such. */
export function namesCluster({ id }: Operation): boolean {
  return ['CreateGrant', 'UpdateGrant', 'DeleteGrant'].includes(id);
}

/** The call about a target, ready to be sent. */
export function requestFor(
  operation: Operation,
  target: Target,
): { method: string; path: string; body?: object } {
  const values: Record<string, string> = {
    kind: 'domain',
    namespace: 'default',
    name: target.domain,
    id: target.grantId,
  };
  const { query, body } = CALLS[operation.id];
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => {
    if (!Object.hasOwn(values, name)) {
      throw new Error(`${operation.path} has the unknown parameter ${name}`);
    }
    return values[name];
  });
  const search = query ? `?${new URLSearchParams(query(target))}` : '';
  return {
    method: operation.method,
    path: `${path}${search}`,
    body: body?.(target),
  };
}
