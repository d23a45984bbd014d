import {
  ClusterStatus,
  Release,
  Workload,
  WorkloadEvent,
} from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase } from '../../../translation/Phrase';
import { eventInWords } from './eventInWords';
import { isKnownTime } from './isKnownTime';
import { summaryOf } from './summaryOf';

/** What the text for a chat is made of. */
export interface ChatFacts {
  readonly workload: Workload;
  readonly environment: Phrase;
  readonly releases: readonly Release[];
  readonly cluster?: ClusterStatus;
  /** Newest first. */
  readonly events: readonly WorkloadEvent[];
  /** Address of the open panel. */
  readonly link: string;
}

/**
 * The lines that are copied for a chat: where, what is wrong, which version, the last event, the link. A line is one or
 * more phrases with a space between. Plain text, because each chat has its own markup.
 */
export function chatLines(facts: ChatFacts): Phrase[][] {
  const { workload, environment, releases, cluster, events, link } = facts;
  const { cluster: where, namespace, name, version } = workload;
  const summary = summaryOf({ workload, releases, cluster });
  const current = releases.find(release => release.current);
  const lines: Phrase[][] = [
    [
      {
        key: 'panel.chat.where',
        params: { name, environment, place: `${where} / ${namespace}` },
      },
    ],
    [summary.head],
    [...summary.more],
    ...summary.also.map(phrase => [phrase]),
    [
      current && isKnownTime(current.at)
        ? {
            key: 'panel.chat.release',
            params: { version, time: { clock: current.at } },
          }
        : { key: 'panel.chat.version', params: { version } },
    ],
    ...lastEvent(events),
    [{ text: link }],
  ];
  return lines.filter(line => line.length > 0);
}

/** A warning says more than the news that came after it. */
function lastEvent(events: readonly WorkloadEvent[]): Phrase[][] {
  const event = events.find(one => one.type === 'Warning') ?? events[0];
  if (!event) {
    return [];
  }
  const { object, phrase } = eventInWords(event);
  return event.lastAt
    ? [
        [
          {
            key: 'panel.chat.event',
            params: { time: { clock: event.lastAt }, object, text: phrase },
          },
        ],
      ]
    : [[{ key: 'panel.chat.eventUndated', params: { object, text: phrase } }]];
}
