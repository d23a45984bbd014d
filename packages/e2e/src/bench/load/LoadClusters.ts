import { join } from 'node:path';
import { ModuleProcess } from '../../process/ModuleProcess';
import { REPOSITORY } from '../../repository';
import { ChurnOptions, ChurnResult } from './Churn';
import { LoadCounts } from './LoadCluster';
import { LoadWorld } from './loadObjects';

const MODULE = join(REPOSITORY, 'packages/e2e/src/bench/load/loadProcess.ts');

/** How long changes may take beyond their time, in milliseconds. */
const LATE_MS = 60_000;

/** Where a cluster of a load is found. */
export interface LoadAddress {
  readonly name: string;
  readonly url: string;
  readonly token: string;
}

/** API servers under load, in a process of their own. */
export class LoadClusters {
  readonly #process: ModuleProcess;
  readonly clusters: readonly LoadAddress[];

  static async start(worlds: readonly LoadWorld[]): Promise<LoadClusters> {
    const child = ModuleProcess.start(MODULE);
    try {
      return new LoadClusters(child, await child.call('start', worlds));
    } catch (error) {
      await child.stop();
      throw error;
    }
  }

  private constructor(child: ModuleProcess, clusters: readonly LoadAddress[]) {
    this.#process = child;
    this.clusters = clusters;
  }

  /** Changes pods at an even rate; resolves when the last change was made. */
  churn(options: ChurnOptions): Promise<ChurnResult> {
    return this.#process.call(
      'churn',
      options,
      options.seconds * 1000 + LATE_MS,
    );
  }

  /** The marks of the pods of each cluster, in the order of its list. */
  marks(): Promise<ReadonlyMap<string, readonly number[]>> {
    return this.#process.call('marks');
  }

  /** Changes the first pod of a cluster. @returns its mark */
  touchFirst(cluster: string): Promise<number> {
    return this.#process.call('touchFirst', cluster);
  }

  silence(names: readonly string[], on: boolean): Promise<void> {
    return this.#process.call('silence', { names, on });
  }

  /**
   * Cuts all connections.
   * @param options.forget - whether watches can go on from where they were
   */
  cut(options: { names?: readonly string[]; forget: boolean }): Promise<void> {
    return this.#process.call('cut', options);
  }

  /** Of all clusters together. */
  async counts(): Promise<LoadCounts> {
    const all = await this.#process.call<LoadCounts[]>('counts');
    const sum = (name: keyof LoadCounts) =>
      all.reduce((total, counts) => total + counts[name], 0);
    return {
      lists: sum('lists'),
      watches: sum('watches'),
      initialWatches: sum('initialWatches'),
      other: sum('other'),
    };
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}
