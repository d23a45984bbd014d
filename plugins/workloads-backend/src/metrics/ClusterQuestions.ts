import { createHash } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import {
  MetricPanelId,
  MetricSeries,
  MetricSourceState,
  MetricWarning,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Clock,
  MetricSource,
  MetricSourceAnswer,
  SharedAnswers,
} from '@domaindeck/backstage-plugin-workloads-node';
import { inTime } from './inTime';
import { isWithin, NamespaceScope } from './MetricScopes';
import { MetricWindow } from './windowOf';

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

/** What a source is asked. */
export interface ClusterQuestion {
  readonly panel: MetricPanelId;
  /** Only these; all of the panel unless given. */
  readonly measures?: readonly string[];
  readonly window: MetricWindow;
}

/** What one cluster's source answered, or why not. */
export interface ClusterPart {
  readonly series: readonly MetricSeries[];
  readonly state: MetricSourceState;
  readonly warnings: readonly MetricWarning[];
  /** What was asked of a store in its own language. */
  readonly queries: readonly string[];
}

/**
 * Asks the sources of clusters: each within its time, each question once for all who ask it, and nothing of an answer is
 * told that lies outside the scope. One source's failure is part of the answer and no exception.
 */
export class ClusterQuestions {
  readonly #clock: Clock;
  readonly #metricsOf: (cluster: string) => ClusterMetrics | undefined;
  readonly #answers: SharedAnswers<MetricSourceAnswer>;
  readonly #panels: SharedAnswers<readonly MetricPanelId[]>;

  /** @param options.metricsOf - undefined for a cluster that is not known */
  static create(options: {
    readonly clock: Clock;
    readonly metricsOf: (cluster: string) => ClusterMetrics | undefined;
  }): ClusterQuestions {
    return new ClusterQuestions(options.clock, options.metricsOf);
  }

  private constructor(
    clock: Clock,
    metricsOf: (cluster: string) => ClusterMetrics | undefined,
  ) {
    this.#clock = clock;
    this.#metricsOf = metricsOf;
    const now = () => clock.now().getTime();
    this.#answers = SharedAnswers.create({ now });
    this.#panels = SharedAnswers.create({ now });
  }

  /** Which panels a source has data for, and what a panel would need. */
  async look(
    cluster: string,
    namespaces: readonly string[],
  ): Promise<{
    readonly panels: readonly MetricPanelId[];
    readonly state: MetricSourceState;
    readonly needs: (panel: MetricPanelId) => string | undefined;
  }> {
    const metrics = this.#metricsOf(cluster);
    const needs = (panel: MetricPanelId) => metrics?.source.needs?.(panel);
    try {
      const panels = await this.#panels.get(
        keyOf([cluster, [...namespaces].sort()]),
        () => PANELS_LIFE_MS,
        async () =>
          inTime(
            this.#clock,
            signal => metrics?.source.panels(namespaces, signal) ?? [],
          ),
      );
      return { panels, state: stateOf(cluster, metrics), needs };
    } catch (error) {
      return { panels: [], state: stateOf(cluster, metrics, error), needs };
    }
  }

  /** The series of the scopes, as far as the source tells them. */
  async ask(
    cluster: string,
    scopes: readonly NamespaceScope[],
    question: ClusterQuestion,
  ): Promise<ClusterPart> {
    const metrics = this.#metricsOf(cluster);
    const { measures } = question;
    try {
      const {
        series,
        partial,
        queries = [],
      } = await this.#share(cluster, metrics, scopes, question);
      return {
        series: series
          .filter(
            one =>
              (measures?.includes(one.measure) ?? true) &&
              isWithin(one, scopes),
          )
          .map(one => ({ ...one, cluster, values: [...one.values] })),
        state: stateOf(cluster, metrics),
        warnings: partial.map(message => ({
          cluster,
          code: 'partial',
          message,
        })),
        queries,
      };
    } catch (error) {
      const state = stateOf(cluster, metrics, error);
      const message = state.reason ?? String(error);
      return {
        series: [],
        state,
        warnings:
          state.state === 'none' ? [] : [{ cluster, code: 'failing', message }],
        queries: [],
      };
    }
  }

  #share(
    cluster: string,
    metrics: ClusterMetrics | undefined,
    scopes: readonly NamespaceScope[],
    { panel, measures, window }: ClusterQuestion,
  ): Promise<MetricSourceAnswer> {
    if (!metrics) {
      return Promise.resolve({ series: [], partial: [] });
    }
    const parts = scopes.flatMap(scope => scope.parts);
    // The question is shared, so that it ends with its time and not with whoever asked first.
    return this.#answers.get(
      keyOf([cluster, panel, measures, window, parts]),
      ({ partial }) =>
        partial.length > 0
          ? Math.min(window.step, PARTIAL_LIFE_MS)
          : window.step,
      () =>
        inTime(this.#clock, signal =>
          metrics.source.query({
            panel,
            measures,
            scopes: parts,
            ...window,
            signal,
          }),
        ),
    );
  }
}

function keyOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64');
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
