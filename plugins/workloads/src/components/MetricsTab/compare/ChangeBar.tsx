import {
  Tokens,
  useTokens,
} from '@domaindeck/backstage-plugin-workloads-react';
import { Swing } from './model/usualSwing';
import { Verdict } from './model/verdictOf';

const WIDTH_PX = 132;
const HEIGHT_PX = 20;
const MIDDLE_PX = 64;
/** Pixels of a change by the whole of what was before. */
const WHOLE_PX = 60;
/** A larger change ends in an arrow. */
const MOST_PX = 52;
const THICK_PX = 6;

/** How much something changed, beside how much it changes anyway. The number stands beside it. */
export function ChangeBar(props: {
  change: number;
  swing?: Swing;
  verdict: Verdict;
}): JSX.Element {
  const { change, swing, verdict } = props;
  const tokens = useTokens();
  const reach = (share: number) =>
    Math.max(-MOST_PX, Math.min(MOST_PX, share * WHOLE_PX));
  const long = reach(change);
  const top = (HEIGHT_PX - THICK_PX) / 2;
  const isCut = Math.abs(change * WHOLE_PX) > MOST_PX;
  const tip = MIDDLE_PX + long + Math.sign(long) * 3;
  return (
    <svg
      width={WIDTH_PX}
      height={HEIGHT_PX}
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block', flex: 'none' }}
    >
      {swing && (
        <rect
          x={MIDDLE_PX + reach(swing.low) - 3}
          y={2}
          width={reach(swing.high) - reach(swing.low) + 6}
          height={HEIGHT_PX - 4}
          rx={2}
          fill={tokens.border2}
          opacity={0.7}
        />
      )}
      <rect
        x={Math.min(MIDDLE_PX, MIDDLE_PX + long)}
        y={top}
        width={Math.max(1.5, Math.abs(long))}
        height={THICK_PX}
        fill={colourOf(verdict, tokens)}
      />
      {isCut && (
        <path
          d={`M${tip} ${top - 1}l${Math.sign(long) * 4} ${THICK_PX / 2 + 1}l${
            -Math.sign(long) * 4
          } ${THICK_PX / 2 + 1}`}
          fill="none"
          stroke={colourOf(verdict, tokens)}
          strokeWidth={2}
        />
      )}
    </svg>
  );
}

function colourOf(verdict: Verdict, tokens: Tokens): string {
  switch (verdict) {
    case 'worse':
    case 'new':
    case 'atLimit':
      return tokens.bad.mark;
    case 'slightlyWorse':
    case 'more':
      return tokens.warn.mark;
    case 'better':
      return tokens.ok.mark;
    default:
      return tokens.idle.mark;
  }
}
