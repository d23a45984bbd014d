import { LogBuffer } from './LogBuffer';
import { LogRow } from './LogRow';

const row = (id: number, second = id): LogRow => ({
  kind: 'line',
  id,
  source: 0,
  at: `2026-11-24T10:00:${String(second % 60).padStart(2, '0')}.000000000Z`,
  text: `line ${id}`,
  level: 'info',
});
const idsOf = (buffer: LogBuffer) =>
  Array.from({ length: buffer.length }, (_, index) => buffer.at(index)?.id);

describe('LogBuffer', () => {
  it('lets the oldest leave and counts them, however many came', () => {
    const buffer = LogBuffer.create(3);
    for (let id = 0; id < 20_000; id += 1) {
      buffer.push(row(id));
    }
    expect(idsOf(buffer)).toEqual([19_997, 19_998, 19_999]);
    expect(buffer.left).toBe(19_997);
    expect(buffer.at(3)).toBeUndefined();
    expect(buffer.at(-1)).toBeUndefined();
  });

  it('puts a late row behind the last one that is not younger', () => {
    const buffer = LogBuffer.create();
    [row(0, 1), row(1, 3), row(2, 3), row(3, 5)].forEach(one =>
      buffer.push(one),
    );
    buffer.insert(row(4, 3));
    expect(idsOf(buffer)).toEqual([0, 1, 2, 4, 3]);
    expect(buffer.indexOf(4)).toBe(3);
    expect(buffer.indexOf(3)).toBe(4);
  });

  it('puts older rows before all others, as many as fit', () => {
    const buffer = LogBuffer.create(4);
    buffer.push(row(0));
    buffer.push(row(1));
    buffer.prepend([row(-3), row(-2), row(-1)]);
    expect(idsOf(buffer)).toEqual([-2, -1, 0, 1]);
    expect(buffer.left).toBe(1);
    expect(buffer.indexOf(-2)).toBe(0);
    expect(buffer.indexOf(-3)).toBeUndefined();
  });
});
