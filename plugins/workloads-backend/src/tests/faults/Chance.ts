import { Random, seededRandom } from '../../projection/testUtils/seededRandom';

/** Random decisions that are the same for the same seed. */
export class Chance {
  readonly #random: Random;

  static create(seed: number): Chance {
    return new Chance(seededRandom(seed));
  }

  private constructor(random: Random) {
    this.#random = random;
  }

  /** From 0 to below 1. */
  next = (): number => this.#random();

  happens(probability: number): boolean {
    return this.#random() < probability;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  between(from: number, to: number): number {
    return from + this.#random() * (to - from);
  }

  /** @throws RangeError when there is nothing to choose from */
  pick<T>(choices: readonly T[]): T {
    if (choices.length === 0) {
      throw new RangeError('There is nothing to choose from');
    }
    return choices[this.below(choices.length)];
  }

  /** A wait such as those between things that have nothing to do with each other. */
  wait(meanMs: number): number {
    return Math.ceil(-Math.log(1 - this.#random()) * meanMs);
  }
}
