import { normalizeLogTime } from '@domaindeck/backstage-plugin-workloads-common';
import { ReadPlan } from '../read/ReaderOptions';
import { LogPlace } from '../types';
import { follows } from './follows';
import { StreamedContainer } from './StreamedContainer';
import { LogStreamOptions } from './StreamOptions';

/** Latest lines of each container, where nothing says how many. */
const TAIL = 200;

/**
 * What is read of a container, one after the other. Of one that waits for its next start the node gives the run that
 * ended last whichever is asked for.
 */
export function plansOf(
  container: StreamedContainer,
  options: Pick<
    LogStreamOptions,
    'request' | 'sinceOf' | 'lineLimit' | 'alsoPrevious'
  >,
  joining: boolean,
  resume: LogPlace | undefined,
): ReadPlan[] {
  const plan = planOf(container, options, joining, resume);
  const { now } = container;
  return options.alsoPrevious?.(container.target.cluster) &&
    now?.previous &&
    now.state !== 'waiting'
    ? [{ ...plan, previous: true }, plan]
    : [plan];
}

/** @param joining - whether it came while others were read already, so that all of it is news */
function planOf(
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
