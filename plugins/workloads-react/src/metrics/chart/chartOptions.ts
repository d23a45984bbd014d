import type uPlot from 'uplot';
import { Tokens } from '../../theme';
import { ChartCalls } from './ChartCalls';
import { drawAskedWords, drawGaps } from './drawGround';
import { drawMarks } from './drawMarks';
import { isAsked } from './isAsked';
import { pointerOn } from './pointer';
import { TimeSeriesLine, TimeSeriesProps } from './TimeSeriesProps';
import { yTicks } from './yTicks';

/** Room for the words of the axis. */
export const LEFT_PX = 44;
const RIGHT_PX = 8;
/** Words of a time that is nearer to the right edge would be cut off. */
const EDGE_PX = 10;
/** Room for flags. */
const TOP_PX = 18;
const FONT = '11px sans-serif';
const DAY_SECONDS = 86_400;
/** From so many lines on the one under the pointer stands out. */
const CROWD = 7;
const LINE_PX = 1.5;
/** Of many lines: they stay apart, and without a graphics card a browser draws a line of one pixel ten times as fast. */
const THIN_PX = 1;
const DIMMED = 0.35;

/** How a chart is drawn; see uPlot's own documentation for the fields. */
export function chartOptions(options: {
  readonly library: typeof uPlot;
  readonly props: TimeSeriesProps;
  readonly height: number;
  readonly tokens: Tokens;
  readonly calls: ChartCalls;
}): uPlot.Options {
  const { library, props, height, tokens, calls } = options;
  const { lines, form, width, syncKey } = props;
  const axis = { stroke: tokens.text3, font: FONT, ticks: { show: false } };
  const pointer = pointerOn(calls);
  const ticksOf = () => yTicks(calls.props().lines, calls.props().scale);
  return {
    width,
    height,
    padding: [TOP_PX, RIGHT_PX, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: true },
      y: { range: () => [0, ticksOf().at(-1) ?? 1] },
    },
    focus: { alpha: DIMMED },
    axes: [
      {
        ...axis,
        size: 24,
        space: 60,
        grid: { show: false },
        values: (chart, ticks) =>
          ticks.map(tick => (isCut(tick, chart) ? '' : timeOf(tick, chart))),
      },
      {
        ...axis,
        size: LEFT_PX,
        space: 40,
        grid: { stroke: tokens.border, width: 1 },
        splits: ticksOf,
        values: (_, ticks) =>
          ticks.map(tick => calls.props().scale.format(tick)),
      },
    ],
    series: [
      {},
      ...lines.map(line => seriesOf(line, { library, form, lines, tokens })),
    ],
    bands: bandsOf(props, tokens),
    cursor: {
      y: false,
      sync: { key: syncKey },
      drag: { x: true, y: false, setScale: false },
      points: { size: 6, ...(form === 'bars' && { show: false }) },
      focus: { prox: lines.length >= CROWD ? 24 : -1 },
      bind: pointer.bind,
    },
    hooks: {
      setCursor: [calls.onCursor],
      setSelect: [pointer.hooks.setSelect],
      ready: [pointer.hooks.ready],
      drawClear: [chart => drawGaps(chart, calls.props(), tokens)],
      draw: [
        chart => {
          drawAskedWords(chart, calls.props(), tokens);
          drawMarks(chart, calls.props(), tokens, calls.releases);
        },
      ],
    },
  };
}

function seriesOf(
  line: TimeSeriesLine,
  options: {
    readonly library: typeof uPlot;
    readonly form: TimeSeriesProps['form'];
    readonly lines: readonly TimeSeriesLine[];
    readonly tokens: Tokens;
  },
): uPlot.Series {
  const { library, form, lines, tokens } = options;
  const { kind, colour, hidden } = line;
  const asked = isAsked(kind);
  const alone =
    lines.filter(one => !isAsked(one.kind) && one.kind !== 'wanted').length ===
    1;
  const common: uPlot.Series = {
    show: !hidden,
    stroke: colour,
    width: widthOf(line, lines.length),
    dash: kind === 'request' || kind === 'wanted' ? [5, 3] : undefined,
    points: { show: false },
    spanGaps: false,
  };
  if (form === 'bars' && !asked) {
    const paths = library.paths.bars?.({ size: [0.6, 12], align: 0 });
    return { ...common, fill: colour, width: 0, paths };
  }
  return {
    ...common,
    // One line alone has its area tinted; several would hide each other.
    fill:
      alone && !asked && kind !== 'wanted' ? tinted(colour, tokens) : undefined,
    paths: form === 'steps' ? library.paths.stepped?.({ align: 1 }) : undefined,
  };
}

function widthOf({ kind }: TimeSeriesLine, lines: number): number {
  if (lines >= CROWD) {
    return THIN_PX;
  }
  return isAsked(kind) || kind === 'wanted' ? 1.2 : LINE_PX;
}

/** Between two lines. */
function bandsOf(
  { lines, band }: TimeSeriesProps,
  tokens: Tokens,
): uPlot.Band[] {
  const [one, other] = (band ?? []).map(wanted =>
    lines.findIndex(({ key }) => key === wanted),
  );
  if (!(one >= 0 && other >= 0)) {
    return [];
  }
  const fill = tinted(lines[one].colour, tokens);
  // Whichever of both is above: a band is nothing where its second line is.
  return [
    { series: [one + 1, other + 1], fill },
    { series: [other + 1, one + 1], fill },
  ];
}

/** Colours of lines are written `#rrggbb`. */
function tinted(colour: string, tokens: Tokens): string {
  return `${colour}${tokens.type === 'dark' ? '29' : '1a'}`;
}

/** Whether the words of a time would reach over the right edge. */
function isCut(seconds: number, chart: uPlot): boolean {
  const { min = 0, max = 0 } = chart.scales.x;
  return (max - seconds) / (max - min) < EDGE_PX / chart.width;
}

/** The time of day, the date at midnight; over days the dates alone. */
function timeOf(seconds: number, chart: uPlot): string {
  const at = new Date(seconds * 1000);
  const { min = 0, max = 0 } = chart.scales.x;
  const isDay = at.getHours() === 0 && at.getMinutes() === 0;
  if (!isDay && max - min > 3 * DAY_SECONDS) {
    return '';
  }
  return new Intl.DateTimeFormat(
    undefined,
    isDay
      ? { day: 'numeric', month: 'short' }
      : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  ).format(at);
}
