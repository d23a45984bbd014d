import {
  LogOrigin,
  LogTrouble,
} from '@domaindeck/backstage-plugin-workloads-common';
import { LogTarget } from '../types';
import { containerKey } from './lineOrder';

/**
 * Whether a store has everything before the first lines of the pods. `proven`: it holds those lines too. `behind`: it
 * has not come so far. `unsure`: it has, and does not hold the very lines, such as one that gives lines times of its own. `failed`: it did not answer.
 */
export type SeamProof = 'proven' | 'behind' | 'unsure' | 'failed';

/** Which lines of a container are its pod's to give, by their times. */
export interface LivePart {
  /** The first of those that go on until now. */
  readonly first: string;
  /** The first and last of the run before, where lines between it and the others were rotated away. */
  readonly before?: { readonly from: string; readonly to: string };
}

/**
 * Where the stored lines of a cluster end and those of its pods begin. Each container has a place of its own: the first
 * line that its pod gave. Lines before it are the store's, from it on the pod's, so that none comes twice whatever
 * both hold.
 */
export class Seam {
  /** UTC with nine digits, a whole second: what the pods are asked for begins here. */
  readonly from: string;
  /** Containers that run. */
  readonly targets: readonly LogTarget[];
  /** Undefined when there was nothing to prove it by, or it was not asked for. */
  readonly proof: SeamProof | undefined;
  /** Containers that could not be asked. */
  readonly troubles: readonly LogTrouble[];
  readonly #parts: ReadonlyMap<string, LivePart>;

  /** @param parts - by {@link containerKey} */
  static create(options: {
    from: string;
    targets: readonly LogTarget[];
    parts: ReadonlyMap<string, LivePart>;
    proof: SeamProof | undefined;
    troubles: readonly LogTrouble[];
  }): Seam {
    return new Seam(options);
  }

  private constructor(options: {
    from: string;
    targets: readonly LogTarget[];
    parts: ReadonlyMap<string, LivePart>;
    proof: SeamProof | undefined;
    troubles: readonly LogTrouble[];
  }) {
    this.from = options.from;
    this.targets = options.targets;
    this.proof = options.proof;
    this.troubles = options.troubles;
    this.#parts = options.parts;
  }

  /** The first line of any pod; undefined when they have none. */
  get oldest(): string | undefined {
    let oldest: string | undefined;
    for (const { first, before } of this.#parts.values()) {
      const at = before?.from ?? first;
      oldest = oldest === undefined || at < oldest ? at : oldest;
    }
    return oldest;
  }

  /** From where on all lines of a container are its pod's; undefined when all are the store's. */
  firstOf(
    container: Pick<LogOrigin, 'namespace' | 'pod' | 'container'>,
  ): string | undefined {
    return this.#parts.get(containerKey(container))?.first;
  }

  /** Whether a line is the pod's to give, and not the store's. */
  isLive({ origin, at }: { origin: LogOrigin; at: string }): boolean {
    const part = this.#parts.get(containerKey(origin));
    if (!part) {
      return false;
    }
    const { first, before } = part;
    return (
      at >= first ||
      (before !== undefined && at >= before.from && at <= before.to)
    );
  }
}
