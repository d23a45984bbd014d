import { Expression, Matcher, Selector } from './types';

/** Series of one metric; which of them is for the scope to say, and these conditions. */
export function metric(
  name: string,
  ...matchers: readonly Matcher[]
): Selector {
  return { kind: 'selector', metric: name, matchers };
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

export function divide(left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator: '/', left, right };
}

/** 0 for what is in the second and not in the first. */
export function orZeroOf(first: Expression, second: Expression): Expression {
  const zero: Expression = {
    kind: 'binary',
    operator: '*',
    left: second,
    right: { kind: 'number', value: 0 },
  };
  return { kind: 'binary', operator: 'or', left: first, right: zero };
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
