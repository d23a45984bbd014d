import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { Chance } from './Chance';
import { modelNamespaces, modelObject } from './modelObject';
import { ModelServer } from './ModelServer';

/** Few names, so that they are used again and again. */
const NAMES = ['pricing', 'risk', 'orders', 'gateway', 'ledger', 'refunds'];

/** The life of the model world: things come, change, go, and come again under their names. */
export class WorldLife {
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #servers: readonly ModelServer[];
  readonly #meanWaitMs: number;
  #written = 0;
  #cancel = () => {};

  static create(
    clock: Clock,
    chance: Chance,
    servers: readonly ModelServer[],
  ): WorldLife {
    return new WorldLife(clock, chance, servers);
  }

  private constructor(
    clock: Clock,
    chance: Chance,
    servers: readonly ModelServer[],
  ) {
    this.#clock = clock;
    this.#chance = chance;
    this.#servers = servers;
    this.#meanWaitMs = chance.between(100, 4_000);
  }

  /** Puts the first objects into every server. */
  begin(): void {
    for (const server of this.#servers) {
      modelNamespaces.forEach(name =>
        this.#put(server, 'namespaces', name, name),
      );
      for (let count = this.#chance.below(40); count > 0; count -= 1) {
        this.#step(server);
      }
    }
  }

  start(): void {
    this.#cancel = this.#clock.after(
      this.#chance.wait(this.#meanWaitMs),
      () => {
        // Now and then much happens at once, as in a rollout.
        const steps = this.#chance.happens(0.1) ? this.#chance.below(30) : 1;
        for (let step = 0; step < steps; step += 1) {
          this.#step(this.#chance.pick(this.#servers));
        }
        this.start();
      },
    );
  }

  stop(): void {
    this.#cancel();
  }

  /** One write to every resource of every server, and a deletion to most. */
  lastWords(): void {
    for (const server of this.#servers) {
      for (const resource of server.resources) {
        const [first] = server.store(resource).objects;
        if (first && resource !== 'namespaces') {
          server.store(resource).remove(first);
        }
        const namespace = modelNamespaces[0];
        const name = resource === 'namespaces' ? namespace : 'last';
        this.#put(server, resource, namespace, name);
      }
    }
  }

  #step(server: ModelServer): void {
    const resource = this.#chance.pick(server.resources);
    const now = this.#clock.now().getTime();
    if (now < (server.weather.absentUntil.get(resource) ?? 0)) {
      return;
    }
    const store = server.store(resource);
    const namespace = this.#chance.pick(modelNamespaces);
    const name =
      resource === 'namespaces' ? namespace : this.#chance.pick(NAMES);
    const held = store.objects.find(
      ({ metadata }) =>
        metadata.name === name &&
        (metadata.namespace ?? namespace) === namespace,
    );
    const turn = this.#chance.next();
    if (turn < 0.05) {
      store.touch();
    } else if (held && turn < 0.3) {
      store.remove(held);
    } else if (held && turn < 0.8) {
      this.#put(server, resource, namespace, name, held.metadata.uid);
    } else {
      this.#put(server, resource, namespace, name);
    }
  }

  #put(
    server: ModelServer,
    resource: string,
    namespace: string,
    name: string,
    uid?: string,
  ): void {
    this.#written += 1;
    server.store(resource).put(
      modelObject(resource, {
        name,
        namespace,
        uid: uid ?? `uid-${this.#written}`,
        content: this.#written,
      }),
    );
  }
}
