import { WatchedResource } from '../rows';
import { Json } from './FakeNamespace';
import { Random } from './seededRandom';
import { wholeObjects } from './wholeObjects';

const TEXTS = [
  '',
  'True',
  'False',
  'Maybe',
  'Running',
  'Pending',
  'Failed',
  'Unknown',
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'OOMKilled',
  'Evicted',
  'Ready',
  'PodScheduled',
  'Progressing',
  'ReplicaFailure',
  'Complete',
  'ScalingLimited',
  'TooManyReplicas',
  'ProgressDeadlineExceeded',
  'Warning',
  'FailedMount',
  'Unhealthy',
  'BackOff',
  'Resource',
  'Deployment',
  'app',
  'registry:5000/a/b:latest',
  'a:b:c@sha256:0',
  '0/3 nodes are available: 3 Insufficient cpu, x.',
  'exceeded quota: , limited: ',
  'configmap "" not found',
  '500m',
  '1e99',
  '2026-11-23T14:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-99-99T99:99:99Z',
  'yesterday',
  '发布中',
  'n'.repeat(63),
  '\u0000\ud800',
];

const NUMBERS = [0, 1, 3, 137, -1, 0.5, 1e308, NaN, Infinity, 2 ** 53, -0];

const LEAVES: readonly unknown[] = [
  ...TEXTS,
  ...NUMBERS,
  ...NUMBERS,
  null,
  true,
  false,
  [],
  [null, 7, 'a', [], {}],
  {},
];

/** Makes objects that no API server should send: whole ones, of which chance changes, drops and repeats fields. */
export class AbsurdObjects {
  readonly #random: Random;
  readonly #uids: string[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  /** An object of which only uid and name are right. */
  object(resource: WatchedResource): Json {
    const uid = `${resource}-${this.#uids.length}`;
    const owner = this.#pick(this.#uids);
    this.#uids.push(uid);
    const whole = wholeObjects[resource];
    const distorted = this.#distort({
      ...whole,
      ...(resource === 'events' && {
        involvedObject: { kind: 'Pod', name: 'x', uid: this.#pick(this.#uids) },
      }),
    });
    return {
      ...(distorted as Json),
      metadata: {
        labels: this.#pick(LEAVES),
        annotations: {
          'deployment.kubernetes.io/revision': this.#pick(LEAVES),
        },
        creationTimestamp: this.#pick(TEXTS),
        deletionTimestamp: this.#random() < 0.2 ? this.#pick(TEXTS) : null,
        deletionGracePeriodSeconds: this.#pick(NUMBERS),
        generation: this.#pick(NUMBERS),
        ownerReferences:
          this.#random() < 0.1
            ? this.#pick(LEAVES)
            : [{ kind: 'X', name: 'x', controller: true, uid: owner }],
        uid,
        name: this.#pick([uid, `${uid}-abcde`, uid.padEnd(63, 'n')]),
        namespace: 'absurd',
      },
    };
  }

  /** A copy with about one field in seven wrong; the outermost object stays one. */
  #distort(value: unknown, depth = 0): unknown {
    const chance = this.#random();
    if (depth > 0 && chance < 0.12) {
      return this.#pick(LEAVES);
    }
    if (Array.isArray(value)) {
      const times = chance > 0.95 ? 6 : 1;
      return Array.from({ length: times }, () => value)
        .flat()
        .map(item => this.#distort(item, depth + 1));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value)
          .filter(() => this.#random() > 0.04)
          .map(([key, item]) => [key, this.#distort(item, depth + 1)]),
      );
    }
    // Another text where a text is wanted leads further into the rules than a wrong type does.
    return typeof value === 'string' && chance < 0.4
      ? this.#pick(TEXTS)
      : value;
  }

  #pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)];
  }
}
