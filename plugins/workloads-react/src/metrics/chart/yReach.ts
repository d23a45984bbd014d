import { isAsked } from './isAsked';
import { TimeSeriesProps } from './TimeSeriesProps';

/** A limit farther above what is used than this would make a flat line of it; the legend tells it. */
const REACH = 3;
/** Room above the highest value. */
const ROOM = 1.08;

/** The largest value that the axis reaches: what is used and, where it is not far above, what was asked for. */
export function yReach(lines: TimeSeriesProps['lines']): number {
  const shown = lines.filter(({ hidden }) => !hidden);
  const used = highest(shown.filter(({ kind }) => !isAsked(kind)));
  const asked = shown
    .filter(({ kind }) => isAsked(kind))
    .map(line => highest([line]))
    .filter(value => used === 0 || value <= REACH * used);
  const most = Math.max(used, ...asked);
  return most > 0 ? most * ROOM : 1;
}

function highest(
  lines: readonly { readonly values: readonly (number | null)[] }[],
): number {
  let most = 0;
  for (const { values } of lines) {
    for (const value of values) {
      if (value !== null && value > most) {
        most = value;
      }
    }
  }
  return most;
}
