import { durationMs } from './durationMs';

describe('durationMs', () => {
  it.each([
    ['PT2H', 7_200_000],
    ['P30D', 30 * 86_400_000],
    ['P1W', 7 * 86_400_000],
    ['P1DT12H30M5S', 131_405_000],
    ['P1M', undefined],
    ['P', undefined],
    ['2 hours', undefined],
  ])('reads %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
});
