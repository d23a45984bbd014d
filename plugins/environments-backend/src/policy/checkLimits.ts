import {
  durationMs,
  EnvironmentWarning,
  formatDuration,
  QuotaUse,
  Size,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import { countReached } from './refusals';
import { warningOf } from './warningOf';

/** What a person, group and domain may have. */
export interface LimitInput {
  readonly specification: Specification;
  readonly sizes: readonly Size[];
  /** Names of sizes that this person may take; all unless told. */
  readonly allowedSizes?: readonly string[];
  readonly maxLifeMs: number;
  /** What is used without this environment. */
  readonly quota: QuotaUse;
}

/** Whether the limits leave room for an environment. */
export function checkLimits(input: LimitInput): EnvironmentWarning[] {
  return [
    ...checkCounts(input.quota),
    ...checkSize(input),
    ...checkLife(input),
  ];
}

function checkCounts(quota: QuotaUse): EnvironmentWarning[] {
  return (['person', 'group', 'domain'] as const).flatMap(whose => {
    const count = quota[whose];
    return count?.limit !== undefined && count.used >= count.limit
      ? [countReached(whose, count.used, count.limit)]
      : [];
  });
}

function checkSize(input: LimitInput): EnvironmentWarning[] {
  const { size } = input.specification;
  const allowed = input.sizes
    .map(one => one.name)
    .filter(name => input.allowedSizes?.includes(name) ?? true);
  return allowed.includes(size)
    ? []
    : [
        warningOf(
          'size-over-limit',
          'block',
          'Size {size} is not for you here; there are {sizes}.',
          { size, sizes: allowed },
          { action: 'smaller-size', value: allowed[allowed.length - 1] },
        ),
      ];
}

function checkLife(input: LimitInput): EnvironmentWarning[] {
  const ms = durationMs(input.specification.expiresIn) ?? 0;
  const most = formatDuration(input.maxLifeMs);
  return ms <= input.maxLifeMs
    ? []
    : [
        warningOf(
          'life-over-limit',
          'block',
          '{asked} is too long; {most} is the most.',
          { asked: input.specification.expiresIn, most },
          { action: 'shorter-life', value: most },
        ),
      ];
}
