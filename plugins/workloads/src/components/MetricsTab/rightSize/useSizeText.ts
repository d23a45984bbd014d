import { useMemo } from 'react';
import {
  MetricText,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { ResourceSize } from './model/rightSize';

const MIB = 2 ** 20;
/** Smaller than what anybody would change a value for. */
const NOTHING = { cpu: 0.05, memory: 64 * MIB };

/** What is said of one resource. */
export interface SizeText {
  /** What all pods together have too much or too little. */
  readonly head: string;
  readonly sentence: string;
  /** Why another limit is suggested. */
  readonly limit: string;
  /** An amount with its unit. */
  readonly amount: (value: number) => string;
  /** The same without the unit, as it stands in a drawing. */
  readonly figure: (value: number) => string;
}

/** Says in the reader's language what a container asks for, what it needs, and what would be better. */
export function useSizeText(size: ResourceSize): SizeText {
  const t = useMetricText();
  return useMemo(() => {
    const { resource, request, p95, hit, suggested } = size;
    const amount = (value: number) => amountOf(resource, value, t);
    const asked = request === undefined ? undefined : amount(request);
    let sentence =
      asked === undefined
        ? t('metrics.rightSize.needsOnly', { p95: amount(p95) })
        : t('metrics.rightSize.needs', { request: asked, p95: amount(p95) });
    if (suggested.trial) {
      sentence = t(
        hit === 1 ? 'metrics.rightSize.killedOnce' : 'metrics.rightSize.killed',
        { count: hit ?? 0, limit: amount(suggested.limit ?? 0) },
      );
    }
    return {
      head: headOf(size, amount, t),
      sentence,
      limit: t(
        resource === 'cpu'
          ? 'metrics.rightSize.endsThrottling'
          : 'metrics.rightSize.trial',
      ),
      amount,
      figure: value => figureOf(resource, value),
    };
  }, [size, t]);
}

function headOf(
  { resource, spare }: ResourceSize,
  amount: (value: number) => string,
  t: MetricText,
): string {
  if (spare === undefined) {
    return t('metrics.rightSize.noRequest');
  }
  if (Math.abs(spare) < NOTHING[resource]) {
    return t('metrics.rightSize.fits');
  }
  return spare > 0
    ? t('metrics.rightSize.wastes', { amount: amount(spare) })
    : t('metrics.rightSize.lacks', { amount: amount(-spare) });
}

function amountOf(
  resource: ResourceSize['resource'],
  value: number,
  t: MetricText,
): string {
  if (resource === 'memory') {
    return value >= 2_048 * MIB
      ? `${digits(value / (1_024 * MIB), 1)} GiB`
      : `${digits(value / MIB, 0)} MiB`;
  }
  const figure = figureOf(resource, value);
  return t(value === 1 ? 'metrics.rightSize.core' : 'metrics.rightSize.cores', {
    figure,
  });
}

function figureOf(resource: ResourceSize['resource'], value: number): string {
  return resource === 'memory' ? digits(value / MIB, 0) : digits(value, 2);
}

function digits(value: number, most: number): string {
  return new Intl.NumberFormat(undefined, {
    maximumFractionDigits: most,
  }).format(value);
}
