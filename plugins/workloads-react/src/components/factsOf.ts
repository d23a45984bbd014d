import { Problem } from '@domaindeck/backstage-plugin-workloads-common';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes in the largest unit that keeps them whole or above one: 536870912 is `512 MiB`. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Number(value.toFixed(1))} ${UNITS[unit]}`;
}

/** The facts of a problem as texts; a limit, and what is asked of memory, come as bytes. */
export function factsOf(problem: Problem): Record<string, string> {
  const { params = {} } = problem;
  const isBytes = (name: string) =>
    name === 'limit' || (name === 'asked' && params.resource === 'memory');
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isBytes(name) && typeof value === 'number'
        ? bytesText(value)
        : String(value),
    ]),
  );
}
