import { ProblemCode } from '@domaindeck/backstage-plugin-workloads-common';
import { TextRule } from './TextRule';

/** The words for a cell of each code, best first. */
export const problemReasons: Readonly<
  Record<ProblemCode, readonly TextRule[]>
> = {
  'out-of-memory': [
    { key: 'reason.outOfMemoryOnce', when: { restarts: '0' } },
    { key: 'reason.outOfMemory' },
  ],
  'crash-loop': [
    { key: 'reason.crashAtStart', when: { role: 'init' } },
    { key: 'reason.crashed', when: { restarts: '0' } },
    { key: 'reason.crashLoop' },
  ],
  'image-pull': [{ key: 'reason.imagePull' }],
  'image-name': [{ key: 'reason.imageName' }],
  'config-missing': [{ key: 'reason.configMissing' }],
  'container-start': [{ key: 'reason.containerStart' }],
  unschedulable: [
    { key: 'reason.unschedulable', when: { cause: 'insufficient' } },
    { key: 'reason.noNodeFits' },
  ],
  quota: [
    { key: 'reason.quotaLimits', when: { cause: 'unspecified' } },
    { key: 'reason.quota' },
  ],
  admission: [
    { key: 'reason.bounds', when: { cause: 'bounds' } },
    { key: 'reason.admission' },
  ],
  'not-ready': [
    { key: 'reason.readyCheck', when: { cause: 'check' } },
    { key: 'reason.notReady' },
  ],
  liveness: [{ key: 'reason.liveness' }],
  volume: [
    { key: 'reason.volumeMount', when: { cause: 'mount' } },
    { key: 'reason.volumeMount', when: { cause: 'attach' } },
    { key: 'reason.volume' },
  ],
  deadline: [
    { key: 'reason.deadline', when: { cause: 'rollout' } },
    { key: 'reason.outOfTime' },
  ],
  'job-failed': [
    { key: 'reason.runFailed', when: { cause: 'run' } },
    { key: 'reason.jobFailed' },
  ],
  'job-retrying': [{ key: 'reason.jobRetrying' }],
  'slow-start': [{ key: 'reason.slowStart' }],
  evicted: [
    { key: 'reason.evictedRefused', when: { cause: 'full' } },
    { key: 'reason.evictedRefused', when: { cause: 'refused' } },
    { key: 'reason.evicted' },
  ],
  'node-lost': [{ key: 'reason.nodeLost' }],
  'autoscaler-limit': [{ key: 'reason.autoscalerLimit' }],
  'autoscaler-blind': [{ key: 'reason.autoscalerBlind' }],
  'rollout-stuck': [{ key: 'reason.rolloutStuck' }],
  terminating: [{ key: 'reason.terminating' }],
  other: [{ key: 'reason.other' }],
};

/** The words for a cell where no problem stands behind the state, by what the backend calls it. */
export const stateReasons: Readonly<Record<string, TextRule['key']>> = {
  suspended: 'reason.suspended',
  deleting: 'reason.deleting',
  paused: 'reason.paused',
  running: 'reason.running',
  zero: 'reason.zero',
  rolling: 'reason.rollingOut',
  leaving: 'reason.leaving',
  starting: 'reason.starting',
  unready: 'reason.unready',
};
