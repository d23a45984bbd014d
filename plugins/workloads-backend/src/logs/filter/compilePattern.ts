import { InputError } from '@backstage/errors';
import { RE2JS, RE2JSSyntaxException } from 're2js';

/**
 * Compiles an expression in the syntax of RE2, whose time grows with the length of a line only. JavaScript's own
 * expressions would let one reader stop the process with a pattern such as `(a+)+$`.
 *
 * @throws InputError with the position, counted from 1, in its words
 */
export function compilePattern(
  pattern: string,
  options: { readonly caseSensitive: boolean; readonly field: string },
): RE2JS {
  try {
    return RE2JS.compile(
      pattern,
      options.caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE,
    );
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) {
      throw error;
    }
    const { position, words } = locate(
      pattern,
      error.error ?? '',
      error.input ?? '',
    );
    throw new InputError(
      `${options.field}: the expression "${pattern}" is wrong at position ${position}: ${words}`,
    );
  }
}

function locate(
  pattern: string,
  problem: string,
  fragment: string,
): { position: number; words: string } {
  if (problem.startsWith('missing closing )')) {
    return {
      position: unclosed(pattern, '(', ')') + 1,
      words: 'this bracket is never closed',
    };
  }
  if (problem.startsWith('missing closing ]')) {
    return {
      position: pattern.indexOf(fragment) + 1,
      words: 'this bracket is never closed',
    };
  }
  if (problem.startsWith('unexpected )')) {
    return {
      position: pattern.lastIndexOf(')') + 1,
      words: 'this bracket was never opened',
    };
  }
  const at = fragment === '' ? -1 : pattern.indexOf(fragment);
  const quoted = fragment === '' ? '' : ` "${fragment}"`;
  return {
    position: Math.max(at, 0) + 1,
    words: `${problem.replace(
      / or unsupported Perl syntax$/,
      ' syntax (RE2 has no look-around and no back-references)',
    )}${quoted}`,
  };
}

/** The last opening sign that has no partner. */
function unclosed(pattern: string, open: string, close: string): number {
  const stack: number[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    if (pattern[index] === '\\') {
      index += 1;
    } else if (pattern[index] === open) {
      stack.push(index);
    } else if (pattern[index] === close) {
      stack.pop();
    }
  }
  return stack.at(-1) ?? 0;
}
