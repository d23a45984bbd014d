/** A condition on a label. `=~` and `!~` are for the whole value. */
export interface Matcher {
  readonly label: string;
  readonly is: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** Series of one metric. It has no scope: that is added when it is written, to each of them alike. */
export interface Selector {
  readonly kind: 'selector';
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

/** What is computed of series. The span of rates is not part of it, since each question has its own. */
export type Expression =
  | Selector
  | { readonly kind: 'rate'; readonly of: Selector }
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
      readonly operator: '/' | '*' | 'or' | '==';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'number'; readonly value: number };

/** What every selector of a query is held to. */
export interface QueryScope {
  /** Conditions that tell a cluster from others in the same store. */
  readonly cluster: readonly Matcher[];
  readonly namespace: string;
  /** Expressions in RE2 syntax, each for the whole name of a pod; never empty. */
  readonly pods: readonly string[];
  /** Expressions in RE2 syntax, each for the whole name of a pod that is outside although `pods` says it. */
  readonly exceptPods?: readonly string[];
}
