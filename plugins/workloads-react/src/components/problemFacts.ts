import {
  Problem,
  ProblemCode,
} from '@domaindeck/backstage-plugin-workloads-common';

/** The message keys of a code: the words for a cell, and the sentence where a translation can build one. */
interface CodeText {
  readonly reason: string;
  readonly sentence?: string;
  /** Facts without which the sentence cannot be built. */
  readonly needs?: readonly string[];
}

const POD_COUNTS = ['pods', 'total'];

/** What the texts of each code hang on. `other` has no words of its own: the cluster's are shown. */
export const problemFacts = {
  'out-of-memory': {
    reason: 'reason.outOfMemory',
    sentence: 'problem.outOfMemory',
    needs: [...POD_COUNTS, 'limit'],
  },
  'crash-loop': {
    reason: 'reason.crashLoop',
    sentence: 'problem.crashLoop',
    needs: [...POD_COUNTS, 'exitCode'],
  },
  'image-pull': {
    reason: 'reason.imagePull',
    sentence: 'problem.imagePull',
    needs: [...POD_COUNTS, 'image'],
  },
  'image-name': {
    reason: 'reason.imageName',
    sentence: 'problem.imageName',
    needs: [...POD_COUNTS, 'image'],
  },
  'config-missing': {
    reason: 'reason.configMissing',
    sentence: 'problem.configMissing',
    needs: POD_COUNTS,
  },
  'container-start': { reason: 'reason.containerStart' },
  unschedulable: {
    reason: 'reason.unschedulable',
    sentence: 'problem.unschedulable',
    needs: POD_COUNTS,
  },
  quota: { reason: 'reason.quota' },
  admission: { reason: 'reason.admission' },
  'not-ready': {
    reason: 'reason.notReady',
    sentence: 'problem.notReady',
    needs: POD_COUNTS,
  },
  liveness: { reason: 'reason.liveness' },
  volume: { reason: 'reason.volume' },
  deadline: { reason: 'reason.deadline' },
  'job-failed': { reason: 'reason.jobFailed' },
  evicted: { reason: 'reason.evicted' },
  'node-lost': { reason: 'reason.nodeLost' },
  'autoscaler-limit': {
    reason: 'reason.autoscalerLimit',
    sentence: 'problem.autoscalerLimit',
    needs: ['max'],
  },
  'autoscaler-blind': { reason: 'reason.autoscalerBlind' },
  'rollout-stuck': { reason: 'reason.rolloutStuck' },
  terminating: { reason: 'reason.terminating' },
} as const satisfies Partial<Record<ProblemCode, CodeText>>;

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
