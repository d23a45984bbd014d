import { join } from 'node:path';
import { ModuleProcess } from '../../process/ModuleProcess';
import { REPOSITORY } from '../../repository';
import { LoadAddress, LoadClusters } from '../load/LoadClusters';
import { GaugeFigures } from './gauge';

/** Who keeps the pods of clusters in memory. */
export type Keeper = 'ours' | 'peer';

const HERE = join(REPOSITORY, 'packages/e2e/src/bench/cache');

const MODULES: Readonly<Record<Keeper, string>> = {
  ours: join(
    REPOSITORY,
    'plugins/workloads-backend/src/__testUtils__/cacheProcess.ts',
  ),
  peer: join(HERE, 'informerProcess.ts'),
};

/** A cache of clusters under measurement, in a process of its own. */
export class CacheProcess {
  readonly #process: ModuleProcess;

  static async start(
    keeper: Keeper,
    options: {
      readonly execArgv?: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<CacheProcess> {
    const child = ModuleProcess.start(
      MODULES[keeper],
      [
        '--expose-gc',
        ...(options.execArgv ?? []),
        ...['--require', join(HERE, 'gauge.ts')],
      ],
      options.env,
    );
    const cache = new CacheProcess(child);
    // Until all modules are loaded.
    await cache.gauge();
    return cache;
  }

  private constructor(child: ModuleProcess) {
    this.#process = child;
  }

  /** Begins to read; waits for nothing. */
  watch(clusters: readonly LoadAddress[]): Promise<void> {
    return this.#process.call('start', clusters);
  }

  waitForPods(count: number): Promise<void> {
    return this.#process.call('waitForPods', count);
  }

  /** Waits until everything that a load has changed has arrived. */
  async waitForAllOf(load: LoadClusters): Promise<void> {
    const marks = [...(await load.marks()).values()].flat();
    await this.#process.call(
      'waitForMarks',
      marks.reduce((sum, mark) => sum + mark, 0),
    );
  }

  waitForMark(
    cluster: string,
    pod: { readonly namespace: string; readonly name: string },
    mark: number,
  ): Promise<void> {
    return this.#process.call('waitForMark', { cluster, mark, ...pod });
  }

  waitForState(cluster: string, state: string): Promise<void> {
    return this.#process.call('waitForState', { cluster, state });
  }

  counts(): Promise<{ pods: number; rows: number; marks: number }> {
    return this.#process.call('counts');
  }

  /** Reads what the process has used, after a collection. */
  gauge(): Promise<GaugeFigures> {
    return this.#process.call('gauge');
  }

  stop(): Promise<void> {
    return this.#process.stop();
  }
}
