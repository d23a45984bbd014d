import { seededRandom } from '../../projection/testUtils/seededRandom';
import { MergeBuffer } from './MergeBuffer';

const SOURCES = 60;
const WINDOW = 400;

function orderOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 23)}000000Z`;
}

/**
 * Sources that speak in bunches, each in the order of its own time, which is a little off.
 * @param spoken - the latest time of each so far
 */
function speak(
  buffer: MergeBuffer<string>,
  random: () => number,
  now: number,
  spoken: number[],
): string[] {
  const said: string[] = [];
  for (let source = 0; source < SOURCES; source += 1) {
    const count = random() < 0.3 ? Math.floor(random() * 5) : 0;
    const entries = Array.from({ length: count }, () => {
      const time = now - Math.floor(random() * 100);
      spoken[source] = Math.max(spoken[source] ?? 0, time);
      const order = orderOf(spoken[source]);
      said.push(order);
      return { order, value: `${source} ${order}`, bytes: 10 };
    });
    buffer.push(source, entries, now);
  }
  return said;
}

describe('MergeBuffer', () => {
  it('gives everything once and in the order of time, whatever the sources do, while they keep within the window', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seededRandom(seed);
      const buffer = MergeBuffer.create<string>({ window: WINDOW });
      for (let source = 0; source < SOURCES; source += 1) {
        buffer.open(source);
      }
      const said: string[] = [];
      const given: { value: string; late: boolean }[] = [];
      const spoken: number[] = [];
      for (let now = 0; now < 20_000; now += 50) {
        if (now < 19_000) {
          said.push(...speak(buffer, random, now, spoken));
        }
        if (random() < 0.02) {
          // One that leaves and comes again has said what it has said.
          const source = Math.floor(random() * SOURCES);
          if (buffer.bytesOf(source) === 0) {
            buffer.finish(source);
            buffer.open(source);
          }
        }
        given.push(...buffer.release(now, 1 + Math.floor(random() * 200)));
      }
      given.push(...buffer.release(30_000, Infinity));
      const orders = given.map(({ value }) => value.split(' ')[1]);
      expect(orders).toEqual([...said].sort());
      expect(given.some(({ late }) => late)).toBe(false);
      expect([buffer.count, buffer.bytes]).toEqual([0, 0]);
    }
  });

  it('says what comes after its window, and puts it where it is now', () => {
    const buffer = MergeBuffer.create<string>({ window: WINDOW });
    buffer.open(0);
    buffer.open(1);
    const entry = (time: number) => ({
      order: orderOf(time),
      value: String(time),
      bytes: 1,
    });
    buffer.push(0, [entry(1_000)], 1_000);
    expect(buffer.release(1_399, 10)).toEqual([]);
    expect(buffer.dueAt()).toBe(1_400);
    buffer.push(1, [entry(900)], 1_399);
    expect(buffer.release(1_400, 10).map(({ value }) => value)).toEqual([
      '900',
      '1000',
    ]);
    buffer.push(1, [entry(950)], 1_500);
    expect(buffer.release(1_900, 10)).toEqual([
      { value: '950', source: 1, late: true },
    ]);
  });

  it('gives at once what every source has spoken up to, and waits with the rest', () => {
    const buffer = MergeBuffer.create<number>({ window: WINDOW });
    [0, 1].forEach(source => buffer.open(source));
    const push = (source: number, now: number, ...times: number[]) =>
      buffer.push(
        source,
        times.map(time => ({ order: orderOf(time), value: time, bytes: 1 })),
        now,
      );
    push(0, 1_000, 100, 300, 700);
    expect(buffer.dueAt()).toBe(1_400);
    push(1, 1_010, 200, 500);
    expect(buffer.dueAt()).toBe(0);
    expect(buffer.release(1_010, 10).map(({ value }) => value)).toEqual([
      100, 200, 300, 500,
    ]);
    expect(buffer.dueAt()).toBe(1_400);
    push(1, 1_020, 900);
    expect(buffer.release(1_020, 10).map(({ value }) => value)).toEqual([700]);
    expect(buffer.dueAt()).toBe(1_420);
    expect(buffer.release(1_420, 10).map(({ value }) => value)).toEqual([900]);
    expect(buffer.dueAt()).toBeUndefined();
  });

  it('has nothing due when all that was due is given, though more waits', () => {
    const buffer = MergeBuffer.create<number>({ window: WINDOW });
    [0, 1].forEach(source => buffer.open(source));
    const push = (now: number, time: number) =>
      buffer.push(0, [{ order: orderOf(time), value: time, bytes: 1 }], now);
    push(1_000, 100);
    push(1_200, 200);
    expect(buffer.release(1_400, 10).map(({ value }) => value)).toEqual([100]);
    expect(buffer.dueAt()).toBe(1_600);
  });

  it('waits for every source that is read to its end, and for none that is through', () => {
    const buffer = MergeBuffer.create<number>('exact');
    [0, 1, 2].forEach(source => buffer.open(source));
    const push = (source: number, ...times: number[]) =>
      buffer.push(
        source,
        times.map(time => ({ order: orderOf(time), value: time, bytes: 1 })),
        0,
      );
    push(0, 10, 40, 30);
    push(1, 20);
    expect(buffer.release(0, 10)).toEqual([]);
    buffer.finish(2);
    expect(buffer.release(0, 10).map(({ value }) => value)).toEqual([10, 20]);
    buffer.finish(1);
    expect(buffer.release(0, 10).map(({ value }) => value)).toEqual([30, 40]);
  });

  it('throws away the oldest of all, and says of whom', () => {
    const buffer = MergeBuffer.create<number>({ window: WINDOW });
    [0, 1].forEach(source => buffer.open(source));
    const entries = (times: number[]) =>
      times.map(time => ({ order: orderOf(time), value: time, bytes: 10 }));
    buffer.push(0, entries([1, 4]), 0);
    buffer.push(1, entries([2, 3]), 0);
    expect(buffer.drop(10)).toEqual({
      count: 3,
      from: orderOf(1),
      to: orderOf(3),
      sources: [0, 1],
    });
    expect(buffer.release(0, 10, true).map(({ value }) => value)).toEqual([4]);
    expect(buffer.drop(0)).toBeUndefined();
  });
});
