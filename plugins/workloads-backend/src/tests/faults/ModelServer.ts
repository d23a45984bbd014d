import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { Chance } from './Chance';
import { ModelAnswer, ModelAnswers } from './ModelAnswers';
import { ModelBody } from './ModelBody';
import { ModelLists } from './ModelLists';
import { ModelStore, sequenceOf } from './ModelStore';
import { ModelWire } from './ModelWire';

const BOOKMARK_EVERY_MS = 60_000;

/** One request that goes wrong. */
export type RequestFault =
  | 'expired'
  | 'throttled'
  | 'failed'
  | 'reset'
  | 'hangs'
  | 'strange page'
  | 'breaks off'
  | 'stalls';

/** What is wrong with a server for a while. */
export interface Weather {
  /** Until then every connection is refused. */
  refusesUntil: number;
  /** Until then nothing is answered, and nothing said. */
  silentUntil: number;
  /** Until then no credential is taken. */
  unauthorizedUntil: number;
  /** Until then something else answers 404 to everything. */
  strangerUntil: number;
  /** Its clock minus ours. */
  skewMs: number;
  /** What becomes of the wish for a list as a watch. */
  watchList: 'granted' | 'refused' | 'ignored';
  /** What becomes of a watch from a version that is not there yet. */
  future: 'refused' | 'waits';
  /** Until when a kind may not be read. */
  readonly deniedUntil: Map<string, number>;
  /** Until when there is no such kind. */
  readonly absentUntil: Map<string, number>;
}

interface Request {
  readonly resource: string;
  readonly query: URLSearchParams;
  readonly identitiesOnly: boolean;
}

function isReading({ query, identitiesOnly }: Request): boolean {
  const begins =
    query.get('watch') === 'true'
      ? query.get('sendInitialEvents') === 'true'
      : !query.has('continue');
  return begins && !identitiesOnly;
}

/** An API server without a network, with faults that are switched on from outside. */
export class ModelServer {
  readonly weather: Weather = {
    refusesUntil: 0,
    silentUntil: 0,
    unauthorizedUntil: 0,
    strangerUntil: 0,
    skewMs: 0,
    watchList: 'granted',
    future: 'waits',
    deniedUntil: new Map(),
    absentUntil: new Map(),
  };
  /** How often somebody began to read everything of a kind. */
  reads = 0;
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #write: ModelAnswers;
  readonly #lists: ModelLists;
  readonly #stores: ReadonlyMap<string, ModelStore>;
  readonly #wires = new Map<string, Set<ModelWire>>();
  readonly #faults = new Map<string, RequestFault[]>();
  #cancelBookmarks = () => {};

  static create(
    clock: Clock,
    chance: Chance,
    resources: readonly string[],
  ): ModelServer {
    const server = new ModelServer(clock, chance, resources);
    server.#bookmarkSoon();
    return server;
  }

  private constructor(
    clock: Clock,
    chance: Chance,
    resources: readonly string[],
  ) {
    this.#clock = clock;
    this.#chance = chance;
    this.#write = ModelAnswers.create(
      () => clock.now().getTime() + this.weather.skewMs,
      chance,
    );
    this.#lists = ModelLists.create(this.#write, chance);
    const now = () => clock.now().getTime();
    this.#stores = new Map(
      resources.map(resource => [resource, ModelStore.create(now)]),
    );
  }

  get resources(): readonly string[] {
    return [...this.#stores.keys()];
  }

  /** @throws RangeError for an unknown resource */
  store(resource: string): ModelStore {
    const store = this.#stores.get(resource);
    if (!store) {
      throw new RangeError(`There is no store of ${resource}`);
    }
    return store;
  }

  /** The open watches of a resource, or of all. */
  wires(resource?: string): readonly ModelWire[] {
    return [...this.#wires]
      .filter(([name]) => resource === undefined || name === resource)
      .flatMap(([, wires]) => [...wires])
      .filter(({ body }) => !body.closed);
  }

  /** The next request for a resource goes wrong. */
  fail(resource: string, fault: RequestFault): void {
    this.#faults.set(resource, [...(this.#faults.get(resource) ?? []), fault]);
  }

  /** Pages of lists that are under way cannot be had any more. */
  forgetSnapshots(): void {
    this.#lists.forget();
  }

  /** From now on it behaves, save for what is broken already. */
  calm(): void {
    this.#faults.clear();
    this.weather.refusesUntil = 0;
    this.weather.silentUntil = 0;
    this.weather.unauthorizedUntil = 0;
    this.weather.strangerUntil = 0;
    this.weather.deniedUntil.clear();
    this.weather.absentUntil.clear();
  }

  stop(): void {
    this.#cancelBookmarks();
  }

  answer(url: URL, accept: string | undefined): ModelAnswer {
    const { weather } = this;
    const now = this.#clock.now().getTime();
    const resource = url.pathname.split('/').at(-1) ?? '';
    if (now < weather.refusesUntil) {
      return { kind: 'refuses' };
    }
    if (now < weather.silentUntil) {
      return { kind: 'hangs' };
    }
    if (now < weather.strangerUntil) {
      return this.#write.status(404, 'page not found');
    }
    if (now < weather.unauthorizedUntil) {
      return this.#write.status(401, 'Unauthorized');
    }
    if (!this.#stores.has(resource)) {
      return this.#write.ofItself(resource);
    }
    if (now < (weather.absentUntil.get(resource) ?? 0)) {
      return this.#write.status(404, 'the server could not find the resource');
    }
    if (now < (weather.deniedUntil.get(resource) ?? 0)) {
      return this.#write.status(403, `${resource} is forbidden`);
    }
    const request: Request = {
      resource,
      query: url.searchParams,
      identitiesOnly: accept?.includes('PartialObjectMetadata') ?? false,
    };
    if (isReading(request)) {
      this.reads += 1;
    }
    return this.#misbehave(request) ?? this.#behave(request);
  }

  #behave(request: Request): ModelAnswer {
    if (request.query.get('watch') !== 'true') {
      return this.#list(request);
    }
    return request.query.get('sendInitialEvents') === 'true'
      ? this.#listAsWatch(request)
      : this.#watch(request, request.query.get('resourceVersion') ?? '');
  }

  #misbehave(request: Request): ModelAnswer | undefined {
    const fault = this.#faults.get(request.resource)?.shift();
    switch (fault) {
      case 'expired':
        return this.#write.status(410, 'too old resource version', {
          reason: 'Expired',
        });
      case 'throttled':
        return this.#write.status(429, 'too many requests', {
          retryAfter: this.#write.retryAfter(),
        });
      case 'failed':
        return this.#write.status(500, 'etcdserver: leader changed');
      case 'reset':
        return { kind: 'resets' };
      case 'hangs':
        return { kind: 'hangs' };
      case 'strange page':
        return this.#write.respond(200, '<html>Sign in</html>');
      case 'breaks off':
      case 'stalls':
        return this.#haltingList(request, fault);
      default:
        return undefined;
    }
  }

  #haltingList(request: Request, how: 'breaks off' | 'stalls'): ModelAnswer {
    const answer = this.#behave(request);
    if (answer.kind !== 'response' || request.query.get('watch') === 'true') {
      return answer;
    }
    const body = ModelBody.create();
    body.push(Buffer.from('{"metadata":{},"items":[{"metadata":{"name":"'));
    if (how === 'breaks off') {
      this.#clock.after(1, () => body.fail(new Error('other side closed')));
    }
    return { ...answer, body, stalls: how === 'stalls' };
  }

  #list({ resource, query, identitiesOnly }: Request): ModelAnswer {
    return this.#lists.page(this.store(resource), query, identitiesOnly);
  }

  #listAsWatch(request: Request): ModelAnswer {
    const { watchList } = this.weather;
    if (watchList === 'refused') {
      return this.#write.status(422, 'sendInitialEvents is forbidden', {
        reason: 'Invalid',
      });
    }
    const store = this.store(request.resource);
    return this.#watch(request, store.version, wire => {
      store.objects.forEach(object => wire.send('ADDED', object));
      if (watchList === 'granted') {
        sendBookmark(wire, store, true);
      }
    });
  }

  #watch(
    { resource }: Request,
    version: string,
    begin: (wire: ModelWire) => void = () => {},
  ): ModelAnswer {
    const store = this.store(resource);
    const missed = store.since(version);
    const wire = ModelWire.create(this.#clock, this.#chance);
    if (missed === 'expired') {
      return this.#tooOld(wire);
    }
    if (missed === 'future' && this.weather.future === 'refused') {
      return this.#write.status(504, 'Too large resource version', {
        details: { causes: [{ reason: 'ResourceVersionTooLarge' }] },
      });
    }
    begin(wire);
    if (missed !== 'future') {
      missed.forEach(({ type, object }) => wire.send(type, object));
    }
    // One that waits for the future hears nothing of what comes before it.
    const from = missed === 'future' ? sequenceOf(version) : 0;
    const stop = store.follow(({ type, object, sequence }) => {
      if (sequence > from) {
        wire.send(type, object);
      }
    });
    const wires = this.#wires.get(resource) ?? new Set();
    this.#wires.set(resource, wires.add(wire));
    wire.body.onClose(() => {
      stop();
      wires.delete(wire);
    });
    return this.#write.head(200, wire.body);
  }

  /** As the status or, as soon as it begins, inside the stream. */
  #tooOld(wire: ModelWire): ModelAnswer {
    const status = { kind: 'Status', code: 410, reason: 'Expired' };
    if (this.#chance.happens(0.5)) {
      return this.#write.status(410, 'too old resource version', status);
    }
    wire.send('ERROR', status);
    return this.#write.head(200, wire.body);
  }

  #bookmarkSoon(): void {
    this.#cancelBookmarks = this.#clock.after(BOOKMARK_EVERY_MS, () => {
      for (const [resource, wires] of this.#wires) {
        wires.forEach(wire => sendBookmark(wire, this.store(resource), false));
      }
      this.#bookmarkSoon();
    });
  }
}

function sendBookmark(
  wire: ModelWire,
  { version }: ModelStore,
  endsInitialEvents: boolean,
): void {
  const annotations = endsInitialEvents
    ? { 'k8s.io/initial-events-end': 'true' }
    : undefined;
  wire.send('BOOKMARK', {
    metadata: { resourceVersion: version, annotations },
  });
}
