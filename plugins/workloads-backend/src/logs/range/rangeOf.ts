import { InputError } from '@backstage/errors';
import { normalizeLogTime } from '@domaindeck/backstage-plugin-workloads-common';

/** Days that one question may span. */
export const RANGE_DAYS = 31;

/**
 * Reads a range.
 * @returns both ends, UTC with nine digits
 * @throws InputError when it is reversed, empty or too long
 */
export function rangeOf(
  from: string,
  to: string,
): { readonly from: string; readonly to: string } {
  const range = { from: timeOf(from), to: timeOf(to) };
  if (range.from >= range.to) {
    throw new InputError(
      `The range is reversed: it begins at ${from} and ends at ${to}; let it begin before it ends`,
    );
  }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days > RANGE_DAYS) {
    throw new InputError(
      `The range is too long: it spans ${Math.ceil(
        days,
      )} days, and ${RANGE_DAYS} are the most; ask for a part of it`,
    );
  }
  return range;
}

/**
 * @returns UTC with nine digits
 * @throws InputError when it is no RFC 3339 time
 */
export function timeOf(text: string): string {
  const at = normalizeLogTime(text);
  if (at === undefined) {
    throw new InputError(
      `"${text}" is not a time; write it as 2026-11-24T10:00:00.000000000Z`,
    );
  }
  return at;
}

/** The next nanosecond. */
export function nextNano(at: string): string {
  const nanos = Number(at.slice(20, 29)) + 1;
  if (nanos < 1_000_000_000) {
    return `${at.slice(0, 20)}${String(nanos).padStart(9, '0')}Z`;
  }
  const second = new Date(Date.parse(`${at.slice(0, 19)}Z`) + 1000);
  return `${second.toISOString().slice(0, 19)}.000000000Z`;
}
