import {
  flagParameter,
  integerParameter,
  invalidListOptions,
} from './ListRequest';
import { StatusError } from '../writes/StatusError';

/** Where a watch begins. */
export type WatchStart =
  | { readonly from: 'revision'; readonly revision: number }
  | {
      readonly from: 'state';
      /** Whether a bookmark tells the end of the initial events. */
      readonly endMark: boolean;
    };

/** A watch as it was asked for. */
export interface WatchOptions {
  readonly start: WatchStart;
  readonly bookmarks: boolean;
  readonly bookmarkIntervalMs: number;
  readonly timeoutMs: number;
}

/** What the server decides itself. */
export interface WatchDefaults {
  readonly bookmarkIntervalMs: number;
  readonly timeoutMs: number;
}

/** Reads the options of a watch. @throws StatusError 400, 422 and 500 as the real server does */
export function parseWatchOptions(
  query: URLSearchParams,
  defaults: WatchDefaults,
): WatchOptions {
  const initialEvents = query.get('sendInitialEvents');
  const match = query.get('resourceVersionMatch') ?? '';
  if (initialEvents !== null && match !== 'NotOlderThan') {
    throw invalidListOptions(
      'resourceVersionMatch',
      'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
  if (initialEvents === null && match !== '') {
    throw invalidListOptions(
      'resourceVersionMatch',
      'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    );
  }
  const bookmarks = flagParameter(query, 'allowWatchBookmarks');
  const timeoutSeconds = integerParameter(query, 'timeoutSeconds') ?? 0;
  return {
    start: watchStart(query, bookmarks),
    bookmarks,
    bookmarkIntervalMs: defaults.bookmarkIntervalMs,
    timeoutMs: timeoutSeconds > 0 ? timeoutSeconds * 1000 : defaults.timeoutMs,
  };
}

function watchStart(query: URLSearchParams, bookmarks: boolean): WatchStart {
  const text = query.get('resourceVersion') ?? '';
  if (text !== '' && !/^\d+$/.test(text)) {
    throw StatusError.of(
      500,
      undefined,
      `resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  if (flagParameter(query, 'sendInitialEvents')) {
    return { from: 'state', endMark: bookmarks };
  }
  return text === '' || text === '0'
    ? { from: 'state', endMark: false }
    : { from: 'revision', revision: Number(text) };
}
