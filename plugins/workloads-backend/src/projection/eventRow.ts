import { Fields } from './Fields';
import { objectMeta } from './objectMeta';
import { EventRow } from './rows';

/**
 * Keeps an event, in the shape of the core API or of `events.k8s.io`.
 *
 * Which of its times an event has depends on who wrote it and with which library, so each has several fallbacks.
 * @throws InputError when the event has no uid or no name
 */
export function eventRow(raw: unknown): EventRow {
  const object = Fields.of(raw);
  const meta = objectMeta('Event', raw);
  const involved = object.has('involvedObject')
    ? object.at('involvedObject')
    : object.at('regarding');
  const series = object.at('series');
  const eventTime = object.time('eventTime');
  return {
    ...meta,
    type: object.text('type') === 'Warning' ? 'Warning' : 'Normal',
    reason: object.text('reason') ?? '',
    message: object.message('message') ?? object.message('note') ?? '',
    involved: {
      kind: involved.text('kind') ?? '',
      name: involved.text('name') ?? '',
      uid: involved.text('uid') ?? '',
    },
    count: Math.max(
      1,
      object.count('count') ?? 0,
      object.count('deprecatedCount') ?? 0,
      series.count('count') ?? 0,
    ),
    firstAt:
      object.time('firstTimestamp') ??
      object.time('deprecatedFirstTimestamp') ??
      eventTime ??
      meta.createdAt,
    lastAt:
      object.time('lastTimestamp') ??
      object.time('deprecatedLastTimestamp') ??
      series.time('lastObservedTime') ??
      eventTime ??
      meta.createdAt,
    source:
      object.at('source').text('component') ??
      object.at('deprecatedSource').text('component') ??
      object.text('reportingComponent') ??
      object.text('reportingController'),
  };
}
