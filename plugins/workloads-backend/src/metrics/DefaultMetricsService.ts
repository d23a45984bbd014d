import {
  METRIC_PANELS,
  MetricMarksAnswer,
  MetricMarksQuery,
  MetricPanelId,
  MetricsAnswer,
  MetricsOverview,
  MetricsQuery,
  MetricUsageAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { EntityResolver } from '../entities';
import { LiveWorkloads } from '../live';
import { EntityRequest } from '../workloads';
import { absenceOf } from './absenceOf';
import { askedSeries } from './askedSeries';
import { byPod } from './byPod';
import { ClusterMetrics, ClusterQuestions } from './ClusterQuestions';
import { ChangesOf, collectMarks } from './marks/collectMarks';
import { MetricScopes } from './MetricScopes';
import { isAsked, shareOut } from './shareOut';
import { MetricsService } from './types';
import { collectUsage } from './usage/collectUsage';
import { MAX_DAYS, windowOf } from './windowOf';

/** Lines of one panel that a page can draw and add up. */
const MAX_SERIES = 400;
/** What the service stands on. */
export interface MetricsServiceOptions {
  readonly resolver: EntityResolver;
  readonly live: LiveWorkloads;
  readonly clock: Clock;
  /** Undefined for a cluster that is not known. */
  readonly metricsOf: (cluster: string) => ClusterMetrics | undefined;
  /** The releases and scalings of workloads of an environment that are still known. */
  readonly changesOf: ChangesOf;
}

/** Reads the measures of the pods that a caller may see, from the source of each cluster. */
export class DefaultMetricsService implements MetricsService {
  readonly #options: MetricsServiceOptions;
  readonly #questions: ClusterQuestions;

  static create(options: MetricsServiceOptions): DefaultMetricsService {
    return new DefaultMetricsService(options);
  }

  private constructor(options: MetricsServiceOptions) {
    this.#options = options;
    this.#questions = ClusterQuestions.create(options);
  }

  async getPanels(
    request: EntityRequest & { readonly signal: AbortSignal },
  ): Promise<MetricsOverview> {
    const { resolver } = this.#options;
    const scopes = await MetricScopes.resolve(this.#options, request);
    const looks = await Promise.all(
      scopes.clusters.map(cluster =>
        this.#questions.look(cluster, scopes.namespaces(cluster)),
      ),
    );
    const isWhole = scopes.clusters.some(cluster =>
      scopes.scopes(cluster, undefined).some(({ whole }) => whole),
    );
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
      panels: METRIC_PANELS.map(({ panel, unit }) => {
        const absence = absenceOf(panel, looks, isWhole);
        return absence
          ? { panel, unit, state: 'absent', ...absence }
          : { panel, unit, state: 'available' };
      }),
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
    const steps = (window.to - window.from) / window.step + 1;
    const asked = (cluster: string) =>
      scopes
        .places(query.environments, query.workload)
        .filter(({ environment }) => environment.cluster === cluster)
        .flatMap(({ workloads }) => askedSeries(query.panel, workloads, steps));
    const wanted = scopes.clusters.filter(
      cluster =>
        scopes.scopes(cluster, query.environments, query.workload).length > 0,
    );
    const parts = await Promise.all(
      wanted.map(async cluster => {
        const part = await this.#questions.ask(
          cluster,
          scopes.scopes(cluster, query.environments, query.workload),
          { panel: query.panel, window },
        );
        const isToldOfUse =
          part.state.state === 'stored' || part.state.state === 'sampled';
        return isToldOfUse && !part.series.some(isAsked)
          ? { ...part, series: [...part.series, ...asked(cluster)] }
          : part;
      }),
    );
    const unit = unitOf(query.panel);
    const told = parts.flatMap(part => part.series);
    // Of so many nobody looks at single containers.
    const { shown, warnings } = shareOut(
      told.length > MAX_SERIES ? byPod(told, unit) : told,
      MAX_SERIES,
    );
    return {
      panel: query.panel,
      unit,
      from: new Date(window.from).toISOString(),
      to: new Date(window.to).toISOString(),
      step: window.step / 1000,
      series: shown,
      sources: parts.map(({ state }) => state),
      warnings: [...parts.flatMap(part => part.warnings), ...warnings],
      clusters: this.#options.resolver.statuses(scopes.view.clusters),
      ...(query.explain && {
        queries: parts.flatMap(({ state: { cluster }, queries }) =>
          queries.map(text => ({ cluster, text })),
        ),
      }),
    };
  }

  async marks(
    request: EntityRequest & {
      readonly query: MetricMarksQuery;
      readonly signal: AbortSignal;
    },
  ): Promise<MetricMarksAnswer> {
    const scopes = await MetricScopes.resolve(this.#options, request);
    return {
      ...(await collectMarks(scopes, request.query, {
        questions: this.#questions,
        changesOf: this.#options.changesOf,
      })),
      clusters: this.#options.resolver.statuses(scopes.view.clusters),
    };
  }

  async usage(
    request: EntityRequest & { readonly signal: AbortSignal },
  ): Promise<MetricUsageAnswer> {
    const scopes = await MetricScopes.resolve(this.#options, request);
    return {
      ...(await collectUsage(
        scopes,
        this.#questions,
        this.#options.clock.now().getTime(),
      )),
      clusters: this.#options.resolver.statuses(scopes.view.clusters),
    };
  }
}

function unitOf(panel: MetricPanelId) {
  return METRIC_PANELS.find(one => one.panel === panel)?.unit ?? 'count';
}
