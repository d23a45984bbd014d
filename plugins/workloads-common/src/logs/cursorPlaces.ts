/**
 * From where on a cursor of a log stream says that lines of each container may come again; nothing for what is no cursor.
 *
 * @returns times as `normalizeLogTime` writes them, by `cluster/namespace/pod/uid/container`
 */
export function cursorPlaces(cursor: string): Map<string, string> {
  const places = new Map<string, string>();
  try {
    const body = cursor.split('.')[0].replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(body), sign => sign.charCodeAt(0));
    const [, sources]: [
      number,
      [string, number, string | null, string | undefined][],
    ] = JSON.parse(new TextDecoder().decode(bytes));
    for (const [id, , at, uncertainFrom] of sources) {
      if (at !== null) {
        places.set(
          id,
          uncertainFrom !== undefined && uncertainFrom < at
            ? uncertainFrom
            : at,
        );
      }
    }
  } catch {
    // Of a cursor that cannot be read nothing follows: everything stays remembered.
  }
  return places;
}
