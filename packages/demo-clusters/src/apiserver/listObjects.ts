import { ResourceType, apiVersionOf } from '../model/ResourceType';
import { ObjectStore } from '../store/ObjectStore';
import { StoredObject } from '../store/StoredObject';
import {
  Selection,
  decodeContinue,
  encodeContinue,
  integerParameter,
  invalidListOptions,
} from './ListRequest';
import { ListSnapshot, ListSnapshots } from './ListSnapshots';
import { ResponseWriter } from './ResponseWriter';
import { StatusError } from '../writes/StatusError';

/** One page of a list. */
export interface ListPage {
  readonly items: readonly StoredObject[];
  readonly metadata: {
    readonly resourceVersion: string;
    readonly continue?: string;
    readonly remainingItemCount?: number;
  };
}

/** Answers a list. @throws StatusError 400, 410, 422 and 504 as the real server does */
export function listObjects(
  store: ObjectStore,
  snapshots: ListSnapshots,
  type: ResourceType,
  selection: Selection,
  query: URLSearchParams,
): ListPage {
  checkOptions(query);
  const limit = integerParameter(query, 'limit') ?? 0;
  const scope = `${type.group}/${type.resource}/${selection.namespace ?? ''}`;
  const token = query.get('continue');
  const resourceVersion = query.get('resourceVersion') ?? '';
  let snapshot: ListSnapshot;
  let start = 0;
  if (token) {
    if (resourceVersion !== '' && resourceVersion !== '0') {
      throw StatusError.badRequest(
        'specifying resource version is not allowed when using continue',
      );
    }
    const { revision, after } = decodeContinue(token);
    const found =
      revision < 0
        ? present(store, type, selection)
        : snapshots.find(scope, revision);
    if (!found) {
      throw StatusError.expiredContinue(
        encodeContinue({ revision: -1, after }),
      );
    }
    snapshot = found;
    start = snapshot.items.findIndex(item => item.key > after);
    start = start < 0 ? snapshot.items.length : start;
  } else {
    requireRevision(store, query, resourceVersion);
    snapshot = present(store, type, selection);
  }
  // The real server answers from its cache and does not cut when any state will do.
  const size = limit <= 0 || resourceVersion === '0' ? Infinity : limit;
  const page = takePage(snapshot, start, size, selection);
  if (page.metadata.continue) {
    snapshots.keep(scope, snapshot);
  }
  return page;
}

function present(
  store: ObjectStore,
  type: ResourceType,
  selection: Selection,
): ListSnapshot {
  return {
    revision: store.revision,
    items: store.list(type, selection.namespace),
  };
}

function takePage(
  snapshot: ListSnapshot,
  start: number,
  size: number,
  selection: Selection,
): ListPage {
  const { labels, fields } = selection;
  const items: StoredObject[] = [];
  let index = start;
  for (; index < snapshot.items.length && items.length < size; index++) {
    const item = snapshot.items[index];
    if ((!labels || labels(item.object)) && (!fields || fields(item.object))) {
      items.push(item);
    }
  }
  const remaining = snapshot.items.length - index;
  const resourceVersion = String(snapshot.revision);
  if (remaining === 0) {
    return { items, metadata: { resourceVersion } };
  }
  return {
    items,
    metadata: {
      resourceVersion,
      continue: encodeContinue({
        revision: snapshot.revision,
        after: items[items.length - 1].key,
      }),
      // Unknown while a selector decides what counts.
      ...(!labels && !fields && { remainingItemCount: remaining }),
    },
  };
}

function checkOptions(query: URLSearchParams): void {
  if (query.has('sendInitialEvents')) {
    throw invalidListOptions(
      'sendInitialEvents',
      'sendInitialEvents is forbidden for list',
    );
  }
  if (query.get('resourceVersionMatch') && !query.get('resourceVersion')) {
    throw invalidListOptions(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
}

function requireRevision(
  store: ObjectStore,
  query: URLSearchParams,
  text: string,
): void {
  if (text === '') {
    return;
  }
  if (!/^\d+$/.test(text)) {
    throw StatusError.badRequest(
      `invalid resource version: resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  const revision = Number(text);
  if (revision > store.revision) {
    throw StatusError.of(
      504,
      'Timeout',
      `Timeout: Too large resource version: ${revision}, current: ${store.revision}`,
      {
        causes: [
          {
            reason: 'ResourceVersionTooLarge',
            message: 'Too large resource version',
          },
        ],
        retryAfterSeconds: 1,
      },
    );
  }
  if (
    query.get('resourceVersionMatch') === 'Exact' &&
    revision !== store.revision
  ) {
    throw StatusError.expired(
      'The resourceVersion for the provided list is too old.',
    );
  }
}

/** Sends a page as the real server does: items carry neither kind nor apiVersion. */
export async function writeList(
  writer: ResponseWriter,
  type: ResourceType,
  page: ListPage,
): Promise<void> {
  writer.begin();
  await writer.write(
    `{"kind":"${type.kind}List","apiVersion":"${apiVersionOf(
      type,
    )}","metadata":${JSON.stringify(page.metadata)},"items":[`,
  );
  let separator = '';
  for (const item of page.items) {
    if (writer.closed) {
      return;
    }
    await writer.write(separator + item.itemJson());
    separator = ',';
  }
  await writer.write(']}');
  await writer.end();
}
