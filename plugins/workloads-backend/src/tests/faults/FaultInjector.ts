import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { Chance } from './Chance';
import { FaultKind, faultKinds } from './faultKinds';
import { ModelServer, RequestFault } from './ModelServer';
import { ModelWire } from './ModelWire';

/** The one kind of the model world that comes with what was installed. */
const OPTIONAL = 'horizontalpodautoscalers';

const REQUEST_FAULTS: Partial<Record<FaultKind, RequestFault>> = {
  '410 as the status': 'expired',
  '429 with Retry-After': 'throttled',
  '500 as the status': 'failed',
  'request reset': 'reset',
  'request without an answer': 'hangs',
  'page of a proxy': 'strange page',
  'list that breaks off': 'breaks off',
  'list that stalls': 'stalls',
};

/** Few kinds at a time let each do its work; all at once would mostly be a cluster that is away. */
function someKinds(chance: Chance): readonly FaultKind[] {
  const share = chance.between(0.1, 0.7);
  const some = faultKinds.filter(() => chance.happens(share));
  return some.length > 0 ? some : [chance.pick(faultKinds)];
}

/** Injects faults into servers, at random moments, of the kinds that a schedule is made of. */
export class FaultInjector {
  /** How many of each kind were injected. */
  readonly injected = new Map<FaultKind, number>();
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #servers: readonly ModelServer[];
  readonly #kinds: readonly FaultKind[];
  readonly #meanWaitMs: number;
  #cancel = () => {};

  /** @param kinds - some that chance chooses, unless told */
  static create(
    clock: Clock,
    chance: Chance,
    servers: readonly ModelServer[],
    kinds?: readonly FaultKind[],
  ): FaultInjector {
    return new FaultInjector(clock, chance, servers, kinds);
  }

  private constructor(
    clock: Clock,
    chance: Chance,
    servers: readonly ModelServer[],
    kinds?: readonly FaultKind[],
  ) {
    this.#clock = clock;
    this.#chance = chance;
    this.#servers = servers;
    this.#kinds = kinds ?? someKinds(chance);
    this.#meanWaitMs = chance.between(500, 8_000);
  }

  start(): void {
    this.#cancel = this.#clock.after(
      this.#chance.wait(this.#meanWaitMs),
      () => {
        const kind = this.#chance.pick(this.#kinds);
        if (this.#inject(kind, this.#chance.pick(this.#servers))) {
          this.injected.set(kind, (this.injected.get(kind) ?? 0) + 1);
        }
        this.start();
      },
    );
  }

  stop(): void {
    this.#cancel();
    this.#servers.forEach(server => server.calm());
  }

  /** @returns whether there was something to do it to */
  #inject(kind: FaultKind, server: ModelServer): boolean {
    const resource = this.#chance.pick(server.resources);
    const requestFault = REQUEST_FAULTS[kind];
    if (requestFault) {
      server.fail(resource, requestFault);
      // Where all is well nobody asks, and the fault would wait for ever.
      if (this.#chance.happens(0.7)) {
        server.wires(resource).forEach(wire => wire.end());
      }
      return true;
    }
    return (
      this.#spoilCluster(kind, server, resource) ||
      this.#spoilWire(kind, server)
    );
  }

  #spoilWire(kind: FaultKind, server: ModelServer): boolean {
    const wires = server.wires();
    if (wires.length === 0) {
      return false;
    }
    const wire = this.#chance.pick(wires);
    return this.#spoil(kind, wire);
  }

  #spoil(kind: FaultKind, wire: ModelWire): boolean {
    switch (kind) {
      case 'connection reset':
        wire.reset();
        return true;
      case 'half-close':
        wire.end();
        return true;
      case 'half-close within a line':
        wire.spoilNext('cut');
        return true;
      case 'black hole of a watch':
        wire.silence();
        return true;
      case 'delayed events':
        wire.hold(this.#chance.between(100, 30_000));
        return true;
      case 'slow trickle':
        wire.spoilNext('trickled');
        return true;
      case 'duplicate events':
        wire.repeat();
        return true;
      case 'lost event':
        wire.spoilNext('lost');
        return true;
      case 'garbled line':
        wire.spoilNext('garbled');
        return true;
      case '410 in the stream':
        wire.send('ERROR', { kind: 'Status', code: 410, reason: 'Expired' });
        return true;
      case '500 in the stream':
        wire.send('ERROR', { kind: 'Status', code: 500, message: 'etcd' });
        return true;
      default:
        return false;
    }
  }

  #spoilCluster(
    kind: FaultKind,
    server: ModelServer,
    resource: string,
  ): boolean {
    const { weather } = server;
    const until = (from: number, to: number) =>
      this.#clock.now().getTime() + this.#chance.between(from, to);
    const store = server.store(resource);
    switch (kind) {
      case 'black hole of a cluster':
        weather.silentUntil = until(5_000, 60_000);
        server.wires().forEach(wire => wire.silence());
        return true;
      case 'token expiry':
        weather.unauthorizedUntil = until(1_000, 40_000);
        return true;
      case 'lost rights':
        weather.deniedUntil.set(resource, until(2_000, 90_000));
        if (this.#chance.happens(0.5)) {
          server.wires(resource).forEach(wire => wire.end());
        }
        return true;
      case 'kind that disappears':
        weather.absentUntil.set(OPTIONAL, until(2_000, 90_000));
        server.store(OPTIONAL).wipe();
        server.wires(OPTIONAL).forEach(wire => wire.end());
        return true;
      case '404 for everything':
        weather.strangerUntil = until(2_000, 20_000);
        server.wires().forEach(wire => wire.end());
        return true;
      case 'compaction':
        store.compact();
        server.forgetSnapshots();
        return true;
      case 'restart':
        this.#restart(server);
        return true;
      case 'restart with a lower version':
        if (this.#chance.happens(0.5)) {
          server.resources.forEach(name => server.store(name).backUp());
          return false;
        }
        return this.#restore(server);
      case 'clock skew':
        weather.skewMs = this.#chance.between(-600_000, 600_000);
        return true;
      case 'lists as watches change':
        weather.watchList = this.#chance.pick([
          'granted',
          'refused',
          'ignored',
        ]);
        return true;
      default:
        return false;
    }
  }

  #restart(server: ModelServer): void {
    const { weather } = server;
    weather.refusesUntil =
      this.#clock.now().getTime() + this.#chance.between(200, 5_000);
    server.wires().forEach(wire => wire.reset());
  }

  #restore(server: ModelServer): boolean {
    const restored = server.resources.filter(name =>
      server.store(name).restore(),
    );
    if (restored.length === 0) {
      return false;
    }
    server.forgetSnapshots();
    server.weather.future = this.#chance.pick(['refused', 'waits']);
    this.#restart(server);
    return true;
  }
}
