import {
  Problem,
  ProblemCode,
} from '@domaindeck/backstage-plugin-workloads-common';

/** A sentence of a translation, and the facts without which it cannot be built. */
interface SentenceText {
  readonly key: string;
  readonly needs: readonly string[];
  /** Only for this cause. */
  readonly cause?: string;
}

/** The message keys of a code: the words for a cell, and the sentences that a translation can build, best first. */
interface CodeText {
  readonly reason: string;
  readonly sentences: readonly SentenceText[];
}

const PODS = ['pods', 'total'] as const;
const IMAGE = [...PODS, 'image'] as const;

/** What the texts of each code hang on. `other` has no words of its own: the cluster's are shown. */
export const problemFacts = {
  'out-of-memory': {
    reason: 'reason.outOfMemory',
    sentences: [
      { key: 'problem.outOfMemory', needs: [...PODS, 'limit'] },
      { key: 'problem.outOfMemoryOnNode', needs: PODS },
    ],
  },
  'crash-loop': {
    reason: 'reason.crashLoop',
    sentences: [
      { key: 'problem.crashLoop', needs: [...PODS, 'exitCode'] },
      { key: 'problem.crashLoopPlain', needs: PODS },
    ],
  },
  'image-pull': {
    reason: 'reason.imagePull',
    sentences: [
      { key: 'problem.imageAbsent', needs: IMAGE, cause: 'not-found' },
      { key: 'problem.imageRefused', needs: IMAGE, cause: 'refused' },
      { key: 'problem.imageUnreachable', needs: IMAGE, cause: 'unreachable' },
      { key: 'problem.imageThrottled', needs: IMAGE, cause: 'throttled' },
      { key: 'problem.imagePlatform', needs: IMAGE, cause: 'platform' },
      { key: 'problem.imagePull', needs: IMAGE },
    ],
  },
  'image-name': {
    reason: 'reason.imageName',
    sentences: [{ key: 'problem.imageName', needs: IMAGE }],
  },
  'config-missing': {
    reason: 'reason.configMissing',
    sentences: [
      { key: 'problem.configKeyMissing', needs: [...PODS, 'name', 'key'] },
      { key: 'problem.configNamed', needs: [...PODS, 'kind', 'name'] },
      { key: 'problem.configMissing', needs: PODS },
    ],
  },
  'container-start': {
    reason: 'reason.containerStart',
    sentences: [
      { key: 'problem.containerStart', needs: [...PODS, 'container'] },
    ],
  },
  unschedulable: {
    reason: 'reason.unschedulable',
    sentences: [{ key: 'problem.unschedulable', needs: PODS }],
  },
  quota: {
    reason: 'reason.quota',
    sentences: [{ key: 'problem.quota', needs: ['pods', 'quota'] }],
  },
  admission: {
    reason: 'reason.admission',
    sentences: [
      { key: 'problem.admissionBy', needs: ['pods', 'policy'] },
      { key: 'problem.admission', needs: ['pods'] },
    ],
  },
  'not-ready': {
    reason: 'reason.notReady',
    sentences: [
      { key: 'problem.notReadyCheck', needs: PODS, cause: 'check' },
      { key: 'problem.notReady', needs: PODS },
    ],
  },
  liveness: {
    reason: 'reason.liveness',
    sentences: [{ key: 'problem.liveness', needs: PODS }],
  },
  volume: {
    reason: 'reason.volume',
    sentences: [
      { key: 'problem.volumeNamed', needs: [...PODS, 'volume'] },
      { key: 'problem.volume', needs: PODS },
    ],
  },
  deadline: {
    reason: 'reason.deadline',
    sentences: [
      {
        key: 'problem.deadlineRollout',
        needs: ['updated', 'total'],
        cause: 'rollout',
      },
      { key: 'problem.deadline', needs: ['cause'] },
    ],
  },
  'job-failed': {
    reason: 'reason.jobFailed',
    sentences: [
      { key: 'problem.jobFailedExit', needs: ['tries', 'exitCode'] },
      { key: 'problem.jobFailed', needs: ['tries'] },
    ],
  },
  evicted: {
    reason: 'reason.evicted',
    sentences: [{ key: 'problem.evicted', needs: ['pods'] }],
  },
  'node-lost': {
    reason: 'reason.nodeLost',
    sentences: [{ key: 'problem.nodeLost', needs: [...PODS, 'node'] }],
  },
  'autoscaler-limit': {
    reason: 'reason.autoscalerLimit',
    sentences: [{ key: 'problem.autoscalerLimit', needs: ['max'] }],
  },
  'autoscaler-blind': {
    reason: 'reason.autoscalerBlind',
    sentences: [{ key: 'problem.autoscalerBlind', needs: ['current'] }],
  },
  'rollout-stuck': {
    reason: 'reason.rolloutStuck',
    sentences: [{ key: 'problem.rolloutStuck', needs: ['updated', 'total'] }],
  },
  terminating: {
    reason: 'reason.terminating',
    sentences: [{ key: 'problem.terminating', needs: ['pods'] }],
  },
} as const satisfies Partial<Record<ProblemCode, CodeText>>;

type SentenceOf<T> = T extends { readonly sentences: readonly (infer S)[] }
  ? S
  : never;

/** One of the sentences of {@link problemFacts}. */
export type ProblemSentence = Omit<SentenceText, 'key'> &
  Pick<SentenceOf<(typeof problemFacts)[keyof typeof problemFacts]>, 'key'>;

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes in the largest unit that keeps them whole or above one: 536870912 is `512 MiB`. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Number(value.toFixed(1))} ${UNITS[unit]}`;
}

/** The facts of a problem as texts; a limit that comes as a number is bytes. */
export function factsOf(problem: Problem): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problem.params ?? {}).map(([name, value]) => [
      name,
      name === 'limit' && typeof value === 'number'
        ? bytesText(value)
        : String(value),
    ]),
  );
}
