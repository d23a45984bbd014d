const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
const SMALL: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
};

const QUANTITY =
  /^([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(?:([eE][+-]?\d+)|([a-zA-Z]*))$/;

/** An amount of a resource as manifests write it, such as `250m`, `1.5` or `64Mi`, exact to a thousandth. */
export class Quantity {
  static readonly zero = new Quantity(0, false);
  static readonly one = new Quantity(1000, false);

  readonly #milli: number;
  /** Whether it was written in powers of 1024. */
  readonly #isBinary: boolean;

  private constructor(milli: number, isBinary: boolean) {
    this.#milli = milli;
    this.#isBinary = isBinary;
  }

  /** A whole number. */
  static of(value: number): Quantity {
    return new Quantity(value * 1000, false);
  }

  /** What is no quantity counts as zero. */
  static parse(text: unknown): Quantity {
    const [, number, exponent = '', suffix = ''] =
      QUANTITY.exec(String(text)) ?? [];
    const power = BINARY.indexOf(suffix);
    const isBinary = power > 0;
    const factor = isBinary
      ? 1024 ** power
      : SMALL[suffix] ?? 1000 ** Math.max(0, DECIMAL.indexOf(suffix));
    const value = Number(`${number ?? 0}${exponent}`) * factor;
    // The real server rounds up what is smaller than it can hold.
    return new Quantity(Math.ceil(value * 1000 - 1e-6), isBinary);
  }

  get isZero(): boolean {
    return this.#milli === 0;
  }

  plus(other: Quantity): Quantity {
    const isBinary = this.isZero ? other.#isBinary : this.#isBinary;
    return new Quantity(this.#milli + other.#milli, isBinary);
  }

  /** Never below zero. */
  minus(other: Quantity): Quantity {
    return new Quantity(
      Math.max(0, this.#milli - other.#milli),
      this.#isBinary,
    );
  }

  max(other: Quantity): Quantity {
    return this.exceeds(other) ? this : other;
  }

  exceeds(other: Quantity): boolean {
    return this.#milli > other.#milli;
  }

  /** How many times the other, which is not zero. */
  ratioTo(other: Quantity): number {
    return this.#milli / other.#milli;
  }

  /** The shortest way to write it, as the real server answers. */
  toString(): string {
    if (this.#milli % 1000 !== 0) {
      return `${this.#milli}m`;
    }
    const value = this.#milli / 1000;
    return this.#isBinary && Math.abs(value) >= 1024
      ? shortened(value, 1024, BINARY)
      : shortened(value, 1000, DECIMAL);
  }

  toJSON(): string {
    return this.toString();
  }
}

function shortened(
  value: number,
  base: number,
  suffixes: readonly string[],
): string {
  let rest = value;
  let power = 0;
  while (rest !== 0 && rest % base === 0 && power < suffixes.length - 1) {
    rest /= base;
    power += 1;
  }
  return `${rest}${suffixes[power]}`;
}
