import { MetricScope } from '@domaindeck/backstage-plugin-workloads-node';

/** A condition on a label. `=~` and `!~` are for the whole value. */
export interface Matcher {
  readonly label: string;
  readonly is: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/**
 * What tells whose a series is, beside the cluster and the namespace:
 *
 * - `pods`: its label `pod`
 * - `workloads`: a label with the name of a workload of a kind
 * - `services`: a label with the name of a Service, which is taken for a workload's where it is called like it
 * - `namespace`: nothing. Only who may see the whole namespace may ask for it by itself; beside series of pods it tells
 *   of what these pods have
 */
export type Told =
  | { readonly by: 'pods' }
  | {
      readonly by: 'workloads';
      readonly kind: string;
      readonly label: string;
    }
  | { readonly by: 'services'; readonly label: string }
  | { readonly by: 'namespace' };

/** Series of one metric. It has no scope: that is added when it is written, to each of them alike. */
export interface Selector {
  readonly kind: 'selector';
  readonly metric: string;
  readonly matchers: readonly Matcher[];
  readonly told: Told;
}

/** What is computed of series. The span of rates is not part of it, since each question has its own. */
export type Expression =
  | Selector
  | { readonly kind: 'rate'; readonly of: Selector }
  /** How fast a value moves, per second, over the hours before. */
  | { readonly kind: 'slope'; readonly of: Selector }
  | {
      readonly kind: 'aggregate';
      readonly by: 'sum' | 'max';
      /** Labels that are kept. */
      readonly keep: readonly string[];
      readonly of: Expression;
    }
  | {
      readonly kind: 'quantile';
      /** From 0 to 1. */
      readonly quantile: number;
      readonly of: Expression;
    }
  | {
      readonly kind: 'binary';
      readonly operator: '/' | '*' | '-' | 'or' | '==' | '>';
      readonly left: Expression;
      readonly right: Expression;
    }
  /** The values of the first for each series of the second that has the same labels; the second is 1 wherever it is. */
  | {
      readonly kind: 'join';
      readonly on: readonly string[];
      readonly values: Expression;
      readonly to: Expression;
    }
  | { readonly kind: 'number'; readonly value: number };

/** What every selector of a query is held to. */
export interface QueryScope
  extends Pick<
    MetricScope,
    'namespace' | 'pods' | 'exceptPods' | 'workloads' | 'whole'
  > {
  /** Conditions that tell a cluster from others in the same store. */
  readonly cluster: readonly Matcher[];
}
