import { createHash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import {
  METRIC_PANELS,
  MetricPanelId,
  MetricsAnswer,
  MetricSeries,
  MetricsOverview,
  MetricSourceState,
  MetricsQuery,
  MetricWarning,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Clock,
  MetricScope,
  MetricSource,
  MetricSourceAnswer,
} from '@domaindeck/backstage-plugin-workloads-node';
import { EntityResolver } from '../entities';
import { LiveWorkloads } from '../live';
import { EntityRequest } from '../workloads';
import { askedSeries } from './askedSeries';
import { inTime } from './inTime';
import { isWithin, MetricScopes } from './MetricScopes';
import { SharedAnswers } from './SharedAnswers';
import { isAsked, shareOut } from './shareOut';
import { MetricsService } from './types';
import { MAX_DAYS, MetricWindow, windowOf } from './windowOf';

/** Lines of one panel that a page can draw and a person can tell apart. */
const MAX_SERIES = 200;
/** Milliseconds for which viewers share what a source has data of. */
const PANELS_LIFE_MS = 30_000;
/** Milliseconds for which they share an answer in which something is missing; it may soon be there. */
const PARTIAL_LIFE_MS = 15_000;

/** A source with what it is. */
export interface ClusterMetrics {
  readonly source: MetricSource;
  /** Whether it is a store, or what the cluster tells of now. */
  readonly kind: 'stored' | 'sampled';
}

/** What the service stands on. */
export interface MetricsServiceOptions {
  readonly resolver: EntityResolver;
  readonly live: LiveWorkloads;
  readonly clock: Clock;
  /** Undefined for a cluster that is not known. */
  readonly metricsOf: (cluster: string) => ClusterMetrics | undefined;
}

/** Reads the measures of the pods that a caller may see, from the source of each cluster. */
export class DefaultMetricsService implements MetricsService {
  readonly #options: MetricsServiceOptions;
  readonly #answers: SharedAnswers<MetricSourceAnswer>;
  readonly #panels: SharedAnswers<readonly MetricPanelId[]>;

  static create(options: MetricsServiceOptions): DefaultMetricsService {
    return new DefaultMetricsService(options);
  }

  private constructor(options: MetricsServiceOptions) {
    this.#options = options;
    this.#answers = SharedAnswers.create(options.clock);
    this.#panels = SharedAnswers.create(options.clock);
  }

  async getPanels(
    request: EntityRequest & { readonly signal: AbortSignal },
  ): Promise<MetricsOverview> {
    const { resolver } = this.#options;
    const scopes = await MetricScopes.resolve(this.#options, request);
    const looks = await Promise.all(
      scopes.clusters.map(cluster =>
        this.#look(cluster, scopes.namespaces(cluster)),
      ),
    );
    const available = new Set(looks.flatMap(({ panels }) => panels));
    return {
      environments: scopes.view.environments.map(environment => {
        const { cluster, namespace, tier } = environment;
        return {
          ref: `${cluster}/${namespace}`,
          cluster,
          namespace,
          tier,
          readable: scopes.isReadable(environment),
        };
      }),
      workloads: [
        ...new Set(
          scopes.clusters.flatMap(cluster =>
            scopes
              .namespaces(cluster)
              .flatMap(namespace =>
                scopes.workloads(cluster, namespace).map(({ name }) => name),
              ),
          ),
        ),
      ].sort((a, b) => a.localeCompare(b, 'en-US')),
      panels: METRIC_PANELS.map(({ panel, unit }) => ({
        panel,
        unit,
        state: available.has(panel) ? 'available' : 'absent',
      })),
      sources: looks.map(({ state }) => state),
      clusters: resolver.statuses(scopes.view.clusters),
      maxRange: `P${MAX_DAYS}D`,
    };
  }

  async query(
    request: EntityRequest & {
      readonly query: MetricsQuery;
      readonly signal: AbortSignal;
    },
  ): Promise<MetricsAnswer> {
    const { query } = request;
    const window = windowOf(query);
    const scopes = await MetricScopes.resolve(this.#options, request);
    const wanted = scopes.clusters.filter(
      cluster =>
        scopes.scopes(cluster, query.environments, query.workload).length > 0,
    );
    const parts = await Promise.all(
      wanted.map(cluster => this.#part(cluster, scopes, query, window)),
    );
    const { shown, warnings } = shareOut(
      parts.flatMap(part => part.series),
      MAX_SERIES,
    );
    return {
      panel: query.panel,
      unit: unitOf(query.panel),
      from: new Date(window.from).toISOString(),
      to: new Date(window.to).toISOString(),
      step: window.step / 1000,
      series: shown,
      sources: parts.map(({ state }) => state),
      warnings: [...parts.flatMap(part => part.warnings), ...warnings],
      clusters: this.#options.resolver.statuses(scopes.view.clusters),
    };
  }

  async #look(
    cluster: string,
    namespaces: readonly string[],
  ): Promise<{ panels: readonly MetricPanelId[]; state: MetricSourceState }> {
    const metrics = this.#options.metricsOf(cluster);
    try {
      const panels = await this.#panels.get(
        keyOf([cluster, [...namespaces].sort()]),
        () => PANELS_LIFE_MS,
        async () =>
          inTime(
            this.#options.clock,
            signal => metrics?.source.panels(namespaces, signal) ?? [],
          ),
      );
      return { panels, state: stateOf(cluster, metrics) };
    } catch (error) {
      return { panels: [], state: stateOf(cluster, metrics, error) };
    }
  }

  async #part(
    cluster: string,
    scopes: MetricScopes,
    query: MetricsQuery,
    window: MetricWindow,
  ): Promise<{
    series: readonly MetricSeries[];
    state: MetricSourceState;
    warnings: readonly MetricWarning[];
  }> {
    const metrics = this.#options.metricsOf(cluster);
    const wanted = scopes.scopes(cluster, query.environments, query.workload);
    try {
      const { series, partial } = await this.#ask(
        cluster,
        metrics,
        wanted.flatMap(({ parts }) => parts),
        query.panel,
        window,
      );
      const steps = (window.to - window.from) / window.step + 1;
      const measured = series
        .filter(one => isWithin(one, wanted))
        .map(one => ({ ...one, cluster, values: [...one.values] }));
      const asked = wanted.flatMap(({ parts: [{ namespace }] }) =>
        askedSeries(
          query.panel,
          scopes.workloads(cluster, namespace, query.workload),
          steps,
        ),
      );
      const keepsAsked = measured.some(isAsked);
      return {
        series: keepsAsked ? measured : [...measured, ...asked],
        state: stateOf(cluster, metrics),
        warnings: partial.map(message => ({
          cluster,
          code: 'partial',
          message,
        })),
      };
    } catch (error) {
      const state = stateOf(cluster, metrics, error);
      const message = state.reason ?? String(error);
      return {
        series: [],
        state,
        warnings:
          state.state === 'none' ? [] : [{ cluster, code: 'failing', message }],
      };
    }
  }

  #ask(
    cluster: string,
    metrics: ClusterMetrics | undefined,
    scopes: readonly MetricScope[],
    panel: MetricPanelId,
    window: MetricWindow,
  ): Promise<MetricSourceAnswer> {
    if (!metrics) {
      return Promise.resolve({ series: [], partial: [] });
    }
    // The question is shared, so that it ends with its time and not with whoever asked first.
    return this.#answers.get(
      keyOf([cluster, panel, window, scopes]),
      ({ partial }) =>
        partial.length > 0
          ? Math.min(window.step, PARTIAL_LIFE_MS)
          : window.step,
      () =>
        inTime(this.#options.clock, signal =>
          metrics.source.query({ panel, scopes, ...window, signal }),
        ),
    );
  }
}

function keyOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64');
}

function unitOf(panel: MetricPanelId) {
  return METRIC_PANELS.find(one => one.panel === panel)?.unit ?? 'count';
}

function stateOf(
  cluster: string,
  metrics: ClusterMetrics | undefined,
  error?: unknown,
): MetricSourceState {
  const { name, keptFor } = metrics?.source ?? {};
  if (error === undefined && metrics) {
    return { cluster, state: metrics.kind, name, keptFor };
  }
  const missing = !metrics || error instanceof NotFoundError;
  return {
    cluster,
    state: missing ? 'none' : 'failing',
    name,
    reason: error instanceof Error ? error.message : undefined,
  };
}
