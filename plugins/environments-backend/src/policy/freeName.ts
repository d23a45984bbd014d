/** The first of `wanted-2`, `wanted-3`, … that nobody has, shortened where it would be too long. */
export function freeName(
  wanted: string,
  taken: readonly string[],
  maxLength = 40,
): string {
  const stem = wanted.replace(/-\d+$/, '');
  for (let count = 2; ; count++) {
    const ending = `-${count}`;
    const name = `${stem
      .slice(0, maxLength - ending.length)
      .replace(/-+$/, '')}${ending}`;
    if (!taken.includes(name)) {
      return name;
    }
  }
}
