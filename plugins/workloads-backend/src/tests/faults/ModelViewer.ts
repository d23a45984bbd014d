import { isDeepStrictEqual } from 'node:util';
import {
  ClusterStatus,
  StreamRecord,
  Workload,
} from '@domaindeck/backstage-plugin-workloads-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { WorkloadsService } from '../../workloads';
import { Chance } from './Chance';

/** The service below the authorising layer judges nobody. */
const credentials: BackstageCredentials = {
  $$type: '@backstage/BackstageCredentials',
  principal: 'viewer',
};

/** What a page shows of a cluster. */
function shownOf({ name, state, reason }: ClusterStatus) {
  return { name, state, reason };
}

/** A page that is open: it takes a snapshot, follows the stream, is slow at times, and loses its connection. */
export class ModelViewer {
  /** What was wrong with what it was told. */
  readonly problems: string[] = [];
  readonly #name: string;
  readonly #service: WorkloadsService;
  readonly #entityRef: string;
  readonly #clock: Clock;
  readonly #chance: Chance;
  #items = new Map<string, Workload>();
  #clusters = new Map<string, ClusterStatus>();
  #revision = '';
  #stopped = false;
  #calm = false;
  #leave = new AbortController();
  #running: Promise<void> | undefined;

  static create(options: {
    name: string;
    service: WorkloadsService;
    entityRef: string;
    clock: Clock;
    chance: Chance;
  }): ModelViewer {
    return new ModelViewer(options);
  }

  private constructor(options: {
    name: string;
    service: WorkloadsService;
    entityRef: string;
    clock: Clock;
    chance: Chance;
  }) {
    this.#name = options.name;
    this.#service = options.service;
    this.#entityRef = options.entityRef;
    this.#clock = options.clock;
    this.#chance = options.chance;
  }

  start(): void {
    this.#running ??= this.#run().catch(error => {
      this.problems.push(`${this.#name} met ${error}`);
    });
  }

  /** From now on it reads at once and stays. */
  calm(): void {
    this.#calm = true;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#leave.abort();
    await this.#running;
  }

  /** How what it shows differs from a new snapshot. */
  async differences(): Promise<readonly string[]> {
    const snapshot = await this.#service.getSnapshot({
      credentials,
      entityRef: this.#entityRef,
      filter: {},
    });
    const items = new Map(snapshot.items.map(item => [item.id, item]));
    const ids = new Set([...items.keys(), ...this.#items.keys()]);
    return [
      ...[...ids]
        .filter(id => !isDeepStrictEqual(items.get(id), this.#items.get(id)))
        .map(id => `${this.#name} shows ${id} wrongly`),
      ...(isDeepStrictEqual(
        snapshot.clusters.map(shownOf),
        [...this.#clusters.values()].map(shownOf),
      )
        ? []
        : [`${this.#name} shows the clusters wrongly`]),
    ];
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      await this.#takeSnapshot();
      let known = true;
      while (known && !this.#stopped) {
        known = await this.#follow();
        await this.#pause(0.5);
      }
    }
  }

  async #takeSnapshot(): Promise<void> {
    const snapshot = await this.#service.getSnapshot({
      credentials,
      entityRef: this.#entityRef,
      filter: {},
    });
    this.#moveTo(snapshot.revision);
    this.#items = new Map(snapshot.items.map(item => [item.id, item]));
    this.#clusters = new Map(snapshot.clusters.map(each => [each.name, each]));
  }

  /** @returns whether its revision is still known */
  async #follow(): Promise<boolean> {
    this.#leave = new AbortController();
    const cancel = this.#calm
      ? () => {}
      : this.#clock.after(this.#chance.wait(30_000), () => this.#leave.abort());
    try {
      for await (const batch of this.#service.streamChanges({
        credentials,
        entityRef: this.#entityRef,
        revision: this.#revision,
        poll: this.#chance.happens(0.3),
        signal: this.#leave.signal,
      })) {
        for (const record of batch) {
          if (record.type === 'reset') {
            return false;
          }
          this.#apply(record);
        }
        await this.#pause(0.1);
      }
    } finally {
      cancel();
    }
    return true;
  }

  #apply(record: StreamRecord): void {
    switch (record.type) {
      case 'upsert':
        this.#moveTo(record.revision);
        this.#items.set(record.item.id, record.item);
        break;
      case 'delete':
        this.#moveTo(record.revision);
        this.#items.delete(record.id);
        break;
      case 'cluster':
        this.#moveTo(record.revision);
        this.#clusters.set(record.cluster.name, record.cluster);
        break;
      case 'heartbeat':
        this.#moveTo(record.revision);
        break;
      default:
    }
  }

  /** Revisions of one process only grow. */
  #moveTo(revision: string): void {
    const placeOf = (text: string) => Number(text.split('.')[1] ?? 0);
    if (placeOf(revision) < placeOf(this.#revision)) {
      this.problems.push(
        `${this.#name} was led back from ${this.#revision} to ${revision}`,
      );
    }
    this.#revision = revision;
  }

  async #pause(probability: number): Promise<void> {
    if (!this.#calm && !this.#stopped && this.#chance.happens(probability)) {
      await new Promise<void>(resolve => {
        this.#clock.after(this.#chance.wait(3_000), resolve);
      });
    }
  }
}
