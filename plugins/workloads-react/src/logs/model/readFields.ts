import { fieldText, visibleText } from './visibleText';

/**
 * One field of a structured line.
 * @public
 */
export interface LogField {
  readonly name: string;
  /** As text; objects and lists as JSON. */
  readonly value: string;
}

/**
 * What a line says: its message and, where it is structured, the rest of its fields.
 * @public
 */
export interface LogMessage {
  readonly format: 'json' | 'logfmt' | 'klog' | 'text';
  readonly message: string;
  /** In the order of the line, without the message, and without time and level, which have columns of their own. */
  readonly fields: readonly LogField[];
}

const MESSAGES = new Set(['msg', 'message', '@message', 'log', 'event']);
const OWN_COLUMNS = new Set([
  'time',
  'ts',
  'timestamp',
  '@timestamp',
  'datetime',
  'level',
  'lvl',
  'severity',
  'loglevel',
  'levelname',
  '@level',
]);
/** What a line of nested fields may bring; more than a person reads. */
const MOST_FIELDS = 200;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

// Level and date, time, thread, place in the program.
const KLOG = /^[DIWEF]\d{4} \d\d:\d\d:\d\d\.\d+\s+\d+ ([^\s\]]+:\d+)\] (.*)$/;

// A key, then a value in quotes or without spaces.
const PAIR = /([\w.@/-]+)=("(?:[^"\\]|\\.)*"|\S*)/g;

/**
 * Reads the fields of a line in JSON, logfmt or klog's form. A line of words with pairs at its end counts as logfmt: the
 * words are the message. Of klog's head, whose time and level have columns of their own, the place in the program stays.
 * @param line - Without colour codes.
 * @public
 */
export function readFields(line: string): LogMessage {
  const trimmed = line.trim();
  if (trimmed.startsWith('{') && trimmed.endsWith('}')) {
    const fields = jsonFields(trimmed);
    if (fields) {
      return shaped('json', fields, undefined);
    }
  }
  const klog = klogMessage(line);
  if (klog) {
    return klog;
  }
  const first = line.search(/(?:^|\s)[\w.@/-]+=/);
  if (first >= 0) {
    const words = line.slice(0, first).trimEnd();
    const rest = line.slice(first).trim();
    const pairs = logfmtFields(rest);
    if (pairs) {
      return shaped('logfmt', pairs, words || undefined);
    }
  }
  return { format: 'text', message: visibleText(line), fields: [] };
}

function klogMessage(line: string): LogMessage | undefined {
  const [, source, rest] = KLOG.exec(line) ?? [];
  if (source === undefined) {
    return undefined;
  }
  const quoted = /^"((?:[^"\\]|\\.)*)"\s*(.*)$/.exec(rest);
  const pairs = quoted && (quoted[2] ? logfmtFields(quoted[2]) : []);
  const inner = pairs
    ? { message: unquoted(`"${quoted[1]}"`), fields: pairs }
    : readFields(rest);
  return {
    format: 'klog',
    message: fieldText(inner.message),
    fields: [
      ...inner.fields.filter(({ name }) => name !== 'source'),
      { name: 'source', value: source },
    ].map(harmless),
  };
}

function harmless({ name, value }: LogField): LogField {
  return { name: fieldText(name), value: fieldText(value) };
}

function shaped(
  format: 'json' | 'logfmt',
  all: readonly LogField[],
  words: string | undefined,
): LogMessage {
  const stated =
    words === undefined
      ? all.find(field => MESSAGES.has(field.name.toLowerCase()))
      : undefined;
  const fields = all.filter(
    field => field !== stated && !OWN_COLUMNS.has(field.name.toLowerCase()),
  );
  return {
    format,
    message: fieldText(words ?? stated?.value ?? ''),
    fields: fields.slice(0, MOST_FIELDS).map(harmless),
  };
}

function jsonFields(text: string): LogField[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([name, field]) => ({
          name,
          value: typeof field === 'string' ? field : JSON.stringify(field),
        }))
      : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined unless the whole text is pairs. */
function logfmtFields(text: string): LogField[] | undefined {
  const fields: LogField[] = [];
  let end = 0;
  for (const match of text.matchAll(PAIR)) {
    if (text.slice(end, match.index).trim() !== '') {
      return undefined;
    }
    end = (match.index ?? 0) + match[0].length;
    fields.push({ name: match[1], value: unquoted(match[2]) });
  }
  return text.slice(end).trim() === '' && fields.length > 0
    ? fields
    : undefined;
}

function unquoted(value: string): string {
  if (!value.startsWith('"') || value.length < 2) {
    return value;
  }
  return value
    .slice(1, -1)
    .replace(/\\(["\\nt])/g, (_, code: string) => ESCAPES[code] ?? code);
}
