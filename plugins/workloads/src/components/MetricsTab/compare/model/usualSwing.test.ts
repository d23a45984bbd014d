import { usualSwing } from './usualSwing';

const HOUR = 3_600;
/** Days of 24 values, each as large as told, with a rush in the afternoon. */
const days = (...sizes: (number | null)[]) =>
  sizes.flatMap(size =>
    Array.from({ length: 24 }, (_, hour) =>
      size === null ? null : size * (hour >= 14 ? 3 : 1),
    ),
  );

describe('usualSwing', () => {
  it('compares days, so that the hours of a day are no change', () => {
    const swing = usualSwing(days(10, 10, 10, 10), HOUR, 24 * HOUR, 'mean')!;
    expect(swing.low).toBeCloseTo(0);
    expect(swing.high).toBeCloseTo(0);
  });

  it('tells how far days are apart', () => {
    const swing = usualSwing(
      days(10, 11, 10, 12, 9, 10),
      HOUR,
      24 * HOUR,
      'mean',
    )!;
    expect(swing.high).toBeCloseTo(0.2);
    expect(swing.low).toBeCloseTo(-0.25);
  });

  it('looks at the hours that are compared', () => {
    const values = days(10, 10, 10, 10);
    // The first three hours of the third day are odd; the rest of it is not.
    values.fill(20, 48, 51);
    const three = usualSwing(values, HOUR, 3 * HOUR, 'mean')!;
    expect(three).toEqual({ low: -0.5, high: 1 });
  });

  it('is not told from two days, and from days of which nothing is known', () => {
    expect(usualSwing(days(10, 11), HOUR, 24 * HOUR, 'mean')).toBeUndefined();
    expect(
      usualSwing(days(10, null, 12, null, 9), HOUR, 24 * HOUR, 'mean'),
    ).toBeUndefined();
    expect(usualSwing([], HOUR, 24 * HOUR, 'mean')).toBeUndefined();
  });
});
