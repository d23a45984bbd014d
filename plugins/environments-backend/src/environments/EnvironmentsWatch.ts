import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  WatchRecord,
  WatchRequest,
} from '@domaindeck/backstage-plugin-environments-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { EnvironmentGate, Visitor } from './EnvironmentGate';
import { Heads } from './Heads';
import { RecordBuilder } from './RecordBuilder';

/** Milliseconds between signs of life; proxies commonly cut connections that are silent for 30 s or 60 s. */
const HEARTBEAT = 15_000;
/** Milliseconds after which a poll without changes is answered. */
const POLL = 25_000;
const MOST = 500;

/** What {@link EnvironmentsWatch} needs. */
export interface EnvironmentsWatchOptions {
  readonly gate: EnvironmentGate;
  readonly heads: Heads;
  readonly records: RecordBuilder;
  readonly store: EnvironmentStore;
  readonly clock: Clock;
  /** The process ends. */
  readonly shutdown: AbortSignal;
}

/** What one reader is told of. */
interface Reader {
  readonly credentials: BackstageCredentials;
  readonly request: WatchRequest;
  /** The reader has gone. */
  readonly signal: AbortSignal;
}

/** Streams the present state of environments, then what changes. Rights are judged again with every sign of life. */
export class EnvironmentsWatch {
  readonly #given: EnvironmentsWatchOptions;

  static create(options: EnvironmentsWatchOptions): EnvironmentsWatch {
    return new EnvironmentsWatch(options);
  }

  private constructor(options: EnvironmentsWatchOptions) {
    this.#given = options;
  }

  /** @throws NotFoundError for one environment that the caller may not view */
  async *watch(reader: Reader): AsyncGenerator<readonly WatchRecord[]> {
    const { clock, gate, heads, shutdown } = this.#given;
    const { request, signal } = reader;
    const now = () => clock.now().getTime();
    let visitor = await gate.enter(reader.credentials);
    const sent = new Map<string, number>();
    const entries = await this.#lastEntry(request.id);
    yield [...(await this.#first(visitor, request, sent)), { type: 'synced' }];
    let beatAt = now() + HEARTBEAT;
    const pollUntil = request.poll ? now() + POLL : Infinity;
    while (!signal.aborted && !shutdown.aborted) {
      await heads.next(Math.min(beatAt, pollUntil) - now(), [signal, shutdown]);
      if (signal.aborted || shutdown.aborted) {
        break;
      }
      const isBeat = now() >= beatAt;
      if (isBeat) {
        visitor = await gate.enter(reader.credentials);
        beatAt = now() + HEARTBEAT;
      }
      const records = await this.#changes(visitor, request, sent, entries);
      if (isRevoked(request, sent)) {
        yield [...records, { type: 'end', reason: 'revoked' }];
        return;
      }
      if (request.poll && (records.length > 0 || now() >= pollUntil)) {
        yield [...records, { type: 'end', reason: 'poll' }];
        return;
      }
      if (isBeat) {
        const at = clock.now().toISOString();
        yield [...records, { type: 'heartbeat', at }];
      } else if (records.length > 0) {
        yield records;
      }
    }
    if (shutdown.aborted) {
      yield [{ type: 'end', reason: 'shutdown' }];
    }
  }

  async #first(
    visitor: Visitor,
    request: WatchRequest,
    sent: Map<string, number>,
  ): Promise<WatchRecord[]> {
    const environments =
      request.id === undefined
        ? await this.#list(visitor, request)
        : [await visitor.find(request.id)];
    return this.#tell(visitor, request, environments, sent);
  }

  async #changes(
    visitor: Visitor,
    request: WatchRequest,
    sent: Map<string, number>,
    entries: { last?: string },
  ): Promise<WatchRecord[]> {
    const { heads, store } = this.#given;
    const versions = await heads.get();
    if (request.id !== undefined) {
      const isNew = versions.get(request.id) !== sent.get(request.id);
      const environment = isNew ? await store.find(request.id) : undefined;
      const records =
        environment && visitor.may('env-view', environment)
          ? await this.#tell(visitor, request, [environment], sent)
          : [];
      return environment && records.length === 0
        ? drop(request.id, sent)
        : [...records, ...(isNew ? await this.#news(request.id, entries) : [])];
    }
    const isSame =
      [...versions].every(([id, version]) => sent.get(id) === version) &&
      sent.size === versions.size;
    if (isSame) {
      return [];
    }
    const listed = await this.#list(visitor, request);
    const changed = listed.filter(one => sent.get(one.id) !== one.version);
    const gone = [...sent.keys()].filter(
      id => !listed.some(one => one.id === id),
    );
    return [
      ...(await this.#tell(visitor, request, changed, sent)),
      ...gone.flatMap(id => drop(id, sent)),
    ];
  }

  async #list(
    visitor: Visitor,
    { domain }: WatchRequest,
  ): Promise<readonly StoredEnvironment[]> {
    if (!visitor.viewable) {
      return [];
    }
    const { items } = await this.#given.store.list({
      filter: visitor.viewable,
      ...(domain === undefined ? { person: visitor.asker.ref } : { domain }),
      limit: MOST,
    });
    return items;
  }

  async #tell(
    visitor: Visitor,
    request: WatchRequest,
    environments: readonly StoredEnvironment[],
    sent: Map<string, number>,
  ): Promise<WatchRecord[]> {
    const { records, store } = this.#given;
    const told: WatchRecord[] = [];
    for (const environment of environments) {
      sent.set(environment.id, environment.version);
      told.push({
        type: 'upsert',
        item: await records.build(environment, visitor.verbs(environment)),
      });
      if (request.id !== undefined) {
        const items = [...(await store.steps(environment.id))];
        told.push({ type: 'steps', id: environment.id, items });
      }
    }
    return told;
  }

  async #lastEntry(id: string | undefined): Promise<{ last?: string }> {
    if (id === undefined) {
      return {};
    }
    const { items } = await this.#given.store.history(id, { limit: 1 });
    return { last: items[0]?.id };
  }

  async #news(id: string, entries: { last?: string }): Promise<WatchRecord[]> {
    const items = await this.#given.store.historySince(id, entries.last);
    entries.last = items[items.length - 1]?.id ?? entries.last;
    return items.map(item => ({ type: 'history', id, item }));
  }
}

function drop(id: string, sent: Map<string, number>): WatchRecord[] {
  return sent.delete(id) ? [{ type: 'delete', id }] : [];
}

/** The one environment that is watched may not be viewed any more. */
function isRevoked(
  { id }: WatchRequest,
  sent: ReadonlyMap<string, number>,
): boolean {
  return id !== undefined && !sent.has(id);
}
