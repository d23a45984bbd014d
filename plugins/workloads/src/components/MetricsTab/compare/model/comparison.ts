/** How much before and after a release is compared, as ISO 8601 durations. */
export const SIDES = ['PT1H', 'PT24H', 'P3D'] as const;

/** One of {@link SIDES}. */
export type Side = (typeof SIDES)[number];

/**
 * What is laid over what.
 *
 * - `release`: as long after a moment as before it.
 * - `week`: the last seven days over those before.
 * - `pods`, `environments`: one over the other, in the time that the tab shows. What is not chosen yet is undefined.
 */
export type Comparison =
  | { readonly kind: 'release'; readonly at: string; readonly side: Side }
  | { readonly kind: 'week' }
  | {
      readonly kind: 'pods' | 'environments';
      /** Name of a pod, or ref of an environment. */
      readonly a?: string;
      readonly b?: string;
    };

const OWN_KEYS = ['compare', 'side', 'a', 'b'];
const USUAL_SIDE: Side = 'PT24H';

/** Reads the URL; undefined where it asks for no comparison that can be understood. */
export function readComparison(
  params: URLSearchParams,
): Comparison | undefined {
  const compare = params.get('compare') ?? '';
  if (compare === 'week') {
    return { kind: compare };
  }
  if (compare === 'pods' || compare === 'environments') {
    return {
      kind: compare,
      a: params.get('a') || undefined,
      b: params.get('b') || undefined,
    };
  }
  const at = Date.parse(compare);
  return Number.isNaN(at)
    ? undefined
    : {
        kind: 'release',
        at: new Date(at).toISOString(),
        side: SIDES.find(side => side === params.get('side')) ?? USUAL_SIDE,
      };
}

/** Writes a comparison into the parameters, or takes it out of them. */
export function writeComparison(
  comparison: Comparison | undefined,
  params: URLSearchParams,
): void {
  OWN_KEYS.forEach(key => params.delete(key));
  if (!comparison) {
    return;
  }
  if (comparison.kind === 'release') {
    params.set('compare', comparison.at);
    if (comparison.side !== USUAL_SIDE) {
      params.set('side', comparison.side);
    }
    return;
  }
  params.set('compare', comparison.kind);
  if (comparison.kind !== 'week') {
    const { a, b } = comparison;
    Object.entries({ a, b }).forEach(([key, value]) => {
      if (value) {
        params.set(key, value);
      }
    });
  }
}
