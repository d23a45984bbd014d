import { InputError } from '@backstage/errors';

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
/** Days that one question may span. */
export const MAX_DAYS = 30;
/** A chart is no wider in pixels, and stores refuse more than 11,000. */
const MAX_STEPS = 1_500;
/** So many values draw a smooth line. */
const WANTED_STEPS = 300;
/** Seconds between two values, the finest that a scrape gives first. */
const STEPS = [15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600];

/** A range cut into steps; all in milliseconds. */
export interface MetricWindow {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/**
 * Cuts a range into steps. Both ends lie on multiples of the step, so that everybody who looks at about the same time
 * asks the same question.
 *
 * @param query - RFC 3339 times, and a step in seconds where one is wanted
 * @throws InputError when the range is no range, is too long, or has too many steps
 */
export function windowOf(query: {
  readonly from: string;
  readonly to: string;
  readonly step?: number;
}): MetricWindow {
  const from = timeOf(query.from);
  const to = timeOf(query.to);
  if (from >= to) {
    throw new InputError(
      `The range is reversed: it begins at ${query.from} and ends at ${query.to}; let it begin before it ends`,
    );
  }
  if (to - from > MAX_DAYS * DAY) {
    throw new InputError(
      `The range is too long: it spans ${Math.ceil(
        (to - from) / DAY,
      )} days, and ${MAX_DAYS} are the most; ask for a part of it`,
    );
  }
  const step = (query.step ?? stepOf((to - from) / SECOND)) * SECOND;
  if ((to - from) / step > MAX_STEPS) {
    throw new InputError(
      `A step of ${
        step / SECOND
      } s gives more than ${MAX_STEPS} values over this range; make it longer, or leave it out`,
    );
  }
  return {
    from: Math.floor(from / step) * step,
    to: Math.floor(to / step) * step,
    step,
  };
}

function stepOf(seconds: number): number {
  return (
    STEPS.find(step => seconds / step <= WANTED_STEPS) ??
    STEPS[STEPS.length - 1]
  );
}

function timeOf(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) {
    throw new InputError(
      `"${text}" is not a time; write it as 2026-11-24T10:00:00Z`,
    );
  }
  return at;
}
