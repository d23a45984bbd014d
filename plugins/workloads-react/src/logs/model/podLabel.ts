/**
 * A pod in a few letters: the place of its cluster and the end of its name, `sh·4xk2p`.
 * @public
 */
export function podLabel(cluster: string, pod: string): string {
  const place = cluster.split('-').at(-1) ?? cluster;
  const short = /^[a-z]{2,6}$/.test(place) ? place : cluster.slice(0, 6);
  return `${short}·${(pod.split('-').at(-1) ?? pod).slice(-5)}`;
}
