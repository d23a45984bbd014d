/** Holds a number that was measured to one that was computed by hand: within 1 %. */
export function expectNear(value: number, wanted: number): void {
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(
    Math.abs(wanted) * 0.01 + 1e-9,
  );
}
