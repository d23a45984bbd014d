import { InputError } from '@backstage/errors';
import { LogCondition } from '@domaindeck/backstage-plugin-workloads-common';
import { LogHistoryQuery } from '@domaindeck/backstage-plugin-workloads-node';
import { RE2JS, RE2JSSyntaxException } from 're2js';
import { levelHint } from './levelHint';
import { LineFilter } from './types';

/**
 * The conditions of a question as filters of Loki.
 * @throws InputError for an expression that RE2 does not know
 */
export function lineFilters(
  query: Pick<LogHistoryQuery, 'include' | 'exclude' | 'levels'>,
): LineFilter[] {
  const hint = levelHint(query.levels);
  return [
    ...query.include.map(condition => lineFilter(condition, '|')),
    ...query.exclude.map(condition => lineFilter(condition, '!')),
    ...(hint === undefined ? [] : [{ is: '|~' as const, text: hint }]),
  ];
}

function lineFilter(condition: LogCondition, sign: '|' | '!'): LineFilter {
  const { text, regex = false, caseSensitive = false } = condition;
  if (!regex && caseSensitive) {
    return { is: sign === '|' ? '|=' : '!=', text };
  }
  const pattern = regex ? checked(text) : RE2JS.quote(text);
  return {
    is: `${sign}~`,
    // In a group of its own, so that flags of the pattern end with it.
    text: caseSensitive ? pattern : `(?i)(?:${pattern})`,
  };
}

/** Checked before it is put into a group, which could close what the pattern leaves open. */
function checked(pattern: string): string {
  try {
    RE2JS.compile(pattern);
    return pattern;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) {
      throw new InputError(
        `The expression "${pattern}" is wrong: ${error.message}`,
      );
    }
    throw error;
  }
}
