import { podColours } from '../logs';
import { hasOwnColour } from './lineColour';
import { PanelLine } from './model';

/** Steps that may not be measured yet. */
const LATE = 3;
/** Seconds that a container that crashes waits at most, and runs a little: its pod is there, though it does nothing. */
const QUIET = 600;

/**
 * The colours of lines that have one of their own, as places in {@link Tokens.series}. A pod has the same as in the logs
 * of the same service: pods that are gone, which logs do not show at first, have no say in it.
 *
 * @param step - Seconds between two values.
 */
export function panelColours(
  lines: readonly PanelLine[],
  step: number,
): (line: PanelLine) => number {
  const recent = Math.max(LATE, Math.ceil(QUIET / step));
  const own = lines.filter(hasOwnColour);
  const colours = podColours(
    own.map(nameOf),
    podColours(own.filter(line => isThere(line, recent)).map(nameOf)),
  );
  return line => colours.get(nameOf(line))?.place ?? 0;
}

function isThere({ values }: PanelLine, recent: number): boolean {
  return values.slice(-recent).some(value => value !== null);
}

/** Of a pod the key that it has in logs, `cluster/namespace/pod`. */
function nameOf({ kind, key }: PanelLine): string {
  const [name, place] = key.split('@');
  return kind === 'pod' ? `${place}/${name}` : key;
}
