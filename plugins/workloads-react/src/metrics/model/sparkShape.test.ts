import { sparkShape } from './sparkShape';

const size = { width: 100, height: 28 };

describe('sparkShape', () => {
  it('stands over its request, with room above what is highest', () => {
    // 25 of 28 pixels are the highest value.
    expect(sparkShape([0, 25, 12.5], 12.5, size)).toEqual({
      line: 'M0 28L50 3L100 15.5',
      area: 'M0 28L50 3L100 15.5L100 28L0 28Z',
      request: 15.5,
    });
    expect(sparkShape([5], 25, size).request).toBe(3);
  });

  it('is broken where nothing was measured', () => {
    const { line, area } = sparkShape(
      [null, 25, null, 25, 25],
      undefined,
      size,
    );
    expect(line).toBe('M25 3h1M75 3L100 3');
    expect(area.match(/Z/g)).toHaveLength(2);
  });

  it('lies at the base where nothing is used, and is nothing where nothing was measured', () => {
    expect(sparkShape([0, 0], undefined, size).line).toBe('M0 28L100 28');
    expect(sparkShape([null, null], undefined, size)).toEqual({
      line: '',
      area: '',
      request: undefined,
    });
  });
});
