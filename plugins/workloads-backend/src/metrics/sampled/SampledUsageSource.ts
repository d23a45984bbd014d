import {
  ForwardedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { MetricPanelId } from '@domaindeck/backstage-plugin-workloads-common';
import {
  Clock,
  ClusterConnection,
  MetricSource,
  MetricSourceAnswer,
  MetricSourceQuery,
  MetricSourceSeries,
} from '@domaindeck/backstage-plugin-workloads-node';
import { isNamed } from '../../entities/podPatterns';
import { inTime } from '../inTime';
import { readPodUsage } from './readPodUsage';
import { UsageHistory, UsageRing } from './UsageRing';

const GROUP = '/apis/metrics.k8s.io/v1beta1';
/** Milliseconds between two questions; metrics-server measures every 15 s at the most. */
const EVERY_MS = 15_000;
/** How long a namespace is asked for after somebody looked at it, in milliseconds. */
const ATTENTION_MS = 120_000;
const KEPT_MS = 3_600_000;
/** A sample stands for the steps until the next one, but no longer than so many milliseconds. */
const STANDS_MS = 90_000;
const PANELS: readonly MetricPanelId[] = ['cpu', 'memory'];

interface Watched {
  readonly ring: UsageRing;
  lookedAt: number;
  asking?: Promise<void>;
  cancel?: () => void;
  failure?: Error;
}

/** What is known of a namespace, and why it is not more. */
interface Look {
  readonly namespace: string;
  readonly histories: readonly UsageHistory[];
  readonly failure?: Error;
}

/**
 * What the cluster itself tells of its use now (metrics.k8s.io), remembered for an hour. A namespace is asked for only
 * while somebody looks at it, however many they are.
 */
export class SampledUsageSource implements MetricSource {
  readonly name = 'metrics.k8s.io';
  readonly keptFor = 'PT1H';
  readonly #connection: ClusterConnection;
  readonly #clock: Clock;
  readonly #namespaces = new Map<string, Watched>();

  static create(options: {
    connection: ClusterConnection;
    clock: Clock;
  }): SampledUsageSource {
    return new SampledUsageSource(options.connection, options.clock);
  }

  private constructor(connection: ClusterConnection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  /** {@inheritDoc MetricSource.panels} */
  async panels(namespaces: readonly string[]): Promise<MetricPanelId[]> {
    const looks = await this.#lookAll(namespaces);
    return looks.length > 0 ? [...PANELS] : [];
  }

  /** {@inheritDoc MetricSource.query} */
  async query(query: MetricSourceQuery): Promise<MetricSourceAnswer> {
    if (!PANELS.includes(query.panel)) {
      return { series: [], partial: [] };
    }
    const looks = await this.#lookAll(
      query.scopes.map(({ namespace }) => namespace),
    );
    return {
      series: looks.flatMap(({ namespace, histories }) => {
        const names = query.scopes.filter(
          scope => scope.namespace === namespace,
        );
        return histories
          .filter(({ pod }) => isNamed(pod, names))
          .map(history => seriesOf(namespace, history, query));
      }),
      partial: looks.flatMap(({ namespace, failure }) =>
        failure ? [`${namespace}: ${failure.message}`] : [],
      ),
    };
  }

  /** Stops asking. */
  stop(): void {
    this.#namespaces.forEach(({ cancel }) => cancel?.());
    this.#namespaces.clear();
  }

  /** @throws when the cluster has told nothing of any of them, and why */
  async #lookAll(namespaces: readonly string[]): Promise<Look[]> {
    const looks = await Promise.all(
      [...new Set(namespaces)].map(namespace => this.#look(namespace)),
    );
    const [first] = looks;
    const dark = ({ histories, failure }: Look) =>
      failure !== undefined && histories.length === 0;
    if (first?.failure && looks.every(dark)) {
      throw first.failure;
    }
    return looks;
  }

  async #look(namespace: string): Promise<Look> {
    const now = this.#clock.now().getTime();
    this.#forgetOld(now);
    let watched = this.#namespaces.get(namespace);
    if (!watched) {
      watched = { ring: UsageRing.create(KEPT_MS), lookedAt: now };
      this.#namespaces.set(namespace, watched);
      this.#ask(namespace, watched);
    }
    watched.lookedAt = now;
    if (!watched.asking && !watched.cancel) {
      this.#ask(namespace, watched);
    }
    watched.ring.add([], now);
    if (watched.ring.histories.length === 0) {
      await watched.asking;
    }
    const { ring, failure } = watched;
    return { namespace, histories: ring.histories, failure };
  }

  /** What nobody has looked at for as long as samples are kept has none. */
  #forgetOld(now: number): void {
    for (const [namespace, { lookedAt }] of this.#namespaces) {
      if (lookedAt <= now - KEPT_MS) {
        this.#namespaces.delete(namespace);
      }
    }
  }

  #ask(namespace: string, watched: Watched): void {
    watched.cancel = undefined;
    watched.asking = this.#sample(namespace, watched).finally(() => {
      watched.asking = undefined;
      const now = this.#clock.now().getTime();
      if (
        this.#namespaces.get(namespace) === watched &&
        watched.lookedAt > now - ATTENTION_MS
      ) {
        watched.cancel = this.#clock.after(EVERY_MS, () =>
          this.#ask(namespace, watched),
        );
      }
    });
  }

  async #sample(namespace: string, watched: Watched): Promise<void> {
    try {
      const usages = await inTime(this.#clock, async signal => {
        const response = await this.#connection.get(
          `${GROUP}/namespaces/${encodeURIComponent(namespace)}/pods`,
          { signal },
        );
        if (response.status !== 200) {
          response.body.destroy();
          throw refusalOf(response.status);
        }
        return readPodUsage(await response.body.json());
      });
      watched.ring.add(usages, this.#clock.now().getTime());
      watched.failure = undefined;
    } catch (error) {
      watched.failure =
        error instanceof NotFoundError
          ? error
          : new ForwardedError('What is used now cannot be read', error);
    }
  }
}

function refusalOf(status: number): Error {
  if (status === 404 || status === 503) {
    return new NotFoundError(
      'The cluster does not measure what its pods use: it has no metrics-server',
    );
  }
  return new ServiceUnavailableError(
    status === 403
      ? 'the portal lacks the right to list pods of metrics.k8s.io there; manifests/metrics.yaml gives it'
      : `the cluster answered with ${status}`,
  );
}

function seriesOf(
  namespace: string,
  history: UsageRing['histories'][number],
  { panel, from, to, step }: MetricSourceQuery,
): MetricSourceSeries {
  const values: (number | null)[] = [];
  let next = 0;
  for (let at = from; at <= to; at += step) {
    while (next < history.samples.length && history.samples[next].at <= at) {
      next += 1;
    }
    const sample = history.samples[next - 1];
    const value = panel === 'cpu' ? sample?.cpu : sample?.memory;
    const stands = sample && at - sample.at <= Math.max(STANDS_MS, step);
    values.push(stands && value !== undefined ? value : null);
  }
  const { pod, container } = history;
  return { namespace, pod, container, measure: 'usage', values };
}
