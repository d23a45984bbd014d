import { WorkloadEvent } from '@domaindeck/backstage-plugin-workloads-common';
import { MarkKind } from '@domaindeck/backstage-plugin-workloads-react';
import { Phrase, PhraseKey, PhraseValue } from '../../../translation/Phrase';
import { parseGoDuration } from '../../parts/model/parseGoDuration';
import { shortPodName } from './shortPodName';

/** An event as the panel and the chat text show it. */
export interface EventInWords {
  readonly mark: MarkKind;
  /** What it speaks of: the end of a pod's name, else the kind. */
  readonly object: string;
  readonly isPod: boolean;
  readonly phrase: Phrase;
}

/** Words for one reason. A message that does not look as expected is shown as it is. */
interface Wording {
  readonly reason: string;
  readonly matches: RegExp;
  readonly key: PhraseKey;
  /** Names for the groups of `matches`. */
  readonly names?: readonly string[];
}

/** First match wins. The messages are the kubelet's, the scheduler's and the deployment controller's. */
const WORDINGS: readonly Wording[] = [
  {
    reason: 'BackOff',
    matches: /restarting failed container[ =](\S+?)(?: in pod | pod=|$)/,
    key: 'panel.events.backOff',
    names: ['container'],
  },
  {
    reason: 'BackOff',
    matches: /pulling image/,
    key: 'panel.events.imageFailed',
  },
  { reason: 'BackOff', matches: /./, key: 'panel.events.backOffBare' },
  {
    reason: 'Pulling',
    matches: /^Pulling image "([^"]+)"/,
    key: 'panel.events.pulling',
    names: ['image'],
  },
  {
    reason: 'Pulled',
    matches: /^Successfully pulled image "([^"]+)" in (\S+)/,
    key: 'panel.events.pulled',
    names: ['image', 'span'],
  },
  {
    reason: 'Pulled',
    matches: /image "([^"]+)" already present/,
    key: 'panel.events.present',
    names: ['image'],
  },
  {
    reason: 'Created',
    matches: /^Created container:? (\S+)$/,
    key: 'panel.events.created',
    names: ['container'],
  },
  {
    reason: 'Started',
    matches: /^Started container:? (\S+)$/,
    key: 'panel.events.started',
    names: ['container'],
  },
  {
    reason: 'Killing',
    matches: /^Stopping container (\S+)$/,
    key: 'panel.events.killing',
    names: ['container'],
  },
  {
    reason: 'Scheduled',
    matches: /^Successfully assigned \S+ to (\S+)$/,
    key: 'panel.events.scheduled',
    names: ['node'],
  },
  {
    reason: 'ScalingReplicaSet',
    matches: /^Scaled up replica set (\S+).* to (\d+)$/,
    key: 'panel.events.scaledUp',
    names: ['set', 'count'],
  },
  {
    reason: 'ScalingReplicaSet',
    matches: /^Scaled down replica set (\S+).* to (\d+)$/,
    key: 'panel.events.scaledDown',
    names: ['set', 'count'],
  },
];

/** Warnings after which a container does not run; the others may pass. */
const GRAVE = new Set([
  'Failed',
  'OOMKilling',
  'Evicted',
  'FailedMount',
  'FailedCreate',
  'FailedScheduling',
  'NodeNotReady',
]);

/** Says an event in the reader's words where they are known, else in the cluster's. */
export function eventInWords(event: WorkloadEvent): EventInWords {
  const isPod = event.object.kind === 'Pod';
  return {
    mark: markOf(event),
    object: isPod ? shortPodName(event.object.name).rest : event.object.kind,
    isPod,
    phrase: phraseOf(event),
  };
}

function markOf(event: WorkloadEvent): MarkKind {
  if (event.type !== 'Warning') {
    return 'none';
  }
  return GRAVE.has(event.reason) ? 'failed' : 'degraded';
}

function phraseOf(event: WorkloadEvent): Phrase {
  for (const wording of WORDINGS) {
    const match =
      wording.reason === event.reason && wording.matches.exec(event.message);
    if (match) {
      const names = wording.names ?? [];
      return {
        key: wording.key,
        params: Object.fromEntries(
          names.map((name, i) => [name, valueOf(name, match[i + 1])]),
        ),
      };
    }
  }
  return { text: event.message || event.reason };
}

function valueOf(name: string, text: string): PhraseValue {
  if (name === 'image') {
    // The registry and path are the same for all of a company's images; the last part tells them apart.
    return text.slice(text.lastIndexOf('/') + 1);
  }
  if (name === 'span') {
    const ms = parseGoDuration(text);
    return ms === undefined ? text : { span: ms };
  }
  return name === 'count' ? Number(text) : text;
}
