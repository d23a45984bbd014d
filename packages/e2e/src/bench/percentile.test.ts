import { percentile } from './percentile';

describe('percentile', () => {
  it('takes the nearest rank of what need not be in order', () => {
    const samples = [40, 15, 50, 20, 35];
    expect(percentile(samples, 0.5)).toBe(35);
    expect(percentile(samples, 0.3)).toBe(20);
    expect(percentile(samples, 0.95)).toBe(50);
    expect(percentile([7], 0)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});
