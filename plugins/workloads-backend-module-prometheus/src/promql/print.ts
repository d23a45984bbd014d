import { Expression, Matcher, QueryScope, Selector, Told } from './types';

/** Hours over which a slope is taken: short enough to follow a change, long enough to see past what is cleaned up. */
const SLOPE_MS = 6 * 3_600_000;

const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as a string of PromQL, which follows Go: JSON's escapes are a part of Go's, and nothing inside can end the
 * string. Half of a pair of surrogates is no text in Go.
 */
export function quoteText(text: string): string {
  return JSON.stringify(text.replace(LONE_SURROGATE, '\ufffd'));
}

/**
 * Every query is written here and nowhere else, so that no value gets into it without quotes and no selector without
 * the scope.
 *
 * @param windowMs - milliseconds over which rates are taken
 */
export function printQuery(
  expression: Expression,
  scope: QueryScope,
  windowMs: number,
): string {
  const print = (part: Expression): string => {
    switch (part.kind) {
      case 'selector':
        return printSelector(part, scope);
      case 'rate':
        return `rate(${printSelector(part.of, scope)}[${printSpan(windowMs)}])`;
      case 'slope':
        return `deriv(${printSelector(part.of, scope)}[${printSpan(
          SLOPE_MS,
        )}])`;
      case 'join': {
        const on = part.on.map(checkName).join(', ');
        return `(${print(part.values)} * on (${on}) group_right () ${print(
          part.to,
        )})`;
      }
      case 'aggregate': {
        const labels = part.keep.map(checkName).join(', ');
        return `${part.by} by (${labels}) (${print(part.of)})`;
      }
      case 'quantile':
        return `histogram_quantile(${printNumber(part.quantile)}, ${print(
          part.of,
        )})`;
      case 'binary':
        return `(${print(part.left)} ${part.operator} ${print(part.right)})`;
      default:
        return printNumber(part.value);
    }
  };
  return print(expression);
}

/**
 * Asks which of some metrics have series of some namespaces: one series for each of them, with its name.
 *
 * @param metrics - never empty
 * @param namespaces - never empty
 */
export function printPresence(
  metrics: readonly string[],
  namespaces: readonly string[],
  cluster: readonly Matcher[],
): string {
  const matchers: Matcher[] = [
    ...cluster,
    { label: '__name__', is: '=~', value: metrics.map(checkName).join('|') },
    {
      label: 'namespace',
      is: '=~',
      value: namespaces.map(quotePattern).join('|'),
    },
  ];
  return `count by (__name__) ({${matchers.map(printMatcher).join(', ')}})`;
}

function printSelector(
  { metric, matchers, told }: Selector,
  scope: QueryScope,
): string {
  const all: Matcher[] = [
    ...matchers,
    ...scope.cluster,
    { label: 'namespace', is: '=', value: scope.namespace },
    ...whose(told, scope),
  ];
  return `${checkName(metric)}{${all.map(printMatcher).join(', ')}}`;
}

function whose(told: Told, scope: QueryScope): Matcher[] {
  const { pods, exceptPods = [], workloads = [], whole = false } = scope;
  const names = (kind?: string) =>
    workloads
      .filter(workload => kind === undefined || workload.kind === kind)
      .map(({ name }) => quotePattern(name));
  switch (told.by) {
    case 'pods':
      return [
        { label: 'pod', is: '=~', value: anyOf(pods) },
        ...(exceptPods.length > 0
          ? [{ label: 'pod', is: '!~', value: anyOf(exceptPods) } as const]
          : []),
      ];
    case 'workloads':
      return [{ label: told.label, is: '=~', value: anyOf(names(told.kind)) }];
    case 'services':
      return whole
        ? []
        : [{ label: told.label, is: '=~', value: anyOf(names()) }];
    default:
      return [];
  }
}

/** Prometheus holds expressions to the whole value; the groups keep each to itself. */
function anyOf(pods: readonly string[]): string {
  return [...new Set(pods)].map(pod => `(?:${pod})`).join('|');
}

function printMatcher({ label, is, value }: Matcher): string {
  return `${checkName(label)}${is}${quoteText(value)}`;
}

function printSpan(milliseconds: number): string {
  if (!Number.isSafeInteger(milliseconds) || milliseconds <= 0) {
    throw new TypeError(`${milliseconds} ms is not a span of time`);
  }
  return `${milliseconds}ms`;
}

function printNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new TypeError(`${value} is not a number that a query may hold`);
  }
  return String(value);
}

/** Names cannot be quoted; the config is held to this form too. */
function checkName(name: string): string {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) {
    throw new TypeError(`"${name}" is not the name of a metric or label`);
  }
  return name;
}

function quotePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
