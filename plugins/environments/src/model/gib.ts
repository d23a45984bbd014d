const GIB = 2 ** 30;

/** Bytes as GB of 2^30, with one place where they are few. */
export function gib(bytes: number): string {
  const value = bytes / GIB;
  return String(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}
