import { parseQuantity } from '../../projection/quantity';

/** What one container uses at a moment. */
export interface ContainerUsage {
  readonly pod: string;
  readonly container: string;
  /** Milliseconds since 1970: the end of the time over which the cluster measured. */
  readonly at: number;
  /** Cores. */
  readonly cpu?: number;
  /** Bytes of the working set. */
  readonly memory?: number;
}

/**
 * Reads a `PodMetricsList` of metrics.k8s.io. What has no name or time is left out, as is a pod whose containers are
 * not given.
 */
export function readPodUsage(list: unknown): ContainerUsage[] {
  return listOf(fieldOf(list, 'items')).flatMap(item => {
    const pod = textOf(fieldOf(fieldOf(item, 'metadata'), 'name'));
    const at = Date.parse(textOf(fieldOf(item, 'timestamp')) ?? '');
    if (!pod || Number.isNaN(at)) {
      return [];
    }
    return listOf(fieldOf(item, 'containers')).flatMap(entry => {
      const container = textOf(fieldOf(entry, 'name'));
      const usage = fieldOf(entry, 'usage');
      return container
        ? [
            {
              pod,
              container,
              at,
              cpu: parseQuantity(textOf(fieldOf(usage, 'cpu'))),
              memory: parseQuantity(textOf(fieldOf(usage, 'memory'))),
            },
          ]
        : [];
    });
  });
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
