/**
 * A pod in a few letters: the place of its cluster and the end of its name, `sh·4xk2p`.
 * @public
 */
export function podLabel(cluster: string, pod: string): string {
  const parts = cluster.split('-');
  // prod-sh is known by where it is, dev-1 by what it is for.
  const short = [parts.at(-1), parts[0]].find(one =>
    /^[a-z]{2,6}$/.test(one ?? ''),
  );
  return `${short ?? cluster.slice(0, 6)}·${(
    pod.split('-').at(-1) ?? pod
  ).slice(-5)}`;
}
