import { movePlace } from './movePlace';

describe('movePlace', () => {
  it('moves in the matrix and stays inside', () => {
    const size = { rows: 2, columns: 3 };
    expect(movePlace({ row: 0, column: 2 }, 'ArrowRight', size)).toEqual({
      row: 0,
      column: 2,
    });
    expect(movePlace({ row: 0, column: 2 }, 'ArrowDown', size)?.row).toBe(1);
    expect(movePlace({ row: 0, column: 2 }, 'Home', size)?.column).toBe(0);
    expect(movePlace({ row: 0, column: 0 }, 'x', size)).toBeUndefined();
  });
});
