/**
 * The time and its timers, passed in so that tests own them.
 * @public
 */
export interface Clock {
  now(): Date;
  /** Calls back once after so many milliseconds; returns the way to cancel. */
  after(milliseconds: number, callback: () => void): () => void;
}
