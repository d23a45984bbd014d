import { InputError } from '@backstage/errors';
import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MetricScope,
  MetricSource,
  MetricSourceAnswer,
  MetricSourceQuery,
} from '@domaindeck/backstage-plugin-workloads-node';
import { CATALOGUE, Measure } from '../catalogue';
import { PrometheusConfig } from '../config/readPrometheusConfig';
import { PrometheusClient } from '../http/PrometheusClient';
import { wordsOf } from '../http/responses';
import { printPresence, printQuery } from '../promql/print';
import { Matcher } from '../promql/types';
import { byFirstOrigin } from './byFirstOrigin';
import { rateWindow } from './rateWindow';
import { seriesOf } from './seriesOf';
import { Turns } from './Turns';

/** Questions that Prometheus has of a cluster at a time: all viewers together leave it room for its alerts. */
const AT_ONCE = 8;

/** The measures of one cluster, from the Prometheus that its config names. */
export class PrometheusMetricSource implements MetricSource {
  readonly name: string;
  readonly keptFor?: string;
  readonly rights: MetricSource['rights'];
  readonly #client: PrometheusClient;
  readonly #cluster: readonly Matcher[];
  readonly #scrapeInterval: number;
  readonly #turns = Turns.create(AT_ONCE);

  static create(options: {
    readonly config: PrometheusConfig;
    readonly client: PrometheusClient;
  }): PrometheusMetricSource {
    return new PrometheusMetricSource(options.config, options.client);
  }

  private constructor(config: PrometheusConfig, client: PrometheusClient) {
    this.name = client.name;
    this.keptFor = config.keptFor;
    this.rights = client.rights;
    this.#client = client;
    this.#cluster = Object.entries(config.labels).map(([label, value]) => ({
      label,
      is: '=',
      value,
    }));
    this.#scrapeInterval = config.scrapeInterval;
  }

  /** {@inheritDoc MetricSource.panels} */
  async panels(
    namespaces: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly MetricPanelId[]> {
    if (namespaces.length === 0) {
      return [];
    }
    const metrics = [...new Set(CATALOGUE.map(({ needs }) => needs))];
    const answer = await this.#client.now(
      printPresence(metrics, namespaces, this.#cluster),
      signal,
    );
    const present = new Set(
      answer.data.result.map(({ metric }) => metric.__name__),
    );
    return [
      ...new Set(
        CATALOGUE.filter(({ needs }) => present.has(needs)).map(
          ({ panel }) => panel,
        ),
      ),
    ];
  }

  /** {@inheritDoc MetricSource.needs} */
  needs(panel: MetricPanelId): string {
    const metrics = CATALOGUE.filter(one => one.panel === panel).map(
      ({ needs }) => needs,
    );
    return [...new Set(metrics)].join(', ');
  }

  /** {@inheritDoc MetricSource.query} */
  async query(query: MetricSourceQuery): Promise<MetricSourceAnswer> {
    const { panel, measures } = query;
    const asked = CATALOGUE.filter(
      one => one.panel === panel && (measures?.includes(one.measure) ?? true),
    );
    query.scopes.forEach(checkPods);
    const window = rateWindow(query.step, this.#scrapeInterval);
    const questions = query.scopes.flatMap(scope =>
      asked
        .filter(measure => isTold(measure, scope))
        .map(measure => ({
          scope,
          measure,
          text: printQuery(
            measure.query,
            { ...scope, cluster: this.#cluster },
            window,
          ),
        })),
    );
    const answers = await Promise.all(
      questions.map(async ({ scope, measure, text }) => {
        const answer = await this.#turns.take(
          () => this.#client.range(text, query, query.signal),
          query.signal,
        );
        return {
          series: seriesOf(answer, measure, scope, query),
          partial: wordsOf(answer),
        };
      }),
    );
    return {
      series: byFirstOrigin(
        answers.flatMap(({ series }) => series),
        query.scopes,
      ),
      partial: [...new Set(answers.flatMap(({ partial }) => partial))],
      queries: questions.map(({ text }) => text),
    };
  }
}

/** Whether a measure is told of something in a scope. */
function isTold(
  { told = { by: 'pods' } }: Measure,
  { pods, workloads = [], whole = false }: MetricScope,
): boolean {
  switch (told.by) {
    case 'pods':
      return pods.length > 0;
    case 'workloads':
      return workloads.some(({ kind }) => kind === told.kind);
    case 'services':
      return whole || workloads.length > 0;
    default:
      return whole;
  }
}

/** An expression that is none by itself could end the group around it and let others in. */
function checkPods({ pods, exceptPods = [] }: MetricScope): void {
  for (const pod of [...pods, ...exceptPods]) {
    try {
      RegExp(pod, 'u');
    } catch {
      throw new InputError(`"${pod}" is not an expression for names of pods`);
    }
  }
}
