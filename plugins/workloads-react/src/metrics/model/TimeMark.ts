/**
 * Something that happened, marked in every chart.
 *
 * - `release`: another version, or the same started anew.
 * - `scaling`: another number of replicas.
 * - `restart`: a container ended and was started again.
 * - `oom`: the same, because the kernel killed it for its memory.
 *
 * @public
 */
export interface TimeMark {
  /** Stays the same from answer to answer. */
  readonly id: string;
  readonly kind: 'release' | 'scaling' | 'restart' | 'oom';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A word or two beside the mark, such as `7.6.2 → 7.6.3`. */
  readonly label: string;
  /** What happened and where, in words. */
  readonly text: string;
}
