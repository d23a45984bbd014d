import type uPlot from 'uplot';
import { Tokens } from '../../theme';
import { markGroups, MarkGroup, TimeMark } from '../model';
import { TimeSeriesProps } from './TimeSeriesProps';

const FLAG_HEIGHT = 16;
const FLAG_PADDING = 5;
const BETWEEN = 4;
/** Width of a flag without words. */
const SMALL = 8;
const DIAMOND = 4.5;
const RING = 3.5;

/** The marks of a chart that are in sight, as they are drawn; pixels from the left edge of the plot. */
export function groupsOf(
  chart: uPlot,
  marks: readonly TimeMark[],
): MarkGroup[] {
  return markGroups(
    marks,
    at => chart.valToPos(at / 1000, 'x'),
    chart.over.clientWidth,
  );
}

/**
 * Draws what happened: releases as a dotted line under a flag, scalings as a step, ends of containers as a ring, ends for
 * want of memory as a diamond on the limit. Words that would stand on others are left to the tooltip.
 *
 * @param countOf - what a flag says that stands for so many releases
 */
export function drawMarks(
  chart: uPlot,
  props: TimeSeriesProps,
  tokens: Tokens,
  countOf: (releases: number) => string,
): void {
  const { ctx, bbox } = chart;
  const ratio = window.devicePixelRatio || 1;
  const groups = groupsOf(chart, props.marks);
  const limit = props.lines.find(line => line.kind === 'limit' && !line.hidden);
  ctx.save();
  ctx.scale(ratio, ratio);
  ctx.translate(bbox.left / ratio, bbox.top / ratio);
  ctx.font = '500 11px sans-serif';
  ctx.lineWidth = 1;
  const width = bbox.width / ratio;
  const height = bbox.height / ratio;
  const flags: Flag[] = [];
  for (const { kind, x, marks } of groups) {
    const at = Math.round(x) + 0.5;
    if (kind === 'release' || kind === 'scaling') {
      ctx.strokeStyle = tokens.text2;
      ctx.fillStyle = tokens.text2;
      ctx.setLineDash(kind === 'release' ? [2, 2] : [1, 3]);
      ctx.beginPath();
      ctx.moveTo(at, kind === 'release' ? 0 : height / 2);
      ctx.lineTo(at, height);
      ctx.stroke();
      ctx.setLineDash([]);
    }
    if (kind === 'release' && props.flags === 'named') {
      const words = marks.length > 1 ? countOf(marks.length) : marks[0].label;
      const drawn = flag(ctx, words, { at, flags, width }, tokens);
      if (drawn) {
        flags.push(drawn);
      }
    } else if (kind === 'release') {
      flags.push(smallFlag(ctx, at));
    } else if (kind === 'scaling') {
      if (props.form === 'steps') {
        ctx.textAlign = at > width / 2 ? 'right' : 'left';
        ctx.fillText(marks[0].label, at + (at > width / 2 ? -4 : 4), 10);
      } else {
        step(ctx, at, height);
      }
    }
  }
  ctx.strokeStyle = tokens.bad.mark;
  ctx.fillStyle = tokens.bad.mark;
  for (const { kind, x } of groups) {
    const at = Math.round(x) + 0.5;
    if (kind === 'oom') {
      const isFree = flags.every(
        ({ start, end }) => at + DIAMOND < start || at - DIAMOND > end,
      );
      const above = isFree ? -FLAG_HEIGHT / 2 : DIAMOND + 1;
      diamond(ctx, at, limitAt(chart, limit, x, height) ?? above, tokens);
    } else if (kind === 'restart') {
      ring(ctx, at, height - RING - 2);
    }
  }
  ctx.restore();
}

/** The pixels that a flag takes, from left to right. */
interface Flag {
  readonly start: number;
  readonly end: number;
}

/** Where another flag is near there is only a small one, and none under its words: the line stays. */
function flag(
  ctx: CanvasRenderingContext2D,
  words: string,
  place: { at: number; flags: readonly Flag[]; width: number },
  tokens: Tokens,
): Flag | undefined {
  const wide = ctx.measureText(words).width + 2 * FLAG_PADDING;
  const start =
    place.at + wide > place.width ? Math.max(0, place.at - wide) : place.at;
  const end = start + wide;
  if (
    place.flags.some(
      other => start < other.end + BETWEEN && end > other.start - BETWEEN,
    )
  ) {
    const isUnder = place.flags.some(
      other => place.at + SMALL > other.start && place.at < other.end,
    );
    return isUnder ? undefined : smallFlag(ctx, place.at);
  }
  ctx.fillStyle = tokens.paper;
  ctx.fillRect(start, -FLAG_HEIGHT, wide, FLAG_HEIGHT);
  ctx.strokeRect(start, -FLAG_HEIGHT + 0.5, wide, FLAG_HEIGHT);
  ctx.fillStyle = tokens.text;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(words, start + FLAG_PADDING, -FLAG_HEIGHT / 2 + 1);
  ctx.textBaseline = 'alphabetic';
  return { start, end };
}

function smallFlag(ctx: CanvasRenderingContext2D, at: number): Flag {
  ctx.beginPath();
  ctx.moveTo(at - 0.5, -8);
  ctx.lineTo(at + 8, -8);
  ctx.lineTo(at + 5.5, -5);
  ctx.lineTo(at + 8, -2);
  ctx.lineTo(at - 0.5, -2);
  ctx.closePath();
  ctx.fill();
  return { start: at, end: at + SMALL };
}

/** A small stair. */
function step(ctx: CanvasRenderingContext2D, at: number, height: number): void {
  ctx.beginPath();
  ctx.moveTo(at - 5, height / 2);
  ctx.lineTo(at, height / 2);
  ctx.lineTo(at, height / 2 - 6);
  ctx.lineTo(at + 5, height / 2 - 6);
  ctx.stroke();
}

function diamond(
  ctx: CanvasRenderingContext2D,
  at: number,
  y: number,
  tokens: Tokens,
): void {
  ctx.beginPath();
  ctx.moveTo(at, y - DIAMOND);
  ctx.lineTo(at + DIAMOND, y);
  ctx.lineTo(at, y + DIAMOND);
  ctx.lineTo(at - DIAMOND, y);
  ctx.closePath();
  ctx.fill();
  ctx.strokeStyle = tokens.paper;
  ctx.stroke();
}

function ring(ctx: CanvasRenderingContext2D, at: number, y: number): void {
  ctx.beginPath();
  ctx.arc(at, y, RING, 0, 2 * Math.PI);
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.lineWidth = 1;
}

/** Where the limit stands; undefined where there is none, or above what the chart reaches. */
function limitAt(
  chart: uPlot,
  limit: TimeSeriesProps['lines'][number] | undefined,
  x: number,
  height: number,
): number | undefined {
  const value = limit?.values[chart.posToIdx(x)] ?? null;
  const y = value === null ? -1 : chart.valToPos(value, 'y');
  return y >= 0 && y <= height ? y : undefined;
}
