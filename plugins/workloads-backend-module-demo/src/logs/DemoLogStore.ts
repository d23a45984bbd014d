import { createInterface } from 'node:readline';
import { ServiceUnavailableError } from '@backstage/errors';
import { request } from 'undici';
import { z } from 'zod';
import { DemoAccess } from '../access/readDemoAccess';

/** Runs that one request names, so that its address stays short. */
const RUNS_AT_ONCE = 100;

const runs = z.object({
  keptFor: z.string(),
  now: z.number(),
  items: z.array(
    z.object({
      id: z.number(),
      pod: z.string(),
      podUid: z.string(),
      container: z.string(),
      startedAt: z.number(),
      endedAt: z.number().optional(),
    }),
  ),
});

/** What a demo cluster knows of the runs of a namespace. */
export type DemoRuns = z.infer<typeof runs>;
/** One life of a container, from a start to its end. */
export type DemoRun = DemoRuns['items'][number];

/** The log store that answers beside the API of a demo cluster. */
export class DemoLogStore {
  readonly #access: DemoAccess;

  static create(access: DemoAccess): DemoLogStore {
    return new DemoLogStore(access);
  }

  private constructor(access: DemoAccess) {
    this.#access = access;
  }

  get cluster(): string {
    return this.#access.cluster;
  }

  async runs(namespace: string, signal: AbortSignal): Promise<DemoRuns> {
    const body = await this.#get('runs', [['namespace', namespace]], signal);
    return runs.parse(await body.json());
  }

  /**
   * The lines of runs, one run after the other and each in the order of time.
   * @param from - milliseconds since 1970
   * @param to - not included
   */
  async *lines(
    ids: readonly number[],
    from: number,
    to: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly [run: number, at: string, text: string]> {
    for (let index = 0; index < ids.length; index += RUNS_AT_ONCE) {
      const body = await this.#get(
        'lines',
        [
          ...ids
            .slice(index, index + RUNS_AT_ONCE)
            .map(id => ['run', String(id)] as const),
          ['from', String(from)],
          ['to', String(to)],
        ],
        signal,
      );
      for await (const text of createInterface({ input: body })) {
        // Hundreds of thousands come at once; the store is of the same repository.
        yield JSON.parse(text) as [number, string, string];
      }
    }
  }

  async #get(
    what: string,
    query: readonly (readonly [name: string, value: string])[],
    signal: AbortSignal,
  ) {
    const { cluster, url, token } = this.#access;
    const parameters = new URLSearchParams(query.map(pair => [...pair]));
    try {
      const { statusCode, body } = await request(
        `${url}/demo/logs/${what}?${parameters}`,
        { headers: { authorization: `Bearer ${token}` }, signal },
      );
      if (statusCode !== 200) {
        await body.dump();
        throw new Error(`it answers ${statusCode}`);
      }
      return body;
    } catch (error) {
      signal.throwIfAborted();
      throw new ServiceUnavailableError(
        `The demo's log store of ${cluster} gives no lines: ${
          (error as Error).message
        }`,
      );
    }
  }
}
