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
    let known = await heads.get();
    yield [...(await this.#first(visitor, request, sent)), { type: 'synced' }];
    if (request.poll) {
      yield [{ type: 'end', reason: 'poll' }];
      return;
    }
    let beatAt = now() + HEARTBEAT;
    while (!signal.aborted && !shutdown.aborted) {
      await heads.next(beatAt - now(), [signal, shutdown]);
      if (signal.aborted || shutdown.aborted) {
        break;
      }
      const isBeat = now() >= beatAt;
      if (isBeat) {
        visitor = await gate.enter(reader.credentials);
        beatAt = now() + HEARTBEAT;
      }
      const versions = await heads.get();
      const isNews = isBeat || !isSame(known, versions);
      known = versions;
      const records = isNews
        ? await this.#changes(visitor, request, sent, entries)
        : [];
      if (isRevoked(request, sent)) {
        yield [...records, { type: 'end', reason: 'revoked' }];
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
    if (request.id !== undefined) {
      return this.#changesOfOne(visitor, request, sent, entries);
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

  async #changesOfOne(
    visitor: Visitor,
    request: WatchRequest,
    sent: Map<string, number>,
    entries: { last?: string },
  ): Promise<WatchRecord[]> {
    const id = request.id ?? '';
    const environment = await this.#given.store.find(id);
    if (!environment || !visitor.may('env-view', environment)) {
      return drop(id, sent);
    }
    return sent.get(id) === environment.version
      ? []
      : [
          ...(await this.#tell(visitor, request, [environment], sent)),
          ...(await this.#news(id, entries)),
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

/** Whether nothing was written in between. */
function isSame(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): boolean {
  return (
    before.size === now.size &&
    [...now].every(([id, version]) => before.get(id) === version)
  );
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
