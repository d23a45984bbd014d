import { createHash } from 'node:crypto';
import { EntityView } from '../entities';

/**
 * Writes and reads revisions: `<epoch>.<sequence>.<view>`. The epoch tells this run of the process from others, whose
 * sequences mean nothing here; the view is a digest of what the caller was shown (environments and components), so that
 * a stream never goes on over a changed ground.
 */
export class Revisions {
  readonly #epoch: string;

  /** @param epoch - differs for every run of the process and every replica; without a dot */
  static create(epoch: string): Revisions {
    return new Revisions(epoch);
  }

  private constructor(epoch: string) {
    this.#epoch = epoch;
  }

  write(sequence: number, view: EntityView): string {
    return `${this.#epoch}.${sequence}.${digest(view)}`;
  }

  /** @returns the sequence; undefined when the revision is not one of this run and this view */
  read(revision: string, view: EntityView): number | undefined {
    const [epoch, sequence, seen, ...rest] = revision.split('.');
    return epoch === this.#epoch &&
      /^\d{1,15}$/.test(sequence ?? '') &&
      seen === digest(view) &&
      rest.length === 0
      ? Number(sequence)
      : undefined;
  }
}

/** A stream writes a revision into each record, over a view that stays the same. */
const digests = new WeakMap<EntityView, string>();

function digest(view: EntityView): string {
  const known = digests.get(view);
  if (known !== undefined) {
    return known;
  }
  const made = computeDigest(view);
  digests.set(view, made);
  return made;
}

function computeDigest(view: EntityView): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        view.scope,
        view.environments.map(({ cluster, namespace, kind }) => [
          cluster,
          namespace,
          kind,
        ]),
        view.clusters,
      ]),
    )
    .digest('base64url')
    .slice(0, 16);
}
