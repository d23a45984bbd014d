import type uPlot from 'uplot';
import { Tokens } from '../../theme';
import { gapsOf } from '../model';
import { isAsked } from './isAsked';
import { TimeSeriesProps } from './TimeSeriesProps';

const HATCH_PX = 6;
/** Narrower gaps are hatched without a word. */
const WORDS_PX = 60;

/** Hatches the time in which nothing was measured, and says so where there is room. */
export function drawGaps(
  chart: uPlot,
  props: TimeSeriesProps,
  tokens: Tokens,
): void {
  const { ctx, bbox } = chart;
  const ratio = window.devicePixelRatio || 1;
  const { times, form } = props;
  const step = (times[1] ?? 0) - (times[0] ?? 0);
  const used = props.lines.filter(
    ({ kind, hidden }) => !isAsked(kind) && !hidden,
  );
  if (form === 'bars') {
    return;
  }
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.font = `${11 * ratio}px sans-serif`;
  ctx.textAlign = 'center';
  for (const { from, to } of gapsOf(used)) {
    const left = chart.valToPos(times[from] - step / 2, 'x', true);
    const right = chart.valToPos(times[to] + step / 2, 'x', true);
    hatch(ctx, { left, right, top: bbox.top, height: bbox.height }, tokens);
    if (right - left > WORDS_PX * ratio) {
      const [x, y] = [(left + right) / 2, bbox.top + bbox.height / 4];
      ctx.fillStyle = tokens.text2;
      ctx.fillText(props.gaps, x, y + 4 * ratio);
    }
  }
  ctx.restore();
}

function hatch(
  ctx: CanvasRenderingContext2D,
  box: { left: number; right: number; top: number; height: number },
  tokens: Tokens,
): void {
  const { left, right, top, height } = box;
  const between = HATCH_PX * (window.devicePixelRatio || 1);
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, height);
  ctx.clip();
  ctx.strokeStyle = tokens.border2;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let x = left - height; x < right; x += between) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
  ctx.restore();
}

/** Writes what the lines of request and limit are over their beginning; once where both are the same. */
export function drawAskedWords(
  chart: uPlot,
  props: TimeSeriesProps,
  tokens: Tokens,
): void {
  const { ctx, bbox } = chart;
  const ratio = window.devicePixelRatio || 1;
  const said = new Map<number, string[]>();
  for (const line of props.lines) {
    const value = line.values.find(one => one !== null);
    if (isAsked(line.kind) && !line.hidden && typeof value === 'number') {
      said.set(value, [...(said.get(value) ?? []), line.title]);
    }
  }
  ctx.save();
  ctx.font = `${11 * ratio}px sans-serif`;
  ctx.fillStyle = tokens.text2;
  ctx.textAlign = 'left';
  let last = Infinity;
  for (const [value, titles] of [...said].sort(([a], [b]) => a - b)) {
    const y = chart.valToPos(value, 'y', true) - 4 * ratio;
    const isSeen = y - 8 * ratio >= bbox.top - 14 * ratio;
    if (isSeen && last - y > 12 * ratio) {
      ctx.fillText(
        `${titles.join(' = ')} ${props.scale.format(value)}`,
        bbox.left + 4 * ratio,
        y,
      );
      last = y;
    }
  }
  ctx.restore();
}
