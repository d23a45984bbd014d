/**
 * The name that a person may have meant: the nearest one by letters added, lost or changed, at most two and fewer than
 * half of what was typed.
 */
export function closestName(
  typed: string,
  names: readonly string[],
): string | undefined {
  const text = typed.trim().toLocaleLowerCase('en-US');
  const limit = Math.min(2, Math.ceil(text.length / 2) - 1);
  return names
    .map(name => ({
      name,
      distance: distanceOf(text, name.toLocaleLowerCase('en-US')),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0]?.name;
}

function distanceOf(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current.push(
        Math.min(
          previous[j] + 1,
          current[j - 1] + 1,
          previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[b.length];
}
