import { PodRates } from './PodRates';

const NOW = 1_000_000_000;

describe('PodRates', () => {
  it('counts by when lines were written, over ten whole seconds', () => {
    const rates = PodRates.create();
    // A minute of two lines a second, which comes at once.
    for (let ago = 60_000; ago > 0; ago -= 500) {
      rates.note('a', NOW - ago);
    }
    expect(rates.rateOf('a', NOW)).toBe(2);
    // Ten seconds later nothing was written any more.
    expect(rates.rateOf('a', NOW + 6_000)).toBe(1);
    expect(rates.rateOf('a', NOW + 12_000)).toBe(0);
    expect(rates.rateOf('b', NOW)).toBe(0);
  });

  it('takes lines out of order, and none that is long past', () => {
    const rates = PodRates.create();
    rates.note('a', NOW - 3_000);
    rates.note('a', NOW - 5_000);
    rates.note('a', NOW - 500_000);
    rates.note('a', NOW - 4_000);
    expect(rates.rateOf('a', NOW)).toBe(0.3);
  });

  it('is not held up by a pause', () => {
    const rates = PodRates.create();
    rates.note('a', NOW - 900_000);
    rates.note('a', NOW - 3_000);
    expect(rates.rateOf('a', NOW)).toBe(0.1);
  });
});
