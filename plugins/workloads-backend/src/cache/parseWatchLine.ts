import { readServerStatus } from '@domaindeck/backstage-plugin-workloads-node';
import { FeedError } from './FeedError';
import { statusProblem } from './statusProblem';
import { withoutManagedFields } from './withoutManagedFields';

/** One line of a watch, understood. */
export type WatchRecord =
  | {
      readonly type: 'upsert' | 'delete';
      readonly object: unknown;
      readonly resourceVersion: string;
      readonly uid: string | undefined;
      readonly namespace: string;
      readonly name: string;
    }
  | {
      readonly type: 'bookmark';
      readonly resourceVersion: string;
      /** Ends the initial events of a list that is sent as a watch. */
      readonly endsInitialEvents: boolean;
    };

interface Metadata {
  readonly resourceVersion?: unknown;
  readonly uid?: unknown;
  readonly namespace?: unknown;
  readonly name?: unknown;
  readonly annotations?: Readonly<Record<string, unknown>> | null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Identity of a raw object, for what must be done even when no row can be made of it. */
export function readIdentity(object: unknown): {
  readonly uid: string | undefined;
  readonly namespace: string;
  readonly name: string;
  readonly resourceVersion: string | undefined;
  readonly annotations: Readonly<Record<string, unknown>>;
} {
  const metadata: Metadata =
    (object as { metadata?: Metadata | null } | null)?.metadata ?? {};
  return {
    uid: textOf(metadata.uid),
    namespace: textOf(metadata.namespace) ?? '',
    name: textOf(metadata.name) ?? '',
    resourceVersion: textOf(metadata.resourceVersion),
    annotations: metadata.annotations ?? {},
  };
}

function parseJson(line: string): { type?: unknown; object?: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(withoutManagedFields(line));
  } catch {
    throw new FeedError(
      'garbled',
      'the API server sent a line that is no JSON',
    );
  }
  if (typeof value !== 'object' || value === null) {
    throw new FeedError(
      'garbled',
      'the API server sent a line that is no event',
    );
  }
  return value;
}

/**
 * @throws FeedError `garbled` when the line is no event, or what an ERROR event means.
 */
export function parseWatchLine(line: string): WatchRecord {
  const { type, object } = parseJson(line);
  if (type === 'ERROR') {
    throw statusProblem(readServerStatus(object, 500), true);
  }
  const { annotations, resourceVersion, ...identity } = readIdentity(object);
  if (!resourceVersion) {
    throw new FeedError(
      'garbled',
      'the API server sent an event without a version',
    );
  }
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
      return { type: 'upsert', object, resourceVersion, ...identity };
    case 'DELETED':
      return { type: 'delete', object, resourceVersion, ...identity };
    case 'BOOKMARK':
      return {
        type: 'bookmark',
        resourceVersion,
        endsInitialEvents: annotations['k8s.io/initial-events-end'] === 'true',
      };
    default:
      throw new FeedError(
        'garbled',
        `the API server sent an event of the unknown type ${String(type)}`,
      );
  }
}
