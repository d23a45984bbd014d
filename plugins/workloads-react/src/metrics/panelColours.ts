import { podColours } from '../logs';
import { hasOwnColour } from './lineColour';
import { PanelLine } from './model';

/** Steps that may not be measured yet. */
const LATE = 3;

/**
 * The colours of lines that have one of their own, as places in {@link Tokens.series}. A pod has the same as in the logs
 * of the same service: pods that are gone, which logs do not show at first, have no say in it.
 */
export function panelColours(
  lines: readonly PanelLine[],
): (line: PanelLine) => number {
  const own = lines.filter(hasOwnColour);
  const colours = podColours(
    own.map(nameOf),
    podColours(own.filter(isThere).map(nameOf)),
  );
  return line => colours.get(nameOf(line))?.place ?? 0;
}

function isThere({ values }: PanelLine): boolean {
  return values.slice(-LATE).some(value => value !== null);
}

/** Of a pod the key that it has in logs, `cluster/namespace/pod`. */
function nameOf({ kind, key }: PanelLine): string {
  const [name, place] = key.split('@');
  return kind === 'pod' ? `${place}/${name}` : key;
}
