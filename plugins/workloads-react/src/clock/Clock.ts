/**
 * Where the time comes from, so that tests decide what it is.
 * @public
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls once after so many milliseconds; the answer cancels it. */
  after(ms: number, call: () => void): () => void;
}
