/** A change as a table writes it: `+49%`, `×3.1` from double on. */
export function changeText(change: number): string {
  return change >= 1
    ? `×${new Intl.NumberFormat(undefined, {
        maximumSignificantDigits: 2,
      }).format(1 + change)}`
    : shareText(change);
}

/** A share with its sign. */
export function shareText(share: number): string {
  return new Intl.NumberFormat(undefined, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  }).format(share);
}
