/**
 * Without the optional texts that are empty: that is how a template writes a field of its form that nobody has filled
 * in.
 */
export function withoutBlanks<T extends object>(input: T): T {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== ''),
  ) as T;
}
