const MILLION = 1_000_000n;

/** Nanoseconds since 1970 of a time in UTC with nine digits. */
export function nanosOf(at: string): bigint {
  return (
    BigInt(Date.parse(`${at.slice(0, 19)}Z`)) * MILLION +
    BigInt(at.slice(20, 29))
  );
}

/** The time in UTC with nine digits of nanoseconds since 1970. */
export function timeOfNanos(nanos: bigint): string {
  const fraction = nanos % (MILLION * 1000n);
  const seconds = Number((nanos - fraction) / MILLION);
  return `${new Date(seconds).toISOString().slice(0, 19)}.${String(
    fraction,
  ).padStart(9, '0')}Z`;
}
