import { LogHistoryScope } from '@domaindeck/backstage-plugin-workloads-node';
import { LabelScheme } from '../labels/types';
import { LabelFilter, LogQuery, Matcher } from './types';

/** Scopes that one query may name: a query of Loki is at most 128 KiB long. */
const SCOPES_PER_QUERY = 150;

/** The part of one question that one query answers. */
export interface ScopedStreams {
  /** All of one namespace. */
  readonly scopes: readonly LogHistoryScope[];
  readonly query: Pick<LogQuery, 'streams' | 'labels'>;
}

/**
 * Queries that find what is in the scopes and nothing else. Each names one namespace; what names of pods and containers
 * go together is compared line by line, since a selector cannot say "or".
 */
export function scopedStreams(
  scopes: readonly LogHistoryScope[],
  scheme: LabelScheme,
  cluster: readonly Matcher[],
): ScopedStreams[] {
  return chunksOf(scopes).map(part => {
    const [{ namespace }] = part;
    const streams: Matcher[] = [
      ...cluster,
      { label: scheme.namespace, is: '=', value: namespace },
    ];
    const pods = part.map(scope => scope.pods);
    if (scheme.indexed.has(scheme.pod) && pods.every(isTold)) {
      streams.push(podMatcher(scheme, pods.flat()));
    }
    const containers = part.map(({ container }) => container);
    if (scheme.indexed.has(scheme.container) && containers.every(isTold)) {
      streams.push(containerMatcher(scheme, containers));
    }
    return { scopes: part, query: { streams, labels: exactly(part, scheme) } };
  });
}

/** Undefined where the selector says it all. */
function exactly(
  scopes: readonly LogHistoryScope[],
  scheme: LabelScheme,
): LabelFilter | undefined {
  const parts = scopes.map(
    ({ pods, exceptPods = [], container }): readonly LabelFilter[] => [
      ...(pods ? [podMatcher(scheme, pods)] : []),
      ...(exceptPods.length > 0 ? [podMatcher(scheme, exceptPods, '!~')] : []),
      ...(container === undefined
        ? []
        : [containerMatcher(scheme, [container])]),
    ],
  );
  const indexed =
    scheme.indexed.has(scheme.pod) && scheme.indexed.has(scheme.container);
  // A scope without conditions is the whole namespace.
  if (
    parts.some(part => part.length === 0) ||
    (parts.length === 1 && indexed && !scopes[0].exceptPods?.length)
  ) {
    return undefined;
  }
  return { any: parts.map(all => ({ all })) };
}

function podMatcher(
  scheme: LabelScheme,
  pods: readonly string[],
  is: '=~' | '!~' = '=~',
): Matcher {
  return {
    label: scheme.pod,
    is,
    value: unique(pods)
      .map(pod => `(?:${pod})`)
      .join('|'),
  };
}

function containerMatcher(
  scheme: LabelScheme,
  containers: readonly string[],
): Matcher {
  const names = unique(containers);
  return names.length === 1
    ? { label: scheme.container, is: '=', value: names[0] }
    : {
        label: scheme.container,
        is: '=~',
        value: names.map(quotePattern).join('|'),
      };
}

function quotePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function chunksOf(scopes: readonly LogHistoryScope[]): LogHistoryScope[][] {
  const chunks: LogHistoryScope[][] = [];
  for (const namespace of unique(scopes.map(scope => scope.namespace))) {
    const own = scopes.filter(scope => scope.namespace === namespace);
    for (let from = 0; from < own.length; from += SCOPES_PER_QUERY) {
      chunks.push(own.slice(from, from + SCOPES_PER_QUERY));
    }
  }
  return chunks;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function isTold<T>(value: T | undefined): value is T {
  return value !== undefined;
}
