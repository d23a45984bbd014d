import { useState } from 'react';
import {
  Tokens,
  useMetricText,
  useTokens,
  useWidth,
} from '@domaindeck/backstage-plugin-workloads-react';
import { ResourceSize } from './model/rightSize';

const HEIGHT_PX = 78;
const BAR_TOP = 40;
const BAR_PX = 14;
const MIDDLE = BAR_TOP + BAR_PX / 2;
const ARROW_Y = BAR_TOP - 8;
/** Words that stand nearer than this would run into each other. */
const ROOM_PX = 64;
/** Half of the words for p95. */
const HALF_PX = 34;
/** Room on the right for a word. */
const EDGE_PX = 64;

/**
 * What was used, from p50 to p95 filled and on to the most as a line, beside the ticks of request and limit; an arrow leads
 * from the request to the one that is suggested. The same is said in words beside it.
 */
export function SizeBar(props: {
  size: ResourceSize;
  figure: (value: number) => string;
}): JSX.Element {
  const { size, figure } = props;
  const { p50, p95, max, request, limit, suggested } = size;
  const tokens = useTokens();
  const t = useMetricText();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const width = useWidth(host) ?? 0;
  const most = Math.max(
    max,
    request ?? 0,
    limit ?? 0,
    suggested.request,
    suggested.limit ?? 0,
  );
  const x = (value: number) => (value / most) * Math.max(1, width - EDGE_PX);
  const colours = coloursOf(size, tokens);
  const asked = request ?? 0;
  const isSame = request !== undefined && request === limit;
  const word = (
    value: number,
    name: string,
    y: number,
    look: {
      fill?: string;
      bold?: boolean;
      at?: number;
      anchor?: 'start' | 'end';
    } = {},
  ) => (
    <text
      x={look.at ?? x(value)}
      y={y}
      textAnchor={look.anchor ?? (x(value) < ROOM_PX / 2 ? 'start' : 'middle')}
      fill={look.fill ?? tokens.text2}
      fontWeight={look.bold ? 600 : 400}
    >
      {name}
    </text>
  );
  const isClose =
    request !== undefined &&
    limit !== undefined &&
    !isSame &&
    Math.abs(x(request) - x(limit)) < ROOM_PX;
  const target = suggested.trial
    ? suggested.limit ?? suggested.request
    : suggested.request;
  return (
    <div ref={setHost} aria-hidden="true">
      <svg
        width={width}
        height={HEIGHT_PX}
        fontSize={11}
        style={{ display: 'block', fontVariantNumeric: 'tabular-nums' }}
      >
        <path
          d={`M0 ${MIDDLE}H${x(most)}`}
          stroke={tokens.border2}
          strokeWidth={1}
        />
        <rect
          x={0}
          y={BAR_TOP}
          width={x(p50)}
          height={BAR_PX}
          fill={tokens.border}
        />
        <rect
          x={x(p50)}
          y={BAR_TOP}
          width={Math.max(1, x(p95) - x(p50))}
          height={BAR_PX}
          fill={tokens.series[0]}
          opacity={0.35}
        />
        <path
          d={`M${x(p95)} ${MIDDLE}H${x(max)}M${x(max)} ${MIDDLE - 5}v10M${x(
            p95,
          )} ${BAR_TOP - 2}v${BAR_PX + 4}`}
          stroke={tokens.series[0]}
          strokeWidth={2}
          fill="none"
        />
        {request !== undefined && !isSame && (
          <path
            d={`M${x(request)} ${BAR_TOP - 6}v${BAR_PX + 12}`}
            stroke={tokens.text2}
            strokeDasharray="3 2"
          />
        )}
        {limit !== undefined && (
          <path
            d={`M${x(limit)} ${BAR_TOP - 6}v${BAR_PX + 12}`}
            stroke={tokens.text}
            strokeWidth={1.5}
          />
        )}
        <path
          d={arrow(x(suggested.trial ? limit ?? 0 : asked), x(target))}
          stroke={colours.to}
          strokeDasharray="3 2"
          fill="none"
        />
        <path
          d={arrowHead(x(suggested.trial ? limit ?? 0 : asked), x(target))}
          fill={colours.to}
        />
        {word(target, figure(target), 12, { fill: colours.word, bold: true })}
        {request !== undefined &&
          word(
            request,
            `${t('metrics.line.request')}${
              isSame ? ` = ${t('metrics.line.limit')}` : ''
            } ${figure(request)}`,
            26,
            isClose ? { anchor: 'end', at: x(request) + 3 } : {},
          )}
        {limit !== undefined &&
          !isSame &&
          word(
            limit,
            `${t('metrics.line.limit')} ${figure(limit)}`,
            26,
            isClose ? { anchor: 'start', at: x(limit) - 3 } : {},
          )}
        {word(p50, `p50 ${figure(p50)}`, HEIGHT_PX - 6, {
          anchor: x(p50) > 2 * HALF_PX ? 'end' : 'start',
          at:
            x(p50) > 2 * HALF_PX
              ? Math.min(x(p50) + 12, x(p95) - HALF_PX)
              : undefined,
        })}
        {word(p95, `p95 ${figure(p95)}`, HEIGHT_PX - 6, {
          fill: tokens.text,
          bold: true,
        })}
        {word(
          max,
          t('metrics.rightSize.max', { figure: figure(max) }),
          HEIGHT_PX - 6,
          {
            anchor: 'start',
            at: Math.max(x(max) - 12, x(p95) + HALF_PX),
          },
        )}
      </svg>
    </div>
  );
}

/** From what is asked for to what is suggested, over the bar. */
function arrow(from: number, to: number): string {
  const way = Math.sign(to - from);
  if (Math.abs(to - from) < 6) {
    return '';
  }
  return `M${from} ${ARROW_Y}H${to - 4 * way}`;
}

function arrowHead(from: number, to: number): string {
  const way = Math.sign(to - from);
  return Math.abs(to - from) < 6 ? '' : `M${to} ${ARROW_Y}l${-6 * way} -3v6z`;
}

function coloursOf(
  { spare, suggested }: ResourceSize,
  tokens: Tokens,
): { readonly to: string; readonly word: string } {
  const state = suggested.trial || (spare ?? 0) < 0 ? tokens.warn : tokens.ok;
  return { to: state.mark, word: state.text };
}
