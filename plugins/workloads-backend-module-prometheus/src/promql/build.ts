import { Expression, Matcher, Selector } from './types';

/** Series of pods; which of them is for the scope to say, and these conditions. */
export function metric(
  name: string,
  ...matchers: readonly Matcher[]
): Selector {
  return { kind: 'selector', metric: name, matchers, told: { by: 'pods' } };
}

/** Series of workloads of a kind, whose names stand in a label. */
export function ofWorkloads(
  name: string,
  kind: string,
  label: string,
): Selector {
  const told = { by: 'workloads', kind, label } as const;
  return { kind: 'selector', metric: name, matchers: [], told };
}

/** Series of Services, whose names stand in the label `service`. */
export function ofServices(
  name: string,
  ...matchers: readonly Matcher[]
): Selector {
  const told = { by: 'services', label: 'service' } as const;
  return { kind: 'selector', metric: name, matchers, told };
}

/** Series of a namespace: by itself for who may see the whole, or beside series of pods. */
export function ofNamespace(
  name: string,
  ...matchers: readonly Matcher[]
): Selector {
  const told = { by: 'namespace' } as const;
  return { kind: 'selector', metric: name, matchers, told };
}

export function where(
  label: string,
  is: Matcher['is'],
  value: string,
): Matcher {
  return { label, is, value };
}

/** How fast a counter grows, per second. */
export function rate(of: Selector): Expression {
  return { kind: 'rate', of };
}

/** How fast a gauge moves, per second. */
export function slope(of: Selector): Expression {
  return { kind: 'slope', of };
}

export function sum(keep: readonly string[], of: Expression): Expression {
  return { kind: 'aggregate', by: 'sum', keep, of };
}

/** Also makes one series of those that several collectors tell alike. */
export function max(keep: readonly string[], of: Expression): Expression {
  return { kind: 'aggregate', by: 'max', keep, of };
}

/** @param quantile - from 0 to 1 */
export function quantileOf(quantile: number, of: Expression): Expression {
  return { kind: 'quantile', quantile, of };
}

export function minus(left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator: '-', left, right };
}

export function times(left: Expression, value: number): Expression {
  const right: Expression = { kind: 'number', value };
  return { kind: 'binary', operator: '*', left, right };
}

/** Keeps values above the number. */
export function above(left: Expression, value: number): Expression {
  const right: Expression = { kind: 'number', value };
  return { kind: 'binary', operator: '>', left, right };
}

/** The values for each series of an information that has the same labels. */
export function forEach(
  on: readonly string[],
  to: Expression,
  values: Expression,
): Expression {
  return { kind: 'join', on, values, to };
}

export function divide(left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator: '/', left, right };
}

/** 0 for what is in the second and not in the first. */
export function orZeroOf(first: Expression, second: Expression): Expression {
  return {
    kind: 'binary',
    operator: 'or',
    left: first,
    right: times(second, 0),
  };
}

/** Keeps values that are the number. */
export function equals(left: Expression, value: number): Expression {
  return {
    kind: 'binary',
    operator: '==',
    left,
    right: { kind: 'number', value },
  };
}
