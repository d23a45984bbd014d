import { ComparedPanel } from './compareRows';

/** The pods of which something was measured, each once, by name. */
export function podsOf(
  panels: readonly ComparedPanel[],
): { readonly name: string; readonly cluster: string }[] {
  const pods = new Map<string, string>();
  for (const { after } of panels) {
    for (const { pod, cluster, values } of after?.series ?? []) {
      if (pod !== undefined && values.some(value => value !== null)) {
        pods.set(pod, cluster);
      }
    }
  }
  return [...pods]
    .map(([name, cluster]) => ({ name, cluster }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
