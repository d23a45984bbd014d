/** A small curve as SVG paths, in pixels from the upper left corner. */
export interface SparkShape {
  /** One line for each stretch without a gap. */
  readonly line: string;
  /** The same down to the base. */
  readonly area: string;
  /** Height of the line of what is asked for; undefined where nothing is. */
  readonly request?: number;
}

/** Room above what is highest. */
const ROOM = 1.12;

/**
 * Shapes a curve over its request.
 *
 * @param values - null where nothing was measured; the line is broken there
 * @param request - in the unit of the values
 */
export function sparkShape(
  values: readonly (number | null)[],
  request: number | undefined,
  size: { readonly width: number; readonly height: number },
): SparkShape {
  const { width, height } = size;
  const top =
    ROOM *
    values.reduce<number>(
      (most, value) => Math.max(most, value ?? 0),
      request ?? 0,
    );
  const x = (index: number) =>
    round((index / Math.max(1, values.length - 1)) * width);
  const y = (value: number) =>
    round(top > 0 ? height - (value / top) * height : height);
  const stretches = stretchesOf(values);
  const lineOf = (points: readonly Point[]) =>
    points
      .map(({ index, value }, at) => `${at ? 'L' : 'M'}${x(index)} ${y(value)}`)
      .join('');
  return {
    line: stretches
      // One value alone would be no line: it is a short one.
      .map(points =>
        points.length > 1 ? lineOf(points) : `${lineOf(points)}h1`,
      )
      .join(''),
    area: stretches
      .map(
        points =>
          `${lineOf(points)}L${x(
            points[points.length - 1].index,
          )} ${height}L${x(points[0].index)} ${height}Z`,
      )
      .join(''),
    request: request === undefined ? undefined : y(request),
  };
}

interface Point {
  readonly index: number;
  readonly value: number;
}

function stretchesOf(values: readonly (number | null)[]): Point[][] {
  const stretches: Point[][] = [];
  values.forEach((value, index) => {
    if (value === null) {
      return;
    }
    if (index === 0 || values[index - 1] === null) {
      stretches.push([]);
    }
    stretches[stretches.length - 1].push({ index, value });
  });
  return stretches;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
