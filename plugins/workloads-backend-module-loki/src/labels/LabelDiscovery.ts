import { NotFoundError } from '@backstage/errors';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { LokiConfig } from '../config/readLokiConfig';
import { LokiClient } from '../http/LokiClient';
import { clusterMatchers } from '../logql/clusterMatchers';
import { printSelector } from '../logql/print';
import { chooseLabelSet, LABEL_SETS } from './labelSets';
import { LabelScheme } from './types';

/** Milliseconds for which the labels that were found are believed. */
const BELIEVED = 300_000;
/** Milliseconds back to which labels are looked for. */
const LOOK_BACK = 86_400_000;

/** Finds out how the lines of a cluster are labelled, once for everybody who asks meanwhile. */
export class LabelDiscovery {
  readonly #options: {
    readonly config: LokiConfig;
    readonly client: LokiClient;
    readonly clock: Clock;
  };
  #known?: { readonly scheme: Promise<LabelScheme>; readonly until: number };

  static create(options: {
    readonly config: LokiConfig;
    readonly client: LokiClient;
    readonly clock: Clock;
  }): LabelDiscovery {
    return new LabelDiscovery(options);
  }

  private constructor(options: {
    readonly config: LokiConfig;
    readonly client: LokiClient;
    readonly clock: Clock;
  }) {
    this.#options = options;
  }

  /**
   * @throws NotFoundError when Loki has no labels that fit
   * @throws ServiceUnavailableError when it does not answer
   */
  scheme(): Promise<LabelScheme> {
    const now = this.#options.clock.now().getTime();
    if (!this.#known || this.#known.until <= now) {
      const scheme = this.#discover(now);
      const known = { scheme, until: now + BELIEVED };
      this.#known = known;
      // What went wrong is tried again by the next who asks.
      scheme.catch(() => {
        this.#known = this.#known === known ? undefined : this.#known;
      });
    }
    return this.#known.scheme;
  }

  async #discover(now: number): Promise<LabelScheme> {
    const { client, config } = this.#options;
    const matchers = clusterMatchers(config);
    const known = new Set(
      await client.labels({
        start: `${now - LOOK_BACK}000000`,
        end: `${now}000000`,
        ...(matchers.length > 0 && { query: printSelector(matchers) }),
      }),
    );
    const mapping = config.mapping ?? chooseLabelSet(known);
    if (!mapping || !known.has(mapping.namespace)) {
      throw new NotFoundError(wrongLabels(config, known));
    }
    const { namespace, pod, container } = mapping;
    return {
      namespace,
      pod,
      container,
      indexed: new Set(
        [namespace, pod, container].filter(name => known.has(name)),
      ),
    };
  }
}

function wrongLabels(config: LokiConfig, known: ReadonlySet<string>): string {
  const { key, mapping, labels, url } = config;
  const host = new URL(url).host;
  const wanted = mapping
    ? mapping.namespace
    : [...new Set(LABEL_SETS.map(({ namespace }) => namespace))].join(', ');
  const own = Object.keys(labels).length > 0 ? ' with the labels of' : ' for';
  if (known.size === 0) {
    return `Loki at ${host} has no lines of the last day${own} this cluster; check ${key}.labels, the tenant and the collector`;
  }
  const some = [...known].sort().slice(0, 20).join(', ');
  return `Loki at ${host} has no label for namespaces: none of ${wanted} is among ${some}; name the labels in ${key}.mapping`;
}
