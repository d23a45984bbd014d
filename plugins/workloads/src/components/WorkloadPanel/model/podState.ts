import { Pod } from '@domaindeck/backstage-plugin-workloads-common';
import { MarkKind } from '@domaindeck/backstage-plugin-workloads-react';
import { Phrase, PhraseKey } from '../../../translation/Phrase';
import { nextStartOf } from '../../parts/model/nextStartOf';

/** A state in a mark and words. */
export interface StateInWords {
  readonly mark: MarkKind;
  readonly phrase: Phrase;
}

/** The words of kubectl's STATUS column whose meaning does not hang on anything else. */
const BY_STATUS: Readonly<Record<string, { mark: MarkKind; key: PhraseKey }>> =
  {
    OOMKilled: { mark: 'failed', key: 'panel.pod.outOfMemory' },
    ImagePullBackOff: { mark: 'failed', key: 'panel.pod.imagePull' },
    ErrImagePull: { mark: 'failed', key: 'panel.pod.imagePull' },
    ErrImageNeverPull: { mark: 'failed', key: 'panel.pod.imagePull' },
    RegistryUnavailable: { mark: 'failed', key: 'panel.pod.imagePull' },
    InvalidImageName: { mark: 'failed', key: 'panel.pod.imageName' },
    CreateContainerConfigError: { mark: 'failed', key: 'panel.pod.config' },
    CreateContainerError: { mark: 'failed', key: 'panel.pod.cannotStart' },
    RunContainerError: { mark: 'failed', key: 'panel.pod.cannotStart' },
    PostStartHookError: { mark: 'failed', key: 'panel.pod.cannotStart' },
    ContainerCannotRun: { mark: 'failed', key: 'panel.pod.cannotStart' },
    StartError: { mark: 'failed', key: 'panel.pod.cannotStart' },
    Error: { mark: 'failed', key: 'panel.pod.failed' },
    Failed: { mark: 'failed', key: 'panel.pod.failed' },
    DeadlineExceeded: { mark: 'failed', key: 'panel.pod.failed' },
    Evicted: { mark: 'failed', key: 'panel.pod.evicted' },
    Unknown: { mark: 'degraded', key: 'panel.pod.lost' },
    NodeLost: { mark: 'degraded', key: 'panel.pod.lost' },
    ContainerCreating: { mark: 'progressing', key: 'panel.pod.starting' },
    PodInitializing: { mark: 'progressing', key: 'panel.pod.starting' },
    Terminating: { mark: 'progressing', key: 'panel.pod.ending' },
    Completed: { mark: 'healthy', key: 'panel.pod.finished' },
    Succeeded: { mark: 'healthy', key: 'panel.pod.finished' },
  };

/**
 * A pod's state in words. A status that is not known is shown as the cluster gives it.
 * @param now - Milliseconds since the epoch, for the seconds until a crashed container starts again.
 */
export function podState(pod: Pod, now: number): StateInWords {
  const status = pod.phase.replace(/^Init:(?=[A-Z])/, '');
  if (status === 'Running' || status === 'NotReady') {
    return pod.ready
      ? { mark: 'healthy', phrase: { key: 'panel.pod.running' } }
      : { mark: 'degraded', phrase: { key: 'panel.pod.notReady' } };
  }
  if (status === 'CrashLoopBackOff') {
    return { mark: 'failed', phrase: crashing(pod, now) };
  }
  if (status === 'Pending') {
    return {
      mark: 'progressing',
      phrase: { key: pod.node ? 'panel.pod.starting' : 'panel.pod.waiting' },
    };
  }
  const steps = /^Init:(\d+)\/(\d+)$/.exec(pod.phase);
  if (steps) {
    return {
      mark: 'progressing',
      phrase: {
        key: 'panel.pod.preparing',
        params: { done: Number(steps[1]), total: Number(steps[2]) },
      },
    };
  }
  if (/^(ExitCode|Signal):/.test(status)) {
    return { mark: 'failed', phrase: { key: 'panel.pod.failed' } };
  }
  const known = Object.hasOwn(BY_STATUS, status)
    ? BY_STATUS[status]
    : undefined;
  return known
    ? { mark: known.mark, phrase: { key: known.key } }
    : { mark: 'unknown', phrase: { text: pod.phase } };
}

function crashing(pod: Pod, now: number): Phrase {
  const left = pod.containers
    .map(container => (nextStartOf(container)?.at ?? now) - now)
    .filter(ms => ms > 0);
  return left.length > 0
    ? {
        key: 'panel.pod.crashingRetry',
        params: { span: { span: Math.min(...left) } },
      }
    : { key: 'panel.pod.crashing' };
}
