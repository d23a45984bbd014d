import { Tokens } from '../theme';
import { PanelLine } from './model';

/** Places in {@link Tokens.series}, so that a measure has the same colour wherever it is drawn. */
const PLACES: Readonly<Record<string, number>> = {
  busiest: 0,
  median: 2,
  p50: 3,
  p95: 0,
  p99: 2,
  errors: 1,
  receive: 2,
  read: 2,
  pods: 2,
};

/** Whether the colour of a line hangs on its own name, and not on what it measures. */
export function hasOwnColour({ kind, origin }: PanelLine): boolean {
  return kind === 'pod' || kind === 'subject' || origin !== undefined;
}

/**
 * The colour of a line that is no pod's.
 * @param other - place in {@link Tokens.series} of a line that hangs on its own name
 */
export function lineColour(
  line: PanelLine,
  tokens: Tokens,
  other: number,
): string {
  const { kind, name } = line;
  if (kind === 'request' || kind === 'limit' || kind === 'wanted') {
    return tokens.text2;
  }
  if (name === 'oom') {
    return tokens.bad.mark;
  }
  const place = hasOwnColour(line) ? other : PLACES[name];
  return tokens.series[place ?? 0];
}
