import type uPlot from 'uplot';
import { Tokens } from '../../theme';
import { markGroups, MarkGroup, TimeMark } from '../model';
import { TimeSeriesProps } from './TimeSeriesProps';

const FLAG_HEIGHT = 16;
const FLAG_PADDING = 5;
const BETWEEN = 4;
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
  let free = 0;
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
      free = flag(ctx, words, { at, free, width }, tokens);
    } else if (kind === 'release') {
      smallFlag(ctx, at);
    } else if (kind === 'scaling') {
      if (props.form === 'steps') {
        ctx.textAlign = at > width / 2 ? 'right' : 'left';
        ctx.fillText(marks[0].label, at + (at > width / 2 ? -4 : 4), 10);
      } else {
        step(ctx, at, height);
      }
    } else {
      ctx.strokeStyle = tokens.bad.mark;
      ctx.fillStyle = tokens.bad.mark;
      const y =
        kind === 'oom' ? limitAt(chart, limit, x, height) : height - RING - 2;
      (kind === 'oom' ? diamond : ring)(ctx, at, y, tokens);
    }
  }
  ctx.restore();
}

/** @returns where the next flag may begin */
function flag(
  ctx: CanvasRenderingContext2D,
  words: string,
  place: { at: number; free: number; width: number },
  tokens: Tokens,
): number {
  const wide = ctx.measureText(words).width + 2 * FLAG_PADDING;
  const start =
    place.at + wide > place.width ? Math.max(0, place.at - wide) : place.at;
  if (start < place.free) {
    smallFlag(ctx, place.at);
    return place.free;
  }
  ctx.fillStyle = tokens.paper;
  ctx.fillRect(start, -FLAG_HEIGHT, wide, FLAG_HEIGHT);
  ctx.strokeRect(start, -FLAG_HEIGHT + 0.5, wide, FLAG_HEIGHT);
  ctx.fillStyle = tokens.text;
  ctx.textAlign = 'left';
  ctx.fillText(words, start + FLAG_PADDING, -4);
  return start + wide + BETWEEN;
}

function smallFlag(ctx: CanvasRenderingContext2D, at: number): void {
  ctx.beginPath();
  ctx.moveTo(at - 0.5, -8);
  ctx.lineTo(at + 8, -8);
  ctx.lineTo(at + 5.5, -5);
  ctx.lineTo(at + 8, -2);
  ctx.lineTo(at - 0.5, -2);
  ctx.closePath();
  ctx.fill();
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

/** On the limit where the chart reaches so far, else at the upper edge. */
function limitAt(
  chart: uPlot,
  limit: TimeSeriesProps['lines'][number] | undefined,
  x: number,
  height: number,
): number {
  const value = limit?.values[chart.posToIdx(x)] ?? null;
  const y = value === null ? -1 : chart.valToPos(value, 'y');
  return y >= 0 && y <= height ? y : DIAMOND;
}
