/**
 * How far the rows of one resource are to be trusted.
 *
 * - `waiting`: never read to the end; with a reason once an attempt failed
 * - `live`: every change arrives
 * - `behind`: read once, now being resumed or read again
 * - `denied`: our rights do not cover it; there are no rows
 * - `unauthorized`: our credential was refused; the rows are the last known
 * - `absent`: the cluster does not have the kind
 */
export type FeedState =
  | { readonly kind: 'waiting'; readonly reason?: string }
  | { readonly kind: 'live' }
  | { readonly kind: 'behind'; readonly reason: string }
  | { readonly kind: 'denied'; readonly reason: string }
  | { readonly kind: 'unauthorized'; readonly reason: string }
  | { readonly kind: 'absent' };

/** Whether two states say the same. */
export function sameFeedState(a: FeedState, b: FeedState): boolean {
  const reasonOf = (state: FeedState) =>
    'reason' in state ? state.reason : undefined;
  return a.kind === b.kind && reasonOf(a) === reasonOf(b);
}
