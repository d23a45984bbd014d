import { hashOf } from '../store/identity';

/** A claim of a volume that pods of a namespace have. */
export interface DemoClaim {
  readonly name: string;
  readonly uid: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

const DAY = 86_400_000;
/** Days from the creation of a volume until it is full: two months and some, as a store grows. */
const FULL_IN_DAYS = 62;
/** A file system and the first data are there at once. */
const FIRST_USED = 0.08;

/**
 * How full a volume of the demo is: it fills day by day until nothing is left.
 *
 * @param at - milliseconds since 1970
 * @returns the share that is used, and the seconds until it is full; undefined before it was created
 */
export function volumeOf(
  { createdAt, uid }: DemoClaim,
  at: number,
): { readonly used: number; readonly fullIn: number } | undefined {
  if (at < createdAt) {
    return undefined;
  }
  const life = (FULL_IN_DAYS + (4 * hashOf(uid)) / 2 ** 32) * DAY;
  const part = Math.min(1, (at - createdAt) / life);
  return {
    used: FIRST_USED + (1 - FIRST_USED) * part,
    fullIn: ((1 - part) * life) / 1000,
  };
}
