import { useMemo } from 'react';
import {
  MetricMark,
  MetricsAnswer,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  metricScale,
  podLabel,
  useAgeText,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { changeText } from './changeText';
import { Comparison } from './model/comparison';
import { CompareRow } from './model/compareRows';
import { ComparedWindows, sideMs } from './model/compareWindows';

/** The two sides of a comparison, in words. */
export interface SideNames {
  /** As the legend has them. */
  readonly first: string;
  readonly second: string;
  /** As a title has them. */
  readonly long: { readonly first: string; readonly second: string };
}

/**
 * Names the sides of a comparison.
 * @param release - the one that is compared around, where it is known
 */
export function useSideNames(
  comparison: Comparison,
  windows: ComparedWindows | undefined,
  release: MetricMark | undefined,
  placeOf: (ref: string) => string,
): SideNames {
  const t = useMetricText();
  const age = useAgeText();
  return useMemo(() => {
    const same = (first: string, second: string): SideNames => ({
      first,
      second,
      long: { first, second },
    });
    switch (comparison.kind) {
      case 'week':
        return same(
          t('metrics.compare.lastWeek'),
          t('metrics.compare.thisWeek'),
        );
      case 'pods':
        return same(shortPod(comparison.a), shortPod(comparison.b));
      case 'environments':
        return same(placeOf(comparison.a ?? ''), placeOf(comparison.b ?? ''));
      default: {
        const versions = release?.type === 'release' ? release : undefined;
        const named = (name: string, version?: string) =>
          version ? t('metrics.compare.version', { name, version }) : name;
        const { from, to } = windows?.after ?? { from: 0, to: 0 };
        const side = t(`metrics.compare.side.${comparison.side}`);
        const isWhole = to - from === sideMs(comparison.side);
        const span = isWhole ? side : age(to - from);
        return {
          first: named(t('metrics.compare.before'), versions?.from),
          second: named(t('metrics.compare.after'), versions?.to),
          long: {
            // The hours of the day are the same on both sides, also while the second is not over.
            first: isWhole
              ? t('metrics.compare.spanBefore', { span })
              : t('metrics.compare.spanEarlier', { span, side }),
            second: t('metrics.compare.spanAfter', { span }),
          },
        };
      }
    }
  }, [comparison, windows, release, placeOf, t, age]);
}

/** The end of a pod's name tells it from its siblings; the cluster is that of the choice. */
function shortPod(pod = ''): string {
  return podLabel('', pod).slice(1);
}

/** A figure with its unit, as a table writes it. */
export function figureText(
  value: number | undefined,
  unit: MetricsAnswer['unit'],
  largest: number,
): string {
  if (value === undefined) {
    return '–';
  }
  const scale = metricScale(unit, largest);
  const number = scale.format(value);
  switch (unit) {
    case 'ratio':
      return `${number}%`;
    case 'perSecond':
      return `${number}/s`;
    case 'cores':
    case 'count':
      return number;
    default:
      return `${number} ${scale.unit}`;
  }
}

/** The change of a line of the table; from nothing both figures are told. */
export function rowChangeText({
  change,
  before,
  after,
  unit,
}: CompareRow): string {
  if (change !== undefined) {
    return changeText(change);
  }
  return before === undefined || after === undefined
    ? '–'
    : [before, after].map(value => figureText(value, unit, after)).join(' → ');
}
