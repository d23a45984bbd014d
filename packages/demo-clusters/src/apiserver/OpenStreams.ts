import { Gate } from '../faults/Gate';
import { Pod } from '../player/objects';
import { ObjectStore } from '../store/ObjectStore';
import { StatusError } from '../writes/StatusError';
import { Call, ResourceTarget } from './Call';
import { parseSelection } from './ListRequest';
import { parseLogOptions } from './LogOptions';
import { LogSession } from './LogSession';
import { WatchDefaults, parseWatchOptions } from './WatchOptions';
import { WatchSession } from './WatchSession';

/** What streams stand on. */
export interface OpenStreamsOptions {
  readonly store: ObjectStore;
  readonly gate: Gate;
  readonly watchDefaults: WatchDefaults;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The answers that do not end by themselves: watches, and logs that are followed. */
export class OpenStreams {
  readonly #options: OpenStreamsOptions;
  readonly #watches = new Set<WatchSession>();
  readonly #logs = new Set<LogSession>();

  private constructor(options: OpenStreamsOptions) {
    this.#options = options;
  }

  static create(options: OpenStreamsOptions): OpenStreams {
    return new OpenStreams(options);
  }

  /** Watches that are open at this moment. */
  get watches(): number {
    return this.#watches.size;
  }

  /** Ends every stream in good order. */
  end(): void {
    this.#watches.forEach(watch => watch.end());
    this.#logs.forEach(log => log.end());
  }

  /** Writes changes until the watch is over. */
  async watch(call: Call, target: ResourceTarget): Promise<void> {
    const { store, gate, watchDefaults } = this.#options;
    const { type, namespace, name } = target;
    const session = WatchSession.create(
      {
        store,
        type,
        selection: parseSelection(type, namespace, name, call.query),
        gate,
      },
      parseWatchOptions(call.query, watchDefaults),
      call.writer,
    );
    this.#watches.add(session);
    try {
      await session.run();
    } finally {
      this.#watches.delete(session);
    }
  }

  /** Writes the log of a pod. @throws StatusError 400, 404, 405 */
  async log(call: Call, verb: string, target: ResourceTarget): Promise<void> {
    const { store, gate, clock } = this.#options;
    const { type, namespace, name = '' } = target;
    if (verb !== 'get') {
      throw StatusError.methodNotAllowed();
    }
    const options = parseLogOptions(name, call.query, clock());
    const pod = () =>
      store.get(type, namespace, name)?.object as Pod | undefined;
    const found = pod();
    if (!found) {
      throw StatusError.notFound(type, name);
    }
    const scene = { pod, clock, gate };
    const session = LogSession.create(found, scene, options, call.writer);
    this.#logs.add(session);
    try {
      await session.execute();
    } finally {
      this.#logs.delete(session);
    }
  }
}
