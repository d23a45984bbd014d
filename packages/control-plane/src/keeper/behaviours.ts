import { KubernetesObject } from '../cluster/KubernetesClient';

/** On a pod template of a world: which trouble its pods play. Harmless on a cluster that does not play. */
export const behaviourAnnotation = 'demo.domaindeck.io/behaviour';

/** On a pod template: how many of the pods play it; without it all do. */
export const behaviourPodsAnnotation = 'demo.domaindeck.io/behaviour-pods';

/**
 * On a pod: the trouble that it was chosen to play, or `none`. Ours, written by the keeper and read by the kwok stages;
 * a stage by itself cannot choose one pod of three.
 */
export const playedAnnotation = 'control-plane.domaindeck.io/played';

/** A pod and what it is to play from now on. */
export interface BehaviourChoice {
  readonly namespace: string;
  readonly name: string;
  readonly played: string;
}

function ownerOf(pod: KubernetesObject): string {
  return pod.metadata.ownerReferences?.[0]?.uid ?? pod.metadata.uid ?? '';
}

/**
 * Chooses for every new pod with a behaviour whether it plays it: as many pods of one owner as its template says,
 * the first by name. A pod keeps what it was given; when it goes, the next one takes its part.
 */
export function chooseBehaviours(
  pods: readonly KubernetesObject[],
): BehaviourChoice[] {
  const living = pods.filter(
    pod =>
      !pod.metadata.deletionTimestamp &&
      pod.metadata.annotations?.[behaviourAnnotation],
  );
  const playing = new Map<string, number>();
  for (const pod of living) {
    const played = pod.metadata.annotations?.[playedAnnotation];
    if (played && played !== 'none') {
      playing.set(ownerOf(pod), (playing.get(ownerOf(pod)) ?? 0) + 1);
    }
  }
  const choices: BehaviourChoice[] = [];
  const waiting = living
    .filter(pod => !pod.metadata.annotations?.[playedAnnotation])
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  for (const pod of waiting) {
    const { annotations = {}, namespace = 'default', name } = pod.metadata;
    const wanted = Number(annotations[behaviourPodsAnnotation] ?? Infinity);
    const now = playing.get(ownerOf(pod)) ?? 0;
    const plays = now < wanted;
    if (plays) {
      playing.set(ownerOf(pod), now + 1);
    }
    choices.push({
      namespace,
      name,
      played: plays ? annotations[behaviourAnnotation] : 'none',
    });
  }
  return choices;
}
