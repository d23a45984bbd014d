import {
  LogHistoryLine,
  LogHistoryScope,
} from '@domaindeck/backstage-plugin-workloads-node';
import { RE2JS } from 're2js';
import { LabelScheme } from '../labels/types';

/**
 * Looks at each stream that came once more: what is outside of the scopes is left out even where a gateway between the
 * portal and Loki changed the question.
 */
export class ScopeCheck {
  readonly #scopes: readonly {
    readonly scope: LogHistoryScope;
    readonly pods?: readonly RE2JS[];
    readonly exceptPods: readonly RE2JS[];
  }[];
  readonly #scheme: LabelScheme;
  readonly #cluster: Readonly<Record<string, string>>;

  /** @param cluster - labels that every stream of the cluster has */
  static create(
    scopes: readonly LogHistoryScope[],
    scheme: LabelScheme,
    cluster: Readonly<Record<string, string>>,
  ): ScopeCheck {
    return new ScopeCheck(scopes, scheme, cluster);
  }

  private constructor(
    scopes: readonly LogHistoryScope[],
    scheme: LabelScheme,
    cluster: Readonly<Record<string, string>>,
  ) {
    this.#scopes = scopes.map(scope => ({
      scope,
      pods: scope.pods?.map(pod => RE2JS.compile(pod)),
      exceptPods: (scope.exceptPods ?? []).map(pod => RE2JS.compile(pod)),
    }));
    this.#scheme = scheme;
    this.#cluster = cluster;
  }

  /** Where the lines of a stream come from; undefined for a stream that nobody asked for. */
  origin(
    labels: Readonly<Record<string, string>>,
  ): Pick<LogHistoryLine, 'namespace' | 'pod' | 'container'> | undefined {
    const namespace = labels[this.#scheme.namespace];
    const pod = labels[this.#scheme.pod];
    const container = labels[this.#scheme.container];
    if (
      pod === undefined ||
      container === undefined ||
      Object.entries(this.#cluster).some(
        ([label, value]) => labels[label] !== value,
      )
    ) {
      return undefined;
    }
    const asked = this.#scopes.some(
      ({ scope, pods, exceptPods }) =>
        scope.namespace === namespace &&
        (scope.container ?? container) === container &&
        (pods?.some(pattern => pattern.matches(pod)) ?? true) &&
        !exceptPods.some(pattern => pattern.matches(pod)),
    );
    return asked ? { namespace, pod, container } : undefined;
  }
}
