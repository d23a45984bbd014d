import { ServiceUnavailableError } from '@backstage/errors';
import { Config } from '@backstage/config';
import {
  MetricSource,
  MetricSourceAnswer,
  MetricSourceQuery,
} from '@domaindeck/backstage-plugin-workloads-node';
import { request } from 'undici';
import { z } from 'zod';
import { DemoAccess, readDemoAccess } from '../access/readDemoAccess';

const PANELS = ['cpu', 'memory'] as const;

const answer = z.object({
  items: z.array(
    z.object({
      pod: z.string(),
      container: z.string(),
      cpu: z.array(z.number().nullable()),
      memory: z.array(z.number().nullable()),
    }),
  ),
});

/** What the pods of one embedded cluster use and used: the same numbers as it tells of now. */
export class DemoMetricHistory implements MetricSource {
  readonly name = 'Demo history';
  readonly #access: DemoAccess;

  /** @throws InputError when the config has no such cluster */
  static fromConfig(config: Config, cluster: string): DemoMetricHistory {
    return new DemoMetricHistory(readDemoAccess(config, cluster));
  }

  private constructor(access: DemoAccess) {
    this.#access = access;
  }

  async panels(): Promise<MetricSourceQuery['panel'][]> {
    return [...PANELS];
  }

  async query(query: MetricSourceQuery): Promise<MetricSourceAnswer> {
    const panel = PANELS.find(one => one === query.panel);
    if (!panel) {
      return { series: [], partial: [] };
    }
    const found = await Promise.all(
      query.scopes.map(async ({ namespace, pods }) => {
        const names = new RegExp(`^(?:${pods.join('|')})$`);
        const { items } = await this.#ask(namespace, query);
        return items
          .filter(({ pod }) => names.test(pod))
          .map(({ pod, container, ...values }) => ({
            namespace,
            pod,
            container,
            measure: 'usage',
            values: values[panel],
          }));
      }),
    );
    return { series: found.flat(), partial: [] };
  }

  async #ask(
    namespace: string,
    { from, to, step, signal }: MetricSourceQuery,
  ): Promise<z.infer<typeof answer>> {
    const { cluster, url, token } = this.#access;
    const parameters = new URLSearchParams({
      namespace,
      from: String(from),
      to: String(to),
      step: String(step),
    });
    try {
      const { statusCode, body } = await request(
        `${url}/demo/usage?${parameters}`,
        { headers: { authorization: `Bearer ${token}` }, signal },
      );
      if (statusCode !== 200) {
        await body.dump();
        throw new Error(`it answered with ${statusCode}`);
      }
      return answer.parse(await body.json());
    } catch (error) {
      throw new ServiceUnavailableError(
        `The history of cluster ${cluster} does not answer: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }
}
