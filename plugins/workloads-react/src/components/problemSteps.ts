import { ProblemCode } from '@domaindeck/backstage-plugin-workloads-common';
import { TextRule } from './TextRule';

/** What a person may do next about each code, best first. */
export const problemSteps: Readonly<Record<ProblemCode, readonly TextRule[]>> =
  {
    'out-of-memory': [
      { key: 'step.memoryLimit', needs: ['limit'] },
      { key: 'step.memoryNode' },
    ],
    'crash-loop': [
      { key: 'step.atStart', when: { role: 'init' }, needs: ['container'] },
      { key: 'step.stops', when: { exitCode: '0' } },
      { key: 'step.command', when: { exitCode: '127' } },
      { key: 'step.execute', when: { exitCode: '126' } },
      { key: 'step.log' },
    ],
    liveness: [{ key: 'step.checkLog' }],
    'image-pull': [
      {
        key: 'step.imageBuilt',
        when: { cause: 'not-found' },
        needs: ['image'],
      },
      {
        key: 'step.imageRight',
        when: { cause: 'refused' },
        needs: ['registry'],
      },
      {
        key: 'step.imageHost',
        when: { cause: 'unknown-host' },
        needs: ['registry'],
      },
      { key: 'step.imageWait', when: { cause: 'throttled' } },
      { key: 'step.imagePlatform', when: { cause: 'platform' } },
      {
        key: 'step.imageRegistry',
        when: { cause: 'unreachable' },
        needs: ['registry'],
      },
      { key: 'step.imageCheck' },
    ],
    'image-name': [{ key: 'step.imageName' }],
    'config-missing': [
      { key: 'step.configKey', needs: ['kind', 'name', 'key'] },
      { key: 'step.configName', needs: ['kind', 'name'] },
      { key: 'step.config' },
    ],
    'container-start': [
      { key: 'step.network', when: { cause: 'sandbox' } },
      { key: 'step.startCommand', when: { cause: 'command' } },
      { key: 'step.execute', when: { cause: 'denied' } },
      { key: 'step.imagePlatform', when: { cause: 'platform' } },
      { key: 'step.root', when: { cause: 'user' } },
      { key: 'step.root', when: { cause: 'root' } },
      { key: 'step.hook', when: { cause: 'hook' } },
      { key: 'step.clusterWords' },
    ],
    unschedulable: [
      { key: 'step.room', when: { cause: 'insufficient' } },
      { key: 'step.wait', when: { cause: 'cordoned' } },
      { key: 'step.placement', when: { cause: 'affinity' } },
      { key: 'step.spread', when: { cause: 'spread' } },
      { key: 'step.port', when: { cause: 'ports' } },
      { key: 'step.platform' },
    ],
    quota: [
      {
        key: 'step.quotaState',
        when: { cause: 'unspecified' },
        needs: ['resource'],
      },
      { key: 'step.quota' },
    ],
    admission: [
      { key: 'step.admissionSilent', when: { cause: 'silent' } },
      {
        key: 'step.bounds',
        when: { cause: 'bounds' },
        needs: ['resource', 'bound'],
      },
      { key: 'step.policy' },
    ],
    'not-ready': [
      { key: 'step.gate', when: { cause: 'gate' } },
      { key: 'step.ready' },
    ],
    volume: [
      { key: 'step.claim', when: { cause: 'claim-missing' }, needs: ['claim'] },
      { key: 'step.attach', when: { cause: 'attach' } },
      { key: 'step.storage' },
    ],
    deadline: [
      { key: 'step.deadlineRollout', when: { cause: 'rollout' } },
      { key: 'step.deadline' },
    ],
    'job-failed': [{ key: 'step.jobLog' }],
    'job-retrying': [{ key: 'step.jobWait' }],
    'slow-start': [
      { key: 'step.slowGated', when: { cause: 'gated' } },
      {
        key: 'step.slowAtStart',
        when: { cause: 'init' },
        needs: ['container'],
      },
      { key: 'step.slowStart' },
    ],
    evicted: [
      { key: 'step.evictedShutdown', when: { cause: 'shutdown' } },
      { key: 'step.evictedRefused', when: { cause: 'refused' } },
      { key: 'step.evictedDisk', when: { cause: 'disk' } },
      { key: 'step.evictedFull', when: { cause: 'full' } },
      { key: 'step.evicted' },
    ],
    'node-lost': [{ key: 'step.node', needs: ['node'] }],
    'autoscaler-limit': [{ key: 'step.maximum', needs: ['max'] }],
    'autoscaler-blind': [
      { key: 'step.scale', when: { cause: 'scale' } },
      { key: 'step.metrics' },
    ],
    'rollout-stuck': [{ key: 'step.stuck', needs: ['pod'] }],
    terminating: [{ key: 'step.terminating' }],
    other: [{ key: 'step.other' }],
  };
