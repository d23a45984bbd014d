import {
  CountQuery,
  LabelFilter,
  LineFilter,
  LogQuery,
  Matcher,
} from './types';

const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as a string of LogQL, which follows Go: JSON's escapes are a part of Go's, and nothing inside can end the
 * string. Half of a pair of surrogates is no text in Go.
 */
export function quoteText(text: string): string {
  return JSON.stringify(text.replace(LONE_SURROGATE, '\ufffd'));
}

/** Every query is written here and nowhere else, so that no value gets into it without quotes. */
export function printQuery(query: LogQuery): string {
  return [
    printSelector(query.streams),
    ...query.lines.map(printLine),
    ...(query.labels ? [`| ${printLabels(query.labels)}`] : []),
  ].join(' ');
}

export function printSelector(matchers: readonly Matcher[]): string {
  return `{${matchers.map(printMatcher).join(', ')}}`;
}

export function printCount({ of, span, offset, by }: CountQuery): string {
  const shift = offset > 0n ? ` offset ${offset}ms` : '';
  return `sum by (${by
    .map(checkLabel)
    .join(', ')}) (count_over_time(${printQuery(of)} [${span}ms]${shift}))`;
}

function printMatcher({ label, is, value }: Matcher): string {
  return `${checkLabel(label)}${is}${quoteText(value)}`;
}

function printLine({ is, text }: LineFilter): string {
  return `${is} ${quoteText(text)}`;
}

function printLabels(filter: LabelFilter): string {
  if ('all' in filter) {
    return `(${filter.all.map(printLabels).join(' and ')})`;
  }
  if ('any' in filter) {
    return `(${filter.any.map(printLabels).join(' or ')})`;
  }
  return printMatcher(filter);
}

/** Names of labels cannot be quoted; the config is held to this form too. */
function checkLabel(label: string): string {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) {
    throw new TypeError(`"${label}" is not the name of a label`);
  }
  return label;
}
