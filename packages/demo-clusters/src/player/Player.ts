import { ObjectWriter } from '../apiserver/ObjectWriter';
import { findKind } from '../model/resourceTypes';
import { ObjectStore } from '../store/ObjectStore';
import { Random } from '../store/identity';
import { World } from '../worlds/World';

/** What the controllers work on. */
export interface PlayerOptions {
  readonly store: ObjectStore;
  readonly clock: () => number;
  readonly random: Random;
}

/** Fills a store with a world. */
export class Player {
  readonly writer: ObjectWriter;

  private constructor(options: PlayerOptions) {
    this.writer = ObjectWriter.create({
      store: options.store,
      now: options.clock,
      random: options.random,
    });
  }

  static create(options: PlayerOptions): Player {
    return new Player(options);
  }

  load(world: World, _controllers: boolean): void {
    const kinds = ['Namespace'];
    for (const manifest of [...world.manifests].sort(
      (a, b) => kinds.indexOf(b.kind) - kinds.indexOf(a.kind),
    )) {
      const type = findKind(manifest.apiVersion, manifest.kind);
      if (type) {
        this.writer.create(type, manifest.metadata.namespace, manifest);
      }
    }
  }

  start(): void {}

  tick(): void {}

  stop(): void {}
}
