import type uPlot from 'uplot';
import { Tokens } from '../theme';
import { TimeMark, TimeSeriesProps } from './TimeSeriesProps';

const LEFT_PX = 44;
const RIGHT_PX = 8;
const FONT = '11px sans-serif';
const DAY_SECONDS = 86_400;
/** Steps between two grid lines that read well, in the unit of the axis. */
const STEPS = [-3, -2, -1, 0, 1, 2, 3, 4, 5].flatMap(power =>
  [1, 2, 5].map(step => step * 10 ** power),
);
/** A limit farther above what is used than this would make a flat line of it; the legend tells it. */
const REACH = 3;

/** How a chart is drawn; see uPlot's own documentation for the fields. */
export function chartOptions(options: {
  readonly lines: TimeSeriesProps['lines'];
  readonly marks: readonly TimeMark[];
  readonly width: number;
  readonly height: number;
  readonly syncKey: string;
  readonly tokens: Tokens;
  readonly calls: () => TimeSeriesProps;
}): uPlot.Options {
  const { lines, marks, width, height, syncKey, tokens, calls } = options;
  const top = highest(lines);
  const axis = {
    stroke: tokens.text3,
    font: FONT,
    ticks: { show: false },
  };
  return {
    width,
    height,
    padding: [14, RIGHT_PX, 0, 0],
    legend: { show: false },
    scales: { x: { time: true }, y: { range: [0, top > 0 ? top * 1.08 : 1] } },
    axes: [
      {
        ...axis,
        size: 24,
        space: 60,
        grid: { show: false },
        values: (chart, ticks) => ticks.map(tick => timeOf(tick, chart)),
      },
      {
        ...axis,
        size: LEFT_PX,
        space: 40,
        grid: { stroke: tokens.border, width: 1 },
        incrs: STEPS.map(step => step * calls().scale.divisor),
        values: (_, ticks) => ticks.map(tick => calls().scale.format(tick)),
      },
    ],
    series: [
      {},
      ...lines.map(({ kind, colour, hidden }) => ({
        show: !hidden,
        stroke: colour,
        width: isAsked(kind) ? 1 : 1.5,
        dash: kind === 'request' ? [5, 4] : undefined,
        fill: !isAsked(kind) && lines.length === 1 ? `${colour}1a` : undefined,
        points: { show: false },
        spanGaps: false,
      })),
    ],
    cursor: {
      y: false,
      sync: { key: syncKey },
      drag: { x: true, y: false, setScale: false },
      points: { size: 6 },
    },
    hooks: {
      setCursor: [chart => calls().onCursor(chart.cursor.idx ?? undefined)],
      setSelect: [
        chart => {
          const { left, width: span } = chart.select;
          if (span > 4) {
            calls().onZoom(
              chart.posToVal(left, 'x') * 1000,
              chart.posToVal(left + span, 'x') * 1000,
            );
          }
        },
      ],
      ready: [
        chart =>
          chart.over.addEventListener('click', event => {
            if (chart.select.width <= 4) {
              const { left } = chart.over.getBoundingClientRect();
              calls().onPick(chart.posToVal(event.clientX - left, 'x') * 1000);
            }
          }),
      ],
      draw: [chart => drawMarks(chart, marks, tokens)],
    },
  };
}

/** The time of day; the date where days are shown, and at midnight. */
function timeOf(seconds: number, chart: uPlot): string {
  const at = new Date(seconds * 1000);
  const { min = 0, max = 0 } = chart.scales.x;
  const isDay = at.getHours() === 0 && at.getMinutes() === 0;
  return new Intl.DateTimeFormat(
    undefined,
    isDay || max - min > 3 * DAY_SECONDS
      ? { day: 'numeric', month: 'short' }
      : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  ).format(at);
}

function isAsked(kind: string): boolean {
  return kind === 'request' || kind === 'limit';
}

function highest(lines: TimeSeriesProps['lines']): number {
  const most = (values: readonly (number | null)[]) =>
    values.reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
  const shown = lines.filter(({ hidden }) => !hidden);
  const used = Math.max(
    0,
    ...shown.filter(({ kind }) => !isAsked(kind)).map(one => most(one.values)),
  );
  const asked = shown
    .filter(({ kind }) => isAsked(kind))
    .map(one => most(one.values))
    .filter(value => used === 0 || value <= REACH * used);
  return Math.max(used, ...asked);
}

/** Dotted lines with what happened above; one that would stand on another's words has none. */
function drawMarks(
  chart: uPlot,
  marks: readonly TimeMark[],
  tokens: Tokens,
): void {
  const { ctx, bbox } = chart;
  const scale = window.devicePixelRatio || 1;
  let free = bbox.left;
  ctx.save();
  ctx.strokeStyle = tokens.text2;
  ctx.fillStyle = tokens.text2;
  ctx.font = `${11 * scale}px sans-serif`;
  ctx.lineWidth = scale;
  for (const { at, label } of marks) {
    const x = Math.round(chart.valToPos(at / 1000, 'x', true));
    if (x >= bbox.left && x <= bbox.left + bbox.width) {
      ctx.setLineDash([2 * scale, 2 * scale]);
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      const wide = ctx.measureText(label).width;
      const start = Math.min(x, bbox.left + bbox.width - wide);
      if (start >= free) {
        ctx.fillText(label, start, bbox.top - 4 * scale);
        free = start + wide + 8 * scale;
      }
    }
  }
  ctx.restore();
}
