import type uPlot from 'uplot';
import { marksNear } from '../model';
import { ChartCalls } from './ChartCalls';
import { groupsOf } from './drawMarks';

/** A shorter drag is a click with an unsteady hand. */
const DRAG_PX = 4;
/** Until then a click may still become a double click. */
const DOUBLE_MS = 250;
const NO_SELECTION = { left: 0, top: 0, width: 0, height: 0 };

/**
 * What a mouse does on a chart: click opens what is there, drag zooms, Shift and drag moves, double click widens the
 * time to twice of it.
 */
export function pointerOn(calls: ChartCalls): {
  readonly bind: uPlot.Cursor.Bind;
  readonly hooks: Pick<uPlot.Hooks.Defs, 'setSelect' | 'ready'>;
} {
  let dragged = false;
  let takeBack = () => {};
  return {
    bind: {
      mousedown: (chart, _, handler) => event => {
        dragged = false;
        if (event.button === 0 && event.shiftKey) {
          dragged = true;
          move(chart, event, calls);
        } else if (event.button === 0) {
          handler(event);
        }
        return null;
      },
      // Who slips over the upper or lower edge means no more than that; the library would select up to the end.
      mouseleave: (chart, _, handler) => event => {
        if (!isDragged(event) || isBeside(chart, event)) {
          handler(event);
        }
        return null;
      },
      dblclick: chart => () => {
        takeBack();
        const { min = 0, max = 0 } = chart.scales.x;
        const half = (max - min) / 2;
        calls.props().onZoom((min - half) * 1000, (max + half) * 1000);
        return null;
      },
    },
    hooks: {
      setSelect: chart => {
        const { left, width } = chart.select;
        chart.setSelect(NO_SELECTION, false);
        // The other charts that share the cursor show the same selection; the one under the pointer tells of it.
        if (width > DRAG_PX && chart.cursor.event) {
          dragged = true;
          calls
            .props()
            .onZoom(
              chart.posToVal(left, 'x') * 1000,
              chart.posToVal(left + width, 'x') * 1000,
            );
        }
      },
      ready: chart =>
        chart.over.addEventListener('click', event => {
          if (dragged || event.detail > 1) {
            return;
          }
          const x = event.clientX - chart.over.getBoundingClientRect().left;
          takeBack = calls.after(DOUBLE_MS, () => pick(chart, x, calls));
        }),
    },
  };
}

function isDragged({ buttons }: MouseEvent): boolean {
  return buttons % 2 === 1;
}

/** Whether the pointer left over the left or right edge. */
function isBeside(chart: uPlot, { clientX }: MouseEvent): boolean {
  const { left, right } = chart.over.getBoundingClientRect();
  return clientX <= left || clientX >= right;
}

/** Opens what stands at a pixel: the first mark that is there, else the moment. */
export function pick(chart: uPlot, x: number, calls: ChartCalls): void {
  const { marks, onPick } = calls.props();
  const near = marksNear(groupsOf(chart, marks), x);
  onPick(near[0]?.at ?? chart.posToVal(x, 'x') * 1000, near);
}

/** Moves the time under the pointer until it is let go; the other charts follow then. */
function move(chart: uPlot, start: MouseEvent, calls: ChartCalls): void {
  const { min = 0, max = 0 } = chart.scales.x;
  const seconds = (max - min) / chart.over.clientWidth;
  const shiftOf = (event: MouseEvent) =>
    (start.clientX - event.clientX) * seconds;
  const onMove = (event: MouseEvent) => {
    const by = shiftOf(event);
    chart.setScale('x', { min: min + by, max: max + by });
  };
  const onUp = (event: MouseEvent) => {
    document.removeEventListener('mousemove', onMove);
    document.removeEventListener('mouseup', onUp);
    const by = shiftOf(event);
    if (Math.abs(start.clientX - event.clientX) > DRAG_PX) {
      calls.props().onZoom((min + by) * 1000, (max + by) * 1000);
    }
  };
  document.addEventListener('mousemove', onMove);
  document.addEventListener('mouseup', onUp);
}
