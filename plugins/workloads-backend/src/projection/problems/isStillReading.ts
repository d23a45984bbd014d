import { Container } from '@domaindeck/backstage-plugin-workloads-common';
import { PodRow } from '../rows';

/** What a kubelet says of a container while it has not yet read the objects that the pod refers to. */
const READING =
  /failed to sync (?:configmap|secret) cache|not registered|have not yet been read/i;
const READING_MS = 60_000;

/** Whether a node has only just been given the pod and says no more than that it does not know its objects yet. */
export function isStillReading(
  container: Container,
  pod: PodRow,
  now: number,
): boolean {
  const begun = pod.startedAt ?? pod.createdAt;
  return (
    container.state === 'waiting' &&
    READING.test(container.message ?? '') &&
    begun !== undefined &&
    now - Date.parse(begun) < READING_MS
  );
}
