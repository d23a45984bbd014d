import { Page } from 'playwright-core';

/** What a chart took in one browser, milliseconds each. */
export interface ChartFigures {
  /** Lines and values of each that were drawn. */
  readonly lines: number;
  readonly values: number;
  /** From new values to the last pixel, of each draw. */
  readonly draws: readonly number[];
  /** Between two frames while nothing happens. */
  readonly idle: readonly number[];
  /** Between two frames while the time is moved under the pointer. */
  readonly pan: readonly number[];
}

/** The chart, as far as it is used here. */
interface DrawnChart {
  readonly over: HTMLElement;
  readonly ctx: CanvasRenderingContext2D;
  readonly data: (number | null)[][];
  readonly scales: { readonly x: { readonly min: number } };
  setData(data: (number | null)[][]): void;
}

const DRAWS = 100;
const FRAMES = 240;

/** Draws, rests, and moves as a person does with Shift and a drag. */
export async function measureChart(
  page: Page,
  url: string,
): Promise<ChartFigures> {
  await page.goto(url);
  await page.getByRole('slider', { name: 'CPU' }).locator('canvas').waitFor();
  const drawn = await page.evaluate(draw, DRAWS);
  const idle = await page.evaluate(rest, FRAMES);
  const pan = await page.evaluate(move, FRAMES);
  return { ...drawn, idle, pan };
}

/** Runs inside the page. */
async function draw(
  count: number,
): Promise<Pick<ChartFigures, 'lines' | 'values' | 'draws'>> {
  const { drawn } = window as unknown as { drawn: DrawnChart };
  const draws: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const data = drawn.data.map((values, line) =>
      line === 0
        ? [...values]
        : values.map(value => value && value * (1 + 0.001 * (round % 7))),
    );
    const start = performance.now();
    drawn.setData(data);
    // It draws in the microtask that it has queued.
    await Promise.resolve();
    // What is only queued for the canvas is drawn before it can be read.
    drawn.ctx.getImageData(0, 0, 1, 1);
    draws.push(performance.now() - start);
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
  return {
    lines: drawn.data.length - 1,
    values: drawn.data[0].length,
    draws,
  };
}

/** Runs inside the page. */
async function rest(count: number): Promise<number[]> {
  const frames: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let frame = 0; frame < count; frame += 1) {
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames;
}

/** Runs inside the page. Throws when the time does not follow the pointer. */
async function move(count: number): Promise<number[]> {
  const { drawn } = window as unknown as { drawn: DrawnChart };
  const { left, top, width } = drawn.over.getBoundingClientRect();
  const at = (type: string, x: number, target: EventTarget) =>
    target.dispatchEvent(
      new MouseEvent(type, {
        bubbles: true,
        button: 0,
        shiftKey: true,
        clientX: left + x,
        clientY: top + 20,
      }),
    );
  const before = drawn.scales.x.min;
  at('mousedown', width / 2, drawn.over);
  const frames: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let frame = 0; frame < count; frame += 1) {
    at('mousemove', width / 2 + 200 * Math.sin(frame / 30), document);
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  at('mousemove', width / 2 + 100, document);
  await Promise.resolve();
  const after = drawn.scales.x.min;
  at('mouseup', width / 2 + 100, document);
  if (!(after < before)) {
    throw new Error('The chart did not move under the pointer');
  }
  return frames;
}
