import { join } from 'node:path';
import { ModuleProcess } from '../../process/ModuleProcess';
import { REPOSITORY } from '../../repository';

const MODULE = join(
  REPOSITORY,
  'plugins/environments-backend/src/__testUtils__/lifeProcess.ts',
);

/** Milliseconds that a call may take: it makes a hundred environments. */
const LIMIT_MS = 600_000;

/** One environment that was made. */
export interface MadeEnvironment {
  readonly id: string;
  readonly namespace: string;
  /** Objects of its plan. */
  readonly objects: number;
  /** From the wish to the last object, without the time in which pods start. */
  readonly appliedMs: number;
}

/** A backend's work on environments in a process of its own, over one cluster. */
export class LifeProcess {
  readonly #child: ModuleProcess;

  /** @param services - of the baseline with which the cluster is filled */
  static async start(
    cluster: {
      readonly name: string;
      readonly url: string;
      readonly token: string;
      readonly ca?: string;
    },
    services: number,
  ): Promise<LifeProcess> {
    const child = ModuleProcess.start(MODULE, ['--expose-gc']);
    await child.call('open', { ...cluster, services }, LIMIT_MS);
    return new LifeProcess(child);
  }

  private constructor(child: ModuleProcess) {
    this.#child = child;
  }

  create(asked: {
    readonly first: number;
    readonly count: number;
    readonly chosen: number;
  }): Promise<readonly MadeEnvironment[]> {
    return this.#child.call('create', asked, LIMIT_MS);
  }

  /** Milliseconds to apply the objects of an environment into another namespace one after another, as a command line does. */
  applyAgain(id: string, namespace: string): Promise<number> {
    return this.#child.call('applyAgain', { id, namespace });
  }

  /** Does nothing for so long. @returns cores that it took */
  async idle(seconds: number): Promise<number> {
    const { cores } = await this.#child.call<{ cores: number }>(
      'idle',
      { seconds },
      LIMIT_MS,
    );
    return cores;
  }

  /** Bytes. */
  heap(): Promise<number> {
    return this.#child.call('heap');
  }

  /** Milliseconds from the end of each namespace until nothing is left of the environment. */
  remove(ids: readonly string[]): Promise<readonly number[]> {
    return this.#child.call('remove', { ids }, LIMIT_MS);
  }

  async stop(): Promise<void> {
    await this.#child.call('close').catch(() => {});
    await this.#child.stop();
  }
}
