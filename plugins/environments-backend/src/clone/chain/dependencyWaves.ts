import { Edge } from '@domaindeck/backstage-plugin-environments-common';

/**
 * Groups own services so that what is called stands before its callers: the order in which they are woken. Services that
 * call each other in a circle stand together.
 *
 * @param stores - stand before everything else
 */
export function dependencyWaves(
  own: readonly string[],
  edges: readonly Edge[],
  stores: readonly string[],
): string[][] {
  const names = new Set(own);
  const inside = edges.filter(
    edge => edge.from !== edge.to && names.has(edge.from) && names.has(edge.to),
  );
  const first = own.filter(name => stores.includes(name));
  const waves: string[][] = first.length > 0 ? [first] : [];
  const done = new Set(first);
  let rest = own.filter(name => !done.has(name));
  while (rest.length > 0) {
    const ready = rest.filter(name =>
      inside.every(edge => edge.from !== name || done.has(edge.to)),
    );
    const wave = ready.length > 0 ? ready : rest;
    waves.push(wave);
    wave.forEach(name => done.add(name));
    rest = rest.filter(name => !done.has(name));
  }
  return waves;
}
