import { z } from 'zod';

/** A selector as it is read from a query. */
export interface ReadSelector {
  readonly metric: string;
  /** Conditions as `label=value`, with the operator between. */
  readonly matchers: readonly string[];
}

const TOKEN =
  /\s*(?:("(?:[^"\\\n]|\\.)*")|([a-zA-Z_][a-zA-Z0-9_]*)|(\d+(?:\.\d+)?(?:ms)?)|(=~|!~|!=|==|[{}()[\],=/*>-]))/y;

type Token =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name' | 'number' | 'sign'; readonly value: string };

/** Words before lists of labels. */
const GROUPS = ['by', 'on', 'group_right'];

/**
 * Reads PromQL by its own rules, knowing nothing of how it was written: what stands in a string is a value, everything
 * else is counted as the language counts it. A name that is no function, operator or label is a series, braces or not.
 */
export function selectorsOf(query: string): ReadSelector[] {
  const tokens = tokensOf(query);
  const selectors: ReadSelector[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { kind, value } = tokens[at];
    const next = tokens[at + 1]?.value;
    if (kind === 'sign' && value === '{') {
      const end = tokens.findIndex(
        (token, index) =>
          index > at && token.kind === 'sign' && token.value === '}',
      );
      const before = tokens[at - 1];
      selectors.push({
        metric: before?.kind === 'name' ? before.value : '',
        matchers: matchersOf(tokens.slice(at + 1, end)),
      });
      at = end;
    } else if (kind === 'name' && GROUPS.includes(value) && next === '(') {
      at = tokens.findIndex(
        (token, index) => index > at && token.value === ')',
      );
    } else if (
      kind === 'name' &&
      next !== '(' &&
      next !== '{' &&
      next !== 'by' &&
      value !== 'or'
    ) {
      selectors.push({ metric: value, matchers: [] });
    }
  }
  return selectors;
}

function matchersOf(tokens: readonly Token[]): string[] {
  const matchers: string[] = [];
  for (let at = 0; at < tokens.length; at += 4) {
    const [label, is, value, comma] = tokens.slice(at, at + 4);
    if (
      label?.kind !== 'name' ||
      is?.kind !== 'sign' ||
      value?.kind !== 'text' ||
      (comma && comma.value !== ',')
    ) {
      throw new SyntaxError('A selector is not a list of conditions');
    }
    matchers.push(`${label.value}${is.value}${value.value}`);
  }
  return matchers;
}

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < query.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(query);
    if (!match) {
      throw new SyntaxError(`This is not PromQL: ${query.slice(at, at + 40)}`);
    }
    const [, text, name, number, sign] = match;
    if (text !== undefined) {
      tokens.push({
        kind: 'text',
        value: z.string().parse(JSON.parse(text)),
      });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', value: name });
    } else {
      tokens.push(
        number === undefined
          ? { kind: 'sign', value: sign }
          : { kind: 'number', value: number },
      );
    }
  }
  return tokens;
}
