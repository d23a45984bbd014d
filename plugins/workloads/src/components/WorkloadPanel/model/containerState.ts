import { Container } from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase, PhraseKey } from '../../../translation/Phrase';
import { StateInWords } from './podState';

type End = Pick<Container, 'exitCode' | 'signal' | 'reason'>;

const WAITING: Readonly<Record<string, PhraseKey>> = {
  ImagePullBackOff: 'panel.container.imagePull',
  ErrImagePull: 'panel.container.imagePull',
  ErrImageNeverPull: 'panel.container.imagePull',
  RegistryUnavailable: 'panel.container.imagePull',
  InvalidImageName: 'panel.container.imageName',
  CreateContainerConfigError: 'panel.container.config',
  CreateContainerError: 'panel.container.cannotStart',
  RunContainerError: 'panel.container.cannotStart',
  PostStartHookError: 'panel.container.cannotStart',
};

/** Reasons that only repeat what the exit code says. */
const SAYS_NOTHING = new Set(['Error', 'Completed']);

/**
 * A container's state in words. A container that waits to be started again shows how it ended: that is what one looks for.
 */
export function containerState(container: Container): StateInWords {
  switch (container.state) {
    case 'running':
      return container.ready || container.role === 'init'
        ? { mark: 'healthy', phrase: { key: 'panel.container.running' } }
        : { mark: 'degraded', phrase: { key: 'panel.container.notReady' } };
    case 'ended':
      return ended(container);
    default:
      return waiting(container);
  }
}

/**
 * How the run before the present one ended; undefined when there was none, or when {@link containerState} says it.
 */
export function endBefore(container: Container): Phrase | undefined {
  const { lastEnd } = container;
  if (!lastEnd || container.state !== 'running') {
    return undefined;
  }
  const end = endPhrase(lastEnd);
  return lastEnd.at
    ? {
        key: 'panel.container.before',
        params: { end, time: { clock: lastEnd.at } },
      }
    : { key: 'panel.container.beforePlain', params: { end } };
}

function waiting(container: Container): StateInWords {
  const reason = container.reason ?? '';
  if (Object.hasOwn(WAITING, reason)) {
    return { mark: 'failed', phrase: { key: WAITING[reason] } };
  }
  if (reason === 'CrashLoopBackOff') {
    return { mark: 'failed', phrase: endPhrase(container.lastEnd ?? {}) };
  }
  return {
    mark: 'progressing',
    phrase: {
      key:
        reason === 'PodInitializing'
          ? 'panel.container.waits'
          : 'panel.container.starting',
    },
  };
}

function ended(container: Container): StateInWords {
  const well = container.exitCode === 0 || container.reason === 'Completed';
  return well
    ? { mark: 'healthy', phrase: { key: 'panel.container.finished' } }
    : { mark: 'failed', phrase: endPhrase(container) };
}

function endPhrase(end: End): Phrase {
  const { exitCode, signal, reason } = end;
  if (exitCode === 0) {
    return { key: 'panel.container.finished' };
  }
  if (exitCode === undefined) {
    return signal === undefined
      ? { key: 'panel.container.endedPlain' }
      : { key: 'panel.container.endedSignal', params: { signal } };
  }
  if (reason === undefined || SAYS_NOTHING.has(reason)) {
    return { key: 'panel.container.ended', params: { exitCode } };
  }
  const why: Phrase =
    reason === 'OOMKilled'
      ? { key: 'panel.container.outOfMemory' }
      : { text: reason };
  return {
    key: 'panel.container.endedReason',
    params: { exitCode, reason: why },
  };
}
