/**
 * Takes a pod's name apart: what it shares with its fellows, and the end that tells it from them.
 */
export function shortPodName(name: string): { prefix: string; rest: string } {
  const cut = name.lastIndexOf('-') + 1;
  return cut > 0 && cut < name.length
    ? { prefix: name.slice(0, cut), rest: name.slice(cut) }
    : { prefix: '', rest: name };
}
