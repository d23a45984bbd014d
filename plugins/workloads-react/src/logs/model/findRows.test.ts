import { findRows } from './findRows';
import { LogBuffer } from './LogBuffer';

function bufferOf(count: number): LogBuffer {
  const rows = LogBuffer.create();
  for (let id = 0; id < count; id += 1) {
    rows.push({
      kind: 'line',
      id,
      source: 0,
      at: '2026-11-24T10:00:00.000000000Z',
      text: id % 1000 === 7 ? `Order [${id}] failed (3 s)` : `order ${id} fine`,
      level: 'info',
    });
  }
  return rows;
}

describe('findRows', () => {
  // Each look at the clock is 2 ms later.
  let time = 0;
  const elapsed = () => {
    time += 2;
    return time;
  };

  it('finds a text in whatever case, and lets the page breathe in between', async () => {
    let pauses = 0;
    const found = await findRows(bufferOf(100_000), 'FAILED (3 S)', {
      elapsed,
      pause: async () => {
        pauses += 1;
        return true;
      },
    });
    expect(found).toHaveLength(100);
    expect(found.slice(0, 2)).toEqual([7, 1007]);
    expect(pauses).toBe(25);
  });

  it('ends when nobody wants the answer any more', async () => {
    const found = await findRows(bufferOf(100_000), 'fine', {
      elapsed,
      pause: async () => false,
    });
    expect(found.length).toBeLessThanOrEqual(4_000);
  });
});
