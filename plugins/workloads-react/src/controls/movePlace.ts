/**
 * A place in a matrix; column 0 is the head of the row.
 * @public
 */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads from a place in a matrix of so many rows and columns; undefined for any other key.
 * @public
 */
export function movePlace(
  place: Place,
  key: string,
  size: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const row = (n: number) => Math.max(0, Math.min(size.rows - 1, n));
  const column = (n: number) => Math.max(0, Math.min(size.columns - 1, n));
  switch (key) {
    case 'ArrowUp':
      return { ...place, row: row(place.row - 1) };
    case 'ArrowDown':
      return { ...place, row: row(place.row + 1) };
    case 'ArrowLeft':
      return { ...place, column: column(place.column - 1) };
    case 'ArrowRight':
      return { ...place, column: column(place.column + 1) };
    case 'Home':
      return { ...place, column: 0 };
    case 'End':
      return { ...place, column: column(Infinity) };
    default:
      return undefined;
  }
}
