import { ServiceUnavailableError } from '@backstage/errors';
import { Config } from '@backstage/config';
import {
  METRIC_PANELS,
  MetricPanelId,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricScope,
  MetricSource,
  MetricSourceAnswer,
  MetricSourceQuery,
} from '@domaindeck/backstage-plugin-workloads-node';
import { request } from 'undici';
import { z } from 'zod';
import { DemoAccess, readDemoAccess } from '../access/readDemoAccess';

const panelsAnswer = z.object({ items: z.array(z.string()) });

const seriesAnswer = z.object({
  items: z.array(
    z.object({
      pod: z.string().optional(),
      container: z.string().optional(),
      workload: z.string().optional(),
      subject: z.string().optional(),
      measure: z.string(),
      unit: z.literal('seconds').optional(),
      values: z.array(z.number().nullable()),
    }),
  ),
});

/** What a cluster of the demo may have none of, in words that say what it would need. */
const NEEDS: Partial<Record<MetricPanelId, string>> = {
  throttling: 'containers with a limit of CPU',
  volumes: 'volumes',
  quota: 'quotas',
};
/** Panels that a service's own measures fill. */
const OF_SERVICES: readonly MetricPanelId[] = ['requests', 'errors', 'latency'];

/** What the pods of one embedded cluster use and used: the same numbers as it tells of now. */
export class DemoMetricHistory implements MetricSource {
  readonly name = 'Demo history';
  readonly keptFor = 'PT24H';
  readonly #access: DemoAccess;

  /** @throws InputError when the config has no such cluster */
  static fromConfig(config: Config, cluster: string): DemoMetricHistory {
    return new DemoMetricHistory(readDemoAccess(config, cluster));
  }

  private constructor(access: DemoAccess) {
    this.#access = access;
  }

  /** {@inheritDoc MetricSource.panels} */
  async panels(
    namespaces: readonly string[],
    signal: AbortSignal,
  ): Promise<MetricPanelId[]> {
    const { items } = await this.#get(
      'panels',
      namespaces.map(namespace => ['namespace', namespace]),
      panelsAnswer,
      signal,
    );
    return METRIC_PANELS.flatMap(({ panel }) =>
      items.includes(panel) ? [panel] : [],
    );
  }

  /** {@inheritDoc MetricSource.needs} */
  needs(panel: MetricPanelId): string | undefined {
    return NEEDS[panel];
  }

  /** {@inheritDoc MetricSource.query} */
  async query(query: MetricSourceQuery): Promise<MetricSourceAnswer> {
    const { panel, from, to, step, signal } = query;
    const namespaces = [
      ...new Set(query.scopes.map(({ namespace }) => namespace)),
    ];
    const found = await Promise.all(
      namespaces.map(async namespace => {
        const scopes = query.scopes.filter(
          scope => scope.namespace === namespace,
        );
        const { items } = await this.#get(
          'series',
          Object.entries({ panel, namespace, from, to, step }).map(
            ([name, value]) => [name, String(value)],
          ),
          seriesAnswer,
          signal,
        );
        return items
          .filter(one => scopes.some(scope => isOf(scope, one)))
          .map(one => ({
            ...one,
            namespace,
            ...(OF_SERVICES.includes(panel) && { origin: 'OpenTelemetry' }),
          }));
      }),
    );
    return { series: found.flat(), partial: [] };
  }

  async #get<T>(
    what: string,
    query: string[][],
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const { cluster, url, token } = this.#access;
    try {
      const { statusCode, body } = await request(
        `${url}/demo/metrics/${what}?${new URLSearchParams(query)}`,
        { headers: { authorization: `Bearer ${token}` }, signal },
      );
      if (statusCode !== 200) {
        await body.dump();
        throw new Error(`it answered with ${statusCode}`);
      }
      return schema.parse(await body.json());
    } catch (error) {
      throw new ServiceUnavailableError(
        `The history of cluster ${cluster} does not answer: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }
}

function isOf(
  { pods, exceptPods = [], workloads = [], whole = false }: MetricScope,
  series: { readonly pod?: string; readonly workload?: string },
): boolean {
  const { pod, workload } = series;
  if (pod !== undefined) {
    return matchesOne(pod, pods) && !matchesOne(pod, exceptPods);
  }
  return workload === undefined
    ? whole
    : workloads.some(({ name }) => name === workload);
}

function matchesOne(name: string, patterns: readonly string[]): boolean {
  return patterns.some(pattern => new RegExp(`^(?:${pattern})$`).test(name));
}
