import { LogCondition } from '@domaindeck/backstage-plugin-workloads-common';

/**
 * One chip of the query: what a line has to have, or must not have.
 * @public
 */
export interface QueryChip {
  readonly kind: 'has' | 'not';
  /** As it was typed; `/…/` is a regular expression. */
  readonly text: string;
}

/**
 * How the chips are to be understood.
 * @public
 */
export interface QueryModes {
  /** Whether words without slashes are regular expressions too. */
  readonly regex: boolean;
  readonly caseSensitive: boolean;
}

/**
 * Reads what was typed: `text` is to be had, `-text` is not.
 * @returns undefined for nothing
 * @public
 */
export function chipOf(typed: string): QueryChip | undefined {
  const text = typed.trim();
  if (text.startsWith('-') && text.length > 1) {
    return { kind: 'not', text: text.slice(1) };
  }
  return text === '' || text === '-' ? undefined : { kind: 'has', text };
}

/**
 * What the backend is asked for by a chip.
 * @public
 */
export function conditionOf(chip: QueryChip, modes: QueryModes): LogCondition {
  const slashed = /^\/(.+)\/$/.exec(chip.text)?.[1];
  return {
    text: slashed ?? chip.text,
    ...((slashed !== undefined || modes.regex) && { regex: true }),
    ...(modes.caseSensitive && { caseSensitive: true }),
  };
}

/**
 * A pattern for what the chips look for, to mark it in the lines; undefined when there is nothing to mark or this
 * browser cannot read the expression. Which lines are shown was decided by the backend.
 * @public
 */
export function highlightOf(
  conditions: readonly LogCondition[],
): RegExp | undefined {
  const parts = conditions.map(condition =>
    condition.regex
      ? `(?:${condition.text})`
      : condition.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  );
  if (parts.length === 0) {
    return undefined;
  }
  const flags = conditions.every(c => c.caseSensitive) ? 'g' : 'gi';
  try {
    return new RegExp(parts.join('|'), flags);
  } catch {
    return undefined;
  }
}

/**
 * Where a pattern fits in a text, as pairs of places; at most 50 a line.
 * @public
 */
export function hitsOf(
  text: string,
  pattern: RegExp,
): readonly (readonly [number, number])[] {
  const hits: [number, number][] = [];
  pattern.lastIndex = 0;
  for (let count = 0; count < 50; count += 1) {
    const match = pattern.exec(text);
    if (!match) {
      break;
    }
    if (match[0] === '') {
      pattern.lastIndex += 1;
    } else {
      hits.push([match.index, match.index + match[0].length]);
    }
  }
  return hits;
}
