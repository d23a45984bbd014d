import { useTokens } from '../../theme';
import { sparkShape } from '../model/sparkShape';

const SIZE = { width: 88, height: 20 };

/**
 * A small curve over a dashed line of what is asked for. It says nothing to a screen reader: the numbers stand beside it.
 * @public
 */
export function Sparkline(props: {
  values: readonly (number | null)[];
  request?: number;
  /** Red once what is allowed is reached, faint where it is of a cluster that does not answer. */
  look: 'plain' | 'bad' | 'faint';
}): JSX.Element {
  const { values, request, look } = props;
  const tokens = useTokens();
  const shape = sparkShape(values, request, SIZE);
  const colour = look === 'bad' ? tokens.bad.mark : tokens.series[0];
  return (
    <svg
      width={SIZE.width}
      height={SIZE.height}
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none', opacity: look === 'faint' ? 0.45 : 1 }}
    >
      <path
        d={shape.area}
        fill={colour}
        opacity={tokens.type === 'dark' ? 0.16 : 0.1}
      />
      <path d={shape.line} fill="none" stroke={colour} strokeWidth={1.2} />
      {shape.request !== undefined && (
        <path
          d={`M0 ${shape.request}H${SIZE.width}`}
          stroke={tokens.text2}
          strokeDasharray="2 2"
        />
      )}
    </svg>
  );
}
