/** Shorter ends of names are numbers, as the pods of a StatefulSet have them: many pods have the same. */
const SHORTEST = 4;

/**
 * A pod in a few letters: the place of its cluster and the end of its name, `sh·4xk2p`; of a pod with a number the
 * beginning of its name too, `sh·mess-0`.
 * @public
 */
export function podLabel(cluster: string, pod: string): string {
  const parts = cluster.split('-');
  // prod-sh is known by where it is, dev-1 by what it is for.
  const short = [parts.at(-1), parts[0]].find(one =>
    /^[a-z]{2,6}$/.test(one ?? ''),
  );
  const end = pod.split('-').at(-1) ?? pod;
  const name =
    end.length < SHORTEST && end !== pod
      ? `${pod.slice(0, SHORTEST)}-${end}`
      : end.slice(-5);
  return `${short ?? cluster.slice(0, 6)}·${name}`;
}
