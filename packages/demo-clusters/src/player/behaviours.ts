import { ObjectMeta } from '../model/KubernetesObject';

/** Annotations by which a manifest chooses its troubles. They mean nothing to a real cluster. */
export const ANNOTATION_BEHAVIOUR = 'demo.domaindeck.io/behaviour';
/** How many pods of a ReplicaSet have the trouble at a time; all without it. */
export const ANNOTATION_BEHAVIOUR_PODS = 'demo.domaindeck.io/behaviour-pods';
/** How long a container runs until its trouble begins, such as `4m`. */
export const ANNOTATION_BEHAVIOUR_AFTER = 'demo.domaindeck.io/behaviour-after';
/** The same for each later start. */
export const ANNOTATION_BEHAVIOUR_AGAIN = 'demo.domaindeck.io/behaviour-again';
/** How long a container runs until its ready check passes. */
export const ANNOTATION_READY_AFTER = 'demo.domaindeck.io/ready-after';
/** How long the container of a job runs. */
export const ANNOTATION_RUNS_FOR = 'demo.domaindeck.io/runs-for';
/** On a Deployment: it is rolled again this long after each rollout began. */
export const ANNOTATION_ROLLS_EVERY = 'demo.domaindeck.io/rolls-every';
/** On a workload: its versions and their ages, oldest first, such as `5.1.9@23d 5.2.0@9d`. */
export const ANNOTATION_RELEASES = 'demo.domaindeck.io/releases';

/** How many lines each container of a pod writes in a second; about one unless told. */
export const ANNOTATION_LOG_RATE = 'demo.domaindeck.io/log-rate';

/**
 * The troubles of a pod:
 *
 * - `out-of-memory`: the first container is killed at its limit, again and again
 * - `crash`: it ends with exit code 1
 * - `image-missing`: its image is not in the registry
 * - `not-ready`: its ready check never passes
 * - `unschedulable`: no node has room
 */
export type Behaviour =
  | 'healthy'
  | 'out-of-memory'
  | 'crash'
  | 'image-missing'
  | 'not-ready'
  | 'unschedulable';

const BEHAVIOURS: readonly Behaviour[] = [
  'out-of-memory',
  'crash',
  'image-missing',
  'not-ready',
  'unschedulable',
];

/** The trouble that a pod's annotations name; what is not known counts as none. */
export function behaviourOf(metadata: ObjectMeta): Behaviour {
  const name = metadata.annotations?.[ANNOTATION_BEHAVIOUR];
  return BEHAVIOURS.find(behaviour => behaviour === name) ?? 'healthy';
}

/** The tag of an image that no registry of the demo has, so that a version can be chosen that does not exist. */
const MISSING_TAG = /:([\w.-]+-)?missing$/;

/** Whether a pod's image cannot be pulled: by its behaviour, or because its tag is `missing` or ends with `-missing`. */
export function lacksImage(pod: {
  readonly metadata: ObjectMeta;
  readonly spec: { readonly containers: readonly { readonly image: string }[] };
}): boolean {
  return (
    behaviourOf(pod.metadata) === 'image-missing' ||
    MISSING_TAG.test(pod.spec.containers[0].image)
  );
}

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Reads a duration such as `20s`, `4m`, `2h` or `9d` in milliseconds; undefined for anything else. */
export function parseDuration(text: string | undefined): number | undefined {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(text ?? '') ?? [];
  return amount === undefined ? undefined : Number(amount) * UNIT_MS[unit];
}
