import { LogContainer } from '@domaindeck/backstage-plugin-workloads-common';
import { parseGoDuration } from './parseGoDuration';

/** When a container that crashed is started again. */
export interface NextStart {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How long Kubernetes waits in all, in milliseconds. */
  readonly wait: number;
}

/**
 * The next start of a container that waits after a crash. The kubelet says how long it waits, not until when; it waits
 * from the last end on.
 */
export function nextStartOf(
  container: Pick<LogContainer, 'state' | 'message' | 'lastEnd'>,
): NextStart | undefined {
  const { state, message, lastEnd } = container;
  const words = /back-off (\S+) restarting/.exec(message ?? '')?.[1];
  const wait = words === undefined ? undefined : parseGoDuration(words);
  return state === 'waiting' && wait !== undefined && lastEnd?.at
    ? { at: Date.parse(lastEnd.at) + wait, wait }
    : undefined;
}
