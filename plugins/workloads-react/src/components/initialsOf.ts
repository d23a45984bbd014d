/**
 * Two letters for a name: of the first two words, or the last two characters of a Chinese name, which tell more.
 * @public
 */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (/^\p{Script=Han}+$/u.test(trimmed)) {
    return [...trimmed].slice(-2).join('');
  }
  return trimmed
    .split(/[\s._-]+/)
    .slice(0, 2)
    .map(word => [...word].slice(0, 1).join(''))
    .join('')
    .toLocaleUpperCase('en-US');
}
