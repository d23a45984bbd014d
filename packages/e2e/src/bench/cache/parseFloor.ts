import { loadObjects } from '../load/loadObjects';

/** Milliseconds of a core in which this machine parses so many pods from memory: nobody who parses JSON reads them faster. */
export function parseFloor(pods: number, podBytes: number): number {
  const [pod] =
    loadObjects({ name: 'floor', entityPods: 0, otherPods: 1, podBytes }).get(
      '/api/v1/pods',
    ) ?? [];
  const texts = Array.from({ length: 500 }, (_, index) =>
    // A text of its own each time, as from a socket.
    Buffer.from(pod.text(index, index)).toString(),
  );
  texts.forEach(text => JSON.parse(text));
  const before = process.cpuUsage();
  texts.forEach(text => JSON.parse(text));
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1000 / texts.length) * pods;
}
