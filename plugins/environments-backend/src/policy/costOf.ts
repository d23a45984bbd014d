import { Cost } from '@domaindeck/backstage-plugin-environments-common';
import { GIB } from '../objects';

const HOUR_MS = 3_600_000;

/** Prices of the config. */
export interface Prices {
  readonly currency: string;
  /** Of one core for one hour. */
  readonly coreHour: number;
  /** Of one gibibyte of memory for one hour. */
  readonly gibHour: number;
}

/**
 * What resources cost while they are awake; asleep they cost nothing.
 *
 * @param times - milliseconds: `awakeMs` so far, `remainingMs` to the end
 */
export function costOf(
  resources: { readonly cores: number; readonly memory: number },
  prices: Prices,
  times: { readonly awakeMs?: number; readonly remainingMs?: number } = {},
): Cost {
  const perHour =
    resources.cores * prices.coreHour +
    (resources.memory / GIB) * prices.gibHour;
  const money = (hours: number) => Math.round(perHour * hours * 100) / 100;
  return {
    currency: prices.currency,
    perDay: money(24),
    ...(times.remainingMs === undefined
      ? {}
      : {
          total: money(
            ((times.awakeMs ?? 0) + Math.max(0, times.remainingMs)) / HOUR_MS,
          ),
        }),
    ...(times.awakeMs === undefined
      ? {}
      : { soFar: money(times.awakeMs / HOUR_MS) }),
  };
}
