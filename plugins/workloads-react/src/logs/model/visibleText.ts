import { withoutAnsi } from './parseAnsi';

// Marks that turn the direction of text, and marks without any width: they make a line read as another one. Joiners are
// left alone: the scripts of many people, and their emoji, need them.
const HIDDEN =
  /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;

/**
 * A text in which nothing is hidden: what would turn its direction or has no width stands there as its number.
 * @public
 */
export function visibleText(text: string): string {
  return text.replace(
    HIDDEN,
    sign =>
      `‹U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`,
  );
}

/** The value of a field: escapes of JSON may bring what a line itself cannot hold. Breaks and tabs stay. */
export function fieldText(text: string): string {
  return visibleText(text.split('\n').map(withoutAnsi).join('\n'));
}
