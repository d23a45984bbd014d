import { Quantity } from '../../model/Quantity';
import { Amounts, amountsOf } from './amounts';

type Given = Readonly<Record<string, string>>;

/** One entry of a LimitRange. */
export interface LimitItem {
  readonly type: string;
  readonly min?: Given;
  readonly max?: Given;
  readonly default?: Given;
  readonly defaultRequest?: Given;
  readonly maxLimitRequestRatio?: Given;
}

/** What something asks for, and what it may use at most. */
export interface Reach {
  readonly requests: Amounts;
  /** Absent for what has no limits, such as a claim. */
  readonly limits?: Amounts;
}

/** Every bound that something breaks, in the words of the real server. */
export function breaches(item: LimitItem, reach: Reach): string[] {
  const check = (
    bounds: Given | undefined,
    judge: (name: string, bound: Quantity) => string | undefined,
  ) =>
    Object.entries(amountsOf(bounds))
      .map(([name, bound]) => judge(name, bound))
      .filter(text => text !== undefined);
  const { type } = item;
  return [
    ...check(item.min, (name, bound) => below(type, name, bound, reach)),
    ...check(item.max, (name, bound) => above(type, name, bound, reach)),
    ...check(item.maxLimitRequestRatio, (name, bound) =>
      apart(type, name, bound, reach),
    ),
  ];
}

function below(
  type: string,
  name: string,
  bound: Quantity,
  { requests, limits }: Reach,
): string | undefined {
  const text = `minimum ${name} usage per ${type} is ${bound}`;
  const request = requests[name];
  const limit = limits?.[name];
  if (!request) {
    return `${text}.  No request is specified`;
  }
  if (bound.exceeds(request)) {
    return `${text}, but request is ${request}`;
  }
  return limit && bound.exceeds(limit)
    ? `${text}, but limit is ${limit}`
    : undefined;
}

function above(
  type: string,
  name: string,
  bound: Quantity,
  { requests, limits }: Reach,
): string | undefined {
  const text = `maximum ${name} usage per ${type} is ${bound}`;
  const request = requests[name];
  const limit = limits?.[name];
  if (limits && !limit) {
    return `${text}.  No limit is specified`;
  }
  if (!limits && !request) {
    return `${text}.  No request is specified`;
  }
  if (limit?.exceeds(bound)) {
    return `${text}, but limit is ${limit}`;
  }
  return request?.exceeds(bound)
    ? `${text}, but request is ${request}`
    : undefined;
}

function apart(
  type: string,
  name: string,
  bound: Quantity,
  { requests, limits }: Reach,
): string | undefined {
  const text = `${name} max limit to request ratio per ${type} is ${bound}`;
  const request = requests[name];
  const limit = limits?.[name];
  if (!request || request.isZero) {
    return `${text}, but no request is specified or request is 0`;
  }
  if (!limit || limit.isZero) {
    return `${text}, but no limit is specified or limit is 0`;
  }
  const ratio = limit.ratioTo(request);
  return ratio > bound.ratioTo(Quantity.one)
    ? `${text}, but provided ratio is ${ratio.toFixed(6)}`
    : undefined;
}
