import { normalizeLogTime } from '@domaindeck/backstage-plugin-workloads-common';
import { ReadPlan } from '../read/ReaderOptions';
import { LogPlace } from '../types';
import { follows } from './follows';
import { StreamedContainer } from './StreamedContainer';
import { LogStreamOptions } from './StreamOptions';

/** Latest lines of each container, where nothing says how many. */
const TAIL = 200;

/**
 * Where the log of a container is read from, and how far.
 * @param joining - whether it came while others were read already, so that all of it is news
 */
export function planOf(
  container: StreamedContainer,
  options: Pick<LogStreamOptions, 'request' | 'sinceOf' | 'lineLimit'>,
  joining: boolean,
  resume: LogPlace | undefined,
): ReadPlan {
  const { request, lineLimit, sinceOf } = options;
  const follow = follows(request);
  const since = container.ownTimeOf(
    sinceOf?.(container.target.cluster) ?? normalTime(request.since),
  );
  const isWhole =
    joining ||
    container.readAt !== undefined ||
    (since !== undefined && request.tail === undefined);
  return {
    follow,
    previous: request.previous ?? false,
    since,
    until: container.ownTimeOf(normalTime(request.until)),
    tail: isWhole ? undefined : request.tail ?? (follow ? TAIL : undefined),
    lineLimit,
    resume,
  };
}

function normalTime(text: string | undefined): string | undefined {
  return text === undefined ? undefined : normalizeLogTime(text);
}
