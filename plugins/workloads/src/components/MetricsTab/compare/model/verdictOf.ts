import { ComparedMeasure } from './comparedMeasures';
import { Swing } from './usualSwing';

/** What a change means, in the words of the table. */
export type Verdict =
  | 'better'
  | 'usual'
  | 'slightlyWorse'
  | 'worse'
  | 'new'
  | 'more'
  | 'less'
  | 'atLimit'
  | 'unknown';

/** A change that nobody would see on a curve. */
const LEAST = 0.05;
/** From so much on worse is not a little worse. */
const MUCH = 0.15;
/** So near to it a limit is reached: the kernel kills before a scrape has seen the last bytes. */
const AT_LIMIT = 0.97;

/**
 * Judges a change: what stays within the usual swing, or within 5 %, is as usual.
 *
 * @param limit - what the figure may be at most, where there is such
 */
export function verdictOf(
  measure: Pick<ComparedMeasure, 'figure' | 'less'>,
  before: number | undefined,
  after: number | undefined,
  options: { readonly swing?: Swing; readonly limit?: number } = {},
): Verdict {
  const { swing, limit } = options;
  if (after === undefined) {
    return 'unknown';
  }
  if (limit !== undefined && after >= AT_LIMIT * limit) {
    return 'atLimit';
  }
  if (before === undefined) {
    return 'unknown';
  }
  if (before === 0) {
    return fromNothing(measure, after);
  }
  const change = after / before - 1;
  const low = Math.min(-LEAST, swing?.low ?? 0);
  const high = Math.max(LEAST, swing?.high ?? 0);
  if (change >= low && change <= high) {
    return 'usual';
  }
  if (measure.less === 'known') {
    return change > 0 ? 'more' : 'less';
  }
  if (change < 0) {
    return 'better';
  }
  return change <= MUCH ? 'slightlyWorse' : 'worse';
}

function fromNothing(
  { less }: Pick<ComparedMeasure, 'less'>,
  after: number,
): Verdict {
  if (after === 0) {
    return 'usual';
  }
  return less === 'better' ? 'new' : 'more';
}
