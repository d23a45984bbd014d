import { ProblemCode } from '@domaindeck/backstage-plugin-workloads-common';
import { autoscalerTrouble } from './autoscalerTrouble';
import { configMissing } from './configMissing';
import { containerStart } from './containerStart';
import { crashLoop } from './crashLoop';
import { creationRefused } from './creationRefused';
import { deadlinePassed } from './deadlinePassed';
import { evicted } from './evicted';
import { heldBack } from './heldBack';
import { imagePull } from './imagePull';
import { jobFailed } from './jobFailed';
import { jobRetrying } from './jobRetrying';
import { liveness } from './liveness';
import { nodeLost } from './nodeLost';
import { notReady } from './notReady';
import { outOfMemory } from './outOfMemory';
import { podFailed } from './podFailed';
import { podOverdue } from './podOverdue';
import { rolloutStuck } from './rolloutStuck';
import { slowStart } from './slowStart';
import { terminating } from './terminating';
import { FamilyRule, PodRule } from './types';
import { unschedulable } from './unschedulable';
import { volume } from './volume';

/** For a pod that should run. The nearer to the cause, the earlier: the first answer is the pod's one trouble. */
export const livePodRules: readonly PodRule[] = [
  evicted,
  podOverdue,
  imagePull,
  configMissing,
  outOfMemory,
  containerStart,
  liveness,
  crashLoop,
  volume,
  unschedulable,
  nodeLost,
  notReady,
  heldBack,
  podFailed,
  slowStart,
];

/** For a pod that has ended or shall end. */
export const leavingPodRules: readonly PodRule[] = [evicted, terminating];

/** For the workload itself; all of them are asked. */
export const familyRules: readonly FamilyRule[] = [
  creationRefused,
  deadlinePassed,
  jobFailed,
  jobRetrying,
  rolloutStuck,
  autoscalerTrouble,
];

/** Which of two problems of equal weight is shown first: causes before their consequences. */
export const codeOrder: readonly ProblemCode[] = [
  'out-of-memory',
  'crash-loop',
  'liveness',
  'image-pull',
  'image-name',
  'config-missing',
  'container-start',
  'volume',
  'unschedulable',
  'quota',
  'admission',
  'job-failed',
  'deadline',
  'rollout-stuck',
  'node-lost',
  'not-ready',
  'slow-start',
  'job-retrying',
  'evicted',
  'terminating',
  'autoscaler-limit',
  'autoscaler-blind',
  'other',
];
