import { tableRoomOf } from './tableColumns';

describe('tableRoomOf', () => {
  it.each([
    [
      1400,
      'name second state life services size cost address',
      'draws the services',
    ],
    [1134, 'name second state life services size cost address', ''],
    [900, 'name second state life services size cost', ''],
    [536, 'name state life', ''],
  ])('has room at %i px for %s %s', (width, columns, draws) => {
    const room = tableRoomOf(width, true);
    expect(room.columns.join(' ')).toBe(columns);
    expect(room.drawsServices).toBe(draws !== '');
  });

  it('has no column of costs where nothing has a price', () => {
    expect(tableRoomOf(1400, false).columns).not.toContain('cost');
  });

  it('takes the widest form until it was measured', () => {
    expect(tableRoomOf(undefined, true)).toEqual(tableRoomOf(1400, true));
  });
});
