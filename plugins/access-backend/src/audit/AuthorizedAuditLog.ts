import { randomUUID } from 'node:crypto';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  AuditEnd,
  AuditEntry,
  AuditFilter,
  AuditPage,
  AuditRecord,
} from '@domaindeck/backstage-plugin-access-common';
import { infoOf } from '../grants/grantRecord';
import { AccessAuthorizer } from '../permissions/AccessAuthorizer';
import { accessResource } from '../permissions/accessResource';
import { refusalOf } from '../permissions/refusalOf';
import { RightsCluster } from '../rights/guardOwners';
import { RightsSource } from '../rights/RightsSource';
import { Caller } from '../rights/types';
import { DomainResolver } from '../scope/DomainResolver';
import {
  AccessStore,
  AuditScope,
  EntryFilter,
  EntryPlace,
} from '../store/types';
import { auditEntry } from './auditEntry';
import { AuditLog } from './types';

/** Entries that an export reads at a time. */
const BATCH = 500;

/** What {@link AuthorizedAuditLog} needs. */
export interface AuditLogOptions {
  readonly store: AccessStore;
  readonly source: RightsSource;
  readonly resolver: DomainResolver;
  readonly authorizer: AccessAuthorizer;
  readonly clusters: readonly RightsCluster[];
  readonly now: () => Date;
}

/** Shows of the record the domains and clusters in which the caller holds `audit`. */
export class AuthorizedAuditLog implements AuditLog {
  readonly #options: AuditLogOptions;

  static create(options: AuditLogOptions): AuthorizedAuditLog {
    return new AuthorizedAuditLog(options);
  }

  private constructor(options: AuditLogOptions) {
    this.#options = options;
  }

  async list(request: {
    credentials: Caller;
    filter: AuditFilter;
    limit: number;
    cursor?: string;
  }): Promise<AuditPage> {
    const { store } = this.#options;
    const { limit, cursor } = request;
    const filter = await this.#filter(request.credentials, request.filter);
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const [items, counts] = await Promise.all([
      // One more than asked for tells whether there is a next page.
      store.listEntries(filter, { limit: limit + 1, after }),
      store.countEntries(filter),
    ]);
    const last = items.length > limit ? items[limit - 1] : undefined;
    return {
      items: items.slice(0, limit),
      counts,
      ...(last ? { nextCursor: cursorOf(last) } : {}),
    };
  }

  async export(request: {
    credentials: Caller;
    filter: AuditFilter;
  }): Promise<AsyncIterable<AuditEntry>> {
    const filter = await this.#filter(request.credentials, request.filter);
    return this.#pages(filter);
  }

  async begin(record: AuditRecord): Promise<string> {
    const { store, source, now } = this.#options;
    const { organisation } = await source.get();
    const id = randomUUID();
    await store.insertEntry(
      auditEntry(record, { id, now: now(), organisation }),
    );
    return id;
  }

  end(id: string, end: AuditEnd): Promise<void> {
    return this.#options.store.endEntry(id, end);
  }

  async *#pages(filter: EntryFilter): AsyncGenerator<AuditEntry> {
    let after: EntryPlace | undefined;
    for (;;) {
      const items = await this.#options.store.listEntries(filter, {
        limit: BATCH,
        after,
      });
      yield* items;
      after = items.at(-1);
      if (items.length < BATCH) {
        return;
      }
    }
  }

  async #filter(
    credentials: Caller,
    filter: AuditFilter,
  ): Promise<EntryFilter> {
    const { source, resolver, authorizer } = this.#options;
    const { entity, ...rest } = filter;
    const [view, snapshot, judge] = await Promise.all([
      entity === undefined ? undefined : resolver.view(entity, credentials),
      source.get(),
      authorizer.authorize(credentials),
    ]);
    const { organisation, roles } = snapshot;
    const domains = view
      ? [view.domainRef]
      : [...organisation.domainOwners.keys()];
    const scopes = this.#scopes(domains, (cluster, domainRef) =>
      judge(
        'audit',
        accessResource(
          cluster,
          domainRef,
          organisation.domainOwners.get(domainRef) ?? [],
        ),
      ),
    );
    if (scopes.length === 0) {
      const owners = view
        ? organisation.domainOwners.get(view.domainRef) ?? []
        : [];
      throw new NotAllowedError(
        refusalOf(
          'audit',
          roles,
          view ? `of ${view.domainRef}` : 'of any domain',
          owners.map(ref => infoOf(snapshot, ref)),
        ),
      );
    }
    return {
      ...rest,
      who: rest.who?.map(ref => ref.toLocaleLowerCase('en-US')),
      scopes,
    };
  }

  /** Domains with the same clusters together, so that a query stays short however many domains there are. */
  #scopes(
    domainRefs: readonly string[],
    may: (cluster: RightsCluster, domainRef: string) => boolean,
  ): AuditScope[] {
    const byClusters = new Map<string, AuditScope & { domainRefs: string[] }>();
    for (const domainRef of domainRefs) {
      const clusters = this.#options.clusters
        .filter(cluster => may(cluster, domainRef))
        .map(({ cluster }) => cluster);
      if (clusters.length > 0) {
        const key = clusters.join('\n');
        const known = byClusters.get(key) ?? { domainRefs: [], clusters };
        known.domainRefs.push(domainRef);
        byClusters.set(key, known);
      }
    }
    return [...byClusters.values()];
  }
}

function cursorOf({ at, id }: EntryPlace): string {
  return Buffer.from(`${at}|${id}`).toString('base64url');
}

function placeOf(cursor: string): EntryPlace {
  const [at, id, ...rest] = Buffer.from(cursor, 'base64url')
    .toString()
    .split('|');
  if (!id || rest.length > 0 || Number.isNaN(Date.parse(at))) {
    throw new InputError('The cursor is not one that a page has given');
  }
  return { at, id };
}
