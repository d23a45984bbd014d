import { LogBuffer } from './LogBuffer';
import { LogRow } from './LogRow';
import { RowHeights } from './RowHeights';

const AT = '2026-11-24T10:00:00.000000000Z';

function line(id: number): LogRow {
  return { kind: 'line', id, source: 0, at: AT, text: '', level: 'info' };
}

function note(id: number): LogRow {
  return { kind: 'note', id, at: AT, note: { kind: 'joined', source: 0 } };
}

describe('RowHeights', () => {
  it('knows the place of every row while rows come, leave, are measured and are put before', () => {
    const rows = LogBuffer.create(6);
    const heights = RowHeights.create();
    [line(0), note(1), line(2)].forEach(row => rows.push(row));
    heights.sync(rows);
    const places = () =>
      Array.from({ length: rows.length + 1 }, (_, index) =>
        heights.offsetOf(rows, index),
      );
    expect(places()).toEqual([0, 20, 46, 66]);

    // An opened line.
    expect(heights.set(2, 120)).toBe(100);
    expect(heights.set(2, 120)).toBe(0);
    [line(3), note(4), line(5)].forEach(row => rows.push(row));
    heights.sync(rows);
    expect(places()).toEqual([0, 20, 46, 166, 186, 212, 232]);
    expect([0, 45, 46, 165, 166, 231, 999].map(px => heights.indexAt(rows, px)))
      // The rows at those pixels.
      .toEqual([0, 1, 2, 2, 3, 5, 5]);

    // Two leave at the head, the note among them.
    [line(6), line(7)].forEach(row => rows.push(row));
    heights.sync(rows);
    expect(places()).toEqual([0, 120, 140, 166, 186, 206, 226]);

    const older = LogBuffer.create(10);
    [line(5), line(6)].forEach(row => older.push(row));
    heights.sync(older);
    older.prepend([note(-1), line(3)]);
    heights.sync(older);
    expect(
      [0, 1, 2, 3, 4].map(index => heights.offsetOf(older, index)),
    ).toEqual([0, 26, 46, 66, 86]);

    heights.set(5, 60);
    expect(heights.heightOf(5)).toBe(60);
    heights.close(5);
    expect(heights.heightOf(5)).toBe(20);
    heights.set(5, 60);
    heights.forget();
    heights.sync(older);
    expect(heights.heightOf(5)).toBe(20);
    expect(heights.offsetOf(older, 4)).toBe(86);
  });
});
