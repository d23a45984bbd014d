const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/** One mebibyte in bytes. */
export const MIB = 2 ** 20;
/** One gibibyte in bytes. */
export const GIB = 2 ** 30;

/** Reads a quantity of Kubernetes (`250m`, `1.5Gi`, `1e3`) as a number; undefined for any other text. */
export function parseQuantity(
  quantity: string | number | undefined,
): number | undefined {
  if (quantity === undefined) {
    return undefined;
  }
  const match = /^([+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)([A-Za-z]*)$/.exec(
    String(quantity).trim(),
  );
  if (!match) {
    return undefined;
  }
  const power = BINARY.indexOf(match[2]) + 1;
  const factor = power > 0 ? 1024 ** power : DECIMAL[match[2]];
  return factor === undefined ? undefined : Number(match[1]) * factor;
}

/** Writes cores in thousandths, rounded down and never nothing. */
export function writeCores(cores: number): string {
  return `${Math.max(1, Math.floor(cores * 1000 + 1e-6))}m`;
}

/** Writes bytes in mebibytes, rounded down and never nothing. */
export function writeBytes(bytes: number): string {
  return `${Math.max(1, Math.floor(bytes / MIB + 1e-6))}Mi`;
}
