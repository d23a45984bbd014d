import { useCallback, useSyncExternalStore } from 'react';
import { useTokens } from '../../theme';
import { ShownSpan } from '../model/ShownSpan';

/** Narrower than this nobody sees it, in pixels. */
const LEAST = 6;

/** A short thick line under the axis: the part of time that the list shows. */
export function ShownMark(props: {
  shown: ShownSpan;
  y: number;
  /** Pixels from left of a moment in milliseconds. */
  xOf: (at: number) => number;
  /** Left and right end of the axis in pixels. */
  ends: readonly [number, number];
}): JSX.Element | null {
  const { shown, y, xOf, ends } = props;
  const tokens = useTokens();
  const subscribe = useCallback(
    (listener: () => void) => shown.subscribe(listener),
    [shown],
  );
  const span = useSyncExternalStore(subscribe, () => shown.get());
  if (!span) {
    return null;
  }
  const inside = (x: number) => Math.min(ends[1], Math.max(ends[0], x));
  const from = inside(xOf(Date.parse(span.from)));
  const to = inside(xOf(Date.parse(span.to)));
  const width = Math.max(LEAST, to - from);
  return (
    <rect
      x={Math.min(from, ends[1] - width)}
      y={y}
      width={width}
      height={3}
      fill={tokens.text}
    />
  );
}
