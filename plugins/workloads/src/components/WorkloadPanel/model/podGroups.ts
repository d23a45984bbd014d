import { Pod } from '@domaindeck/backstage-plugin-workloads-common';
import { MarkKind } from '@domaindeck/backstage-plugin-workloads-react';
import { Phrase, PhraseKey } from '../../../translation/Phrase';
import { podState } from './podState';

/** More pods than this are grouped by state: a list of them says nothing at one glance. */
export const GROUP_ABOVE = 20;

/** Pods in the same state. */
export interface PodGroup {
  /** Stable while pods join and leave. */
  readonly id: string;
  readonly mark: MarkKind;
  readonly phrase: Phrase;
  readonly pods: readonly Pod[];
}

const ORDER: readonly MarkKind[] = [
  'failed',
  'degraded',
  'unknown',
  'progressing',
  'healthy',
];

/** How urgent a pod is, smallest first; what is well comes last. */
export function urgency(mark: MarkKind): number {
  const place = ORDER.indexOf(mark);
  return place < 0 ? ORDER.length : place;
}

/**
 * Pods by state, worst first, the larger group before the smaller. The seconds until a next start do not part pods that
 * crash alike.
 */
export function podGroups(pods: readonly Pod[], now: number): PodGroup[] {
  const groups = new Map<string, { group: PodGroup; pods: Pod[] }>();
  for (const pod of pods) {
    const { mark, phrase } = podState(pod, now);
    const shared = withoutFigures(phrase);
    const id = 'key' in shared ? shared.key : pod.phase;
    const known = groups.get(id);
    if (known) {
      known.pods.push(pod);
    } else {
      const members = [pod];
      groups.set(id, {
        group: { id, mark, phrase: shared, pods: members },
        pods: members,
      });
    }
  }
  return [...groups.values()]
    .map(({ group }) => group)
    .sort(
      (a, b) =>
        urgency(a.mark) - urgency(b.mark) ||
        b.pods.length - a.pods.length ||
        a.id.localeCompare(b.id),
    );
}

const WITHOUT_FIGURES: Partial<Record<PhraseKey, PhraseKey>> = {
  'panel.pod.crashingRetry': 'panel.pod.crashing',
  'panel.pod.preparing': 'panel.pod.starting',
};

function withoutFigures(phrase: Phrase): Phrase {
  if (!('key' in phrase)) {
    return phrase;
  }
  const key = WITHOUT_FIGURES[phrase.key];
  return key ? { key } : phrase;
}
