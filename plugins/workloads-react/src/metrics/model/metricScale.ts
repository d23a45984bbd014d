import { MetricUnit } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * How values of a panel are written: divided by something that fits the largest, with the unit in the panel's head.
 * @public
 */
export interface MetricScale {
  /** What stands in the head, such as `MiB`; a key of the translations where it is a word. */
  readonly unit: string;
  readonly divisor: number;
  /** A value as the axis and the legend write it, without the unit. */
  format(value: number): string;
}

const BYTES: readonly [string, number][] = [
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
  ['B', 1],
];

/**
 * Chooses the scale of a panel.
 * @param largest - of all values that are drawn
 * @param locale - of the reader; that of the browser unless told
 * @public
 */
export function metricScale(
  unit: MetricUnit,
  largest: number,
  locale?: string,
): MetricScale {
  const [name, divisor] = dividedBy(unit, largest);
  // What is nothing beside the largest is written as nothing, and not with five zeros after the point.
  const magnitude = largest > 0 ? Math.floor(Math.log10(largest / divisor)) : 0;
  const maximumFractionDigits = Math.min(6, Math.max(1, 3 - magnitude));
  return {
    unit: name,
    divisor,
    format: value => {
      const scaled = value / divisor;
      return new Intl.NumberFormat(locale, {
        ...(Math.abs(scaled) < 1_000
          ? {
              maximumSignificantDigits: 3,
              maximumFractionDigits,
              roundingPriority: 'lessPrecision',
            }
          : { maximumFractionDigits: 0 }),
        useGrouping: true,
      }).format(scaled);
    },
  };
}

function dividedBy(unit: MetricUnit, largest: number): [string, number] {
  switch (unit) {
    case 'bytes':
    case 'bytesPerSecond': {
      // A scale fits when the largest value has two digits before the point at least.
      const [name, divisor] = BYTES.find(([, size]) => largest >= 4 * size) ?? [
        'B',
        1,
      ];
      return [unit === 'bytes' ? name : `${name}/s`, divisor];
    }
    case 'ratio':
      return ['%', 0.01];
    case 'seconds':
      return largest < 2 ? ['ms', 0.001] : ['s', 1];
    case 'perSecond':
      return ['perSecond', 1];
    case 'cores':
      return ['cores', 1];
    default:
      return ['count', 1];
  }
}
