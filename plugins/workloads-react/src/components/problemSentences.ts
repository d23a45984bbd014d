import { ProblemCode } from '@domaindeck/backstage-plugin-workloads-common';
import { TextRule } from './TextRule';

const PODS = ['pods', 'total'] as const;

/** The sentences of each code that a translation can build, best first. */
export const problemSentences: Readonly<
  Record<ProblemCode, readonly TextRule[]>
> = {
  'out-of-memory': [
    {
      key: 'problem.outOfMemoryOnce',
      when: { restarts: '0' },
      needs: [...PODS, 'limit'],
    },
    { key: 'problem.outOfMemory', needs: [...PODS, 'limit'] },
    { key: 'problem.outOfMemoryOnNode', needs: PODS },
  ],
  'crash-loop': [
    {
      key: 'problem.crashAtStart',
      when: { role: 'init' },
      needs: [...PODS, 'container'],
    },
    { key: 'problem.crashStops', when: { exitCode: '0' }, needs: PODS },
    {
      key: 'problem.crashed',
      when: { restarts: '0' },
      needs: [...PODS, 'exitCode'],
    },
    { key: 'problem.crashLoop', needs: [...PODS, 'exitCode'] },
    { key: 'problem.crashLoopPlain', needs: PODS },
  ],
  'image-pull': [
    {
      key: 'problem.imageAbsent',
      when: { cause: 'not-found' },
      needs: [...PODS, 'image'],
    },
    {
      key: 'problem.imageRefused',
      when: { cause: 'refused' },
      needs: [...PODS, 'image'],
    },
    {
      key: 'problem.imageUnreachable',
      when: { cause: 'unreachable' },
      needs: [...PODS, 'image'],
    },
    {
      key: 'problem.imageUnknownHost',
      when: { cause: 'unknown-host' },
      needs: [...PODS, 'image', 'registry'],
    },
    {
      key: 'problem.imageThrottled',
      when: { cause: 'throttled' },
      needs: [...PODS, 'image'],
    },
    {
      key: 'problem.imagePlatform',
      when: { cause: 'platform' },
      needs: [...PODS, 'image'],
    },
    {
      key: 'problem.imageNever',
      when: { cause: 'never' },
      needs: [...PODS, 'image'],
    },
    { key: 'problem.imagePull', needs: [...PODS, 'image'] },
  ],
  'image-name': [{ key: 'problem.imageName', needs: [...PODS, 'image'] }],
  'config-missing': [
    {
      key: 'problem.configKeyMissing',
      needs: [...PODS, 'kind', 'name', 'key'],
    },
    { key: 'problem.configKeyOnly', needs: [...PODS, 'kind', 'key'] },
    { key: 'problem.configNamed', needs: [...PODS, 'kind', 'name'] },
    { key: 'problem.configMissing', needs: PODS },
    { key: 'problem.configNoPod', needs: ['kind', 'name'] },
  ],
  'container-start': [
    { key: 'problem.startNetwork', when: { cause: 'sandbox' }, needs: PODS },
    {
      key: 'problem.startCommand',
      when: { cause: 'command' },
      needs: [...PODS, 'container'],
    },
    {
      key: 'problem.startDenied',
      when: { cause: 'denied' },
      needs: [...PODS, 'container'],
    },
    {
      key: 'problem.startPlatform',
      when: { cause: 'platform' },
      needs: [...PODS, 'container'],
    },
    {
      key: 'problem.startUser',
      when: { cause: 'user' },
      needs: [...PODS, 'container'],
    },
    {
      key: 'problem.startRoot',
      when: { cause: 'root' },
      needs: [...PODS, 'container'],
    },
    {
      key: 'problem.startHook',
      when: { cause: 'hook' },
      needs: [...PODS, 'container'],
    },
    { key: 'problem.containerStart', needs: [...PODS, 'container'] },
  ],
  unschedulable: [
    {
      key: 'problem.nodesFull',
      when: { cause: 'insufficient', resource: 'pods' },
      needs: [...PODS, 'nodes', 'nodesTotal'],
    },
    {
      key: 'problem.nodesCpuAsked',
      when: { cause: 'insufficient', resource: 'cpu' },
      needs: [...PODS, 'nodes', 'nodesTotal', 'asked'],
    },
    {
      key: 'problem.nodesMemoryAsked',
      when: { cause: 'insufficient', resource: 'memory' },
      needs: [...PODS, 'nodes', 'nodesTotal', 'asked'],
    },
    {
      key: 'problem.nodesLack',
      when: { cause: 'insufficient' },
      needs: [...PODS, 'nodes', 'nodesTotal', 'resource'],
    },
    {
      key: 'problem.nodesKept',
      when: { cause: 'taint' },
      needs: [...PODS, 'nodes', 'nodesTotal'],
    },
    {
      key: 'problem.nodesClosed',
      when: { cause: 'cordoned' },
      needs: [...PODS, 'nodes', 'nodesTotal'],
    },
    {
      key: 'problem.nodesVolume',
      when: { cause: 'volume' },
      needs: [...PODS, 'nodes', 'nodesTotal'],
    },
    {
      key: 'problem.nodesPorts',
      when: { cause: 'ports' },
      needs: [...PODS, 'nodes', 'nodesTotal'],
    },
    {
      key: 'problem.nodesSpread',
      when: { cause: 'spread' },
      needs: [...PODS, 'nodes', 'nodesTotal'],
    },
    {
      key: 'problem.nodesSelector',
      when: { cause: 'affinity' },
      needs: [...PODS, 'nodes', 'nodesTotal'],
    },
    { key: 'problem.nodesNone', when: { cause: 'none' }, needs: PODS },
    { key: 'problem.unschedulable', needs: PODS },
  ],
  quota: [
    {
      key: 'problem.quotaLimits',
      when: { cause: 'unspecified' },
      needs: ['pods', 'quota', 'resource'],
    },
    { key: 'problem.quotaOf', needs: ['pods', 'quota', 'resource'] },
    { key: 'problem.quota', needs: ['pods', 'quota'] },
  ],
  admission: [
    {
      key: 'problem.admissionSilent',
      when: { cause: 'silent' },
      needs: ['pods', 'policy'],
    },
    {
      key: 'problem.admissionBounds',
      when: { cause: 'bounds' },
      needs: ['pods', 'resource', 'bound'],
    },
    { key: 'problem.admissionBy', needs: ['pods', 'policy'] },
    { key: 'problem.admission', needs: ['pods'] },
  ],
  'not-ready': [
    {
      key: 'problem.notReadyStart',
      when: { cause: 'check', check: 'startup' },
      needs: PODS,
    },
    { key: 'problem.notReadyCheck', when: { cause: 'check' }, needs: PODS },
    { key: 'problem.notReadyGate', when: { cause: 'gate' }, needs: PODS },
    { key: 'problem.notReady', needs: PODS },
  ],
  liveness: [
    { key: 'problem.livenessStart', when: { check: 'startup' }, needs: PODS },
    { key: 'problem.liveness', needs: PODS },
  ],
  volume: [
    {
      key: 'problem.volumeAttach',
      when: { cause: 'attach' },
      needs: [...PODS, 'volume'],
    },
    {
      key: 'problem.volumeClaim',
      when: { cause: 'claim-missing' },
      needs: [...PODS, 'claim'],
    },
    {
      key: 'problem.volumeUnboundNamed',
      when: { cause: 'unbound' },
      needs: [...PODS, 'claim'],
    },
    { key: 'problem.volumeUnbound', when: { cause: 'unbound' }, needs: PODS },
    { key: 'problem.volumeNamed', needs: [...PODS, 'volume'] },
    { key: 'problem.volume', needs: PODS },
  ],
  deadline: [
    {
      key: 'problem.deadlineRollout',
      when: { cause: 'rollout' },
      needs: ['updated', 'total'],
    },
    { key: 'problem.deadline', needs: ['cause'] },
  ],
  'job-failed': [
    {
      key: 'problem.jobMemory',
      when: { reason: 'OOMKilled' },
      needs: ['tries'],
    },
    { key: 'problem.jobFailedExit', needs: ['tries', 'exitCode'] },
    { key: 'problem.jobFailed', needs: ['tries'] },
  ],
  'job-retrying': [
    {
      key: 'problem.jobRetryingMemory',
      when: { reason: 'OOMKilled' },
      needs: ['tries'],
    },
    { key: 'problem.jobRetryingExit', needs: ['tries', 'exitCode'] },
    { key: 'problem.jobRetrying', needs: ['tries'] },
  ],
  'slow-start': [
    {
      key: 'problem.slowGated',
      when: { cause: 'gated' },
      needs: [...PODS, 'minutes'],
    },
    {
      key: 'problem.slowAtStart',
      when: { cause: 'init' },
      needs: [...PODS, 'minutes', 'container'],
    },
    { key: 'problem.slowStart', needs: [...PODS, 'minutes'] },
  ],
  evicted: [
    {
      key: 'problem.evictedShutdown',
      when: { cause: 'shutdown' },
      needs: ['pods'],
    },
    {
      key: 'problem.evictedPreempted',
      when: { cause: 'preempted' },
      needs: ['pods'],
    },
    { key: 'problem.evictedDisk', when: { cause: 'disk' }, needs: ['pods'] },
    {
      key: 'problem.evictedFull',
      when: { cause: 'full' },
      needs: ['pods', 'resource'],
    },
    {
      key: 'problem.evictedRefused',
      when: { cause: 'refused' },
      needs: ['pods'],
    },
    { key: 'problem.evictedLow', needs: ['pods', 'resource'] },
    { key: 'problem.evicted', needs: ['pods'] },
  ],
  'node-lost': [{ key: 'problem.nodeLost', needs: [...PODS, 'node'] }],
  'autoscaler-limit': [{ key: 'problem.autoscalerLimit', needs: ['max'] }],
  'autoscaler-blind': [
    { key: 'problem.autoscalerScale', when: { cause: 'scale' } },
    { key: 'problem.autoscalerBlind', needs: ['current'] },
  ],
  'rollout-stuck': [
    { key: 'problem.rolloutStuck', needs: ['updated', 'total'] },
  ],
  terminating: [{ key: 'problem.terminating', needs: ['pods'] }],
  other: [{ key: 'problem.other', needs: [...PODS, 'reason'] }],
};
