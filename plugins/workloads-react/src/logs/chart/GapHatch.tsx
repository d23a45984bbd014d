import { useId } from 'react';
import { useTokens } from '../../theme';
import { LogGap } from '../model/gapsIn';

/** Narrower than this nobody sees it, in pixels. */
const LEAST = 3;

/** Hatches the parts of a histogram in which lines may be missing. */
export function GapHatch(props: {
  gaps: readonly LogGap[];
  height: number;
  /** Pixels from left of a moment in milliseconds. */
  xOf: (at: number) => number;
  /** Left and right end of the axis in pixels. */
  ends: readonly [number, number];
}): JSX.Element {
  const { gaps, height, xOf, ends } = props;
  const tokens = useTokens();
  const id = useId();
  const inside = (x: number) => Math.min(ends[1], Math.max(ends[0], x));
  return (
    <>
      <pattern
        id={id}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line y2={6} stroke={tokens.warn.mark} strokeWidth={2} />
      </pattern>
      {gaps
        .map(({ from, to }) => [inside(xOf(from)), inside(xOf(to))])
        .filter(([from, to]) => to > ends[0] && from < ends[1])
        .map(([from, to]) => (
          <rect
            key={`${from} ${to}`}
            x={from}
            width={Math.max(LEAST, to - from)}
            height={height}
            fill={`url(#${id})`}
            opacity={0.5}
          />
        ))}
    </>
  );
}
