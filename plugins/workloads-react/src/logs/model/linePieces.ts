import { hitsOf } from './conditions';
import { AnsiStyle, parseAnsi } from './parseAnsi';
import { LogField, readFields } from './readFields';
import { visibleText } from './visibleText';

/**
 * A piece of a drawn line.
 * @public
 */
export interface LinePiece {
  readonly text: string;
  /** Fields stand dim behind the message. */
  readonly dim?: boolean;
  readonly style?: AnsiStyle;
  /** Whether a condition looks for it. */
  readonly hit?: boolean;
}

/** Characters of a line that are looked at; the backend cuts there too, and the rest is in the download. */
const READ_CHARACTERS = 65_536;
/** Characters of a line that are drawn on one row; nobody's screen is wider. */
const ROW_CHARACTERS = 2_000;

/**
 * What stands on the row of a line: for a structured one its message and then its fields, else the words in the colours
 * that the program gave them; with what the conditions look for marked.
 * @param columns - Fields that have a column of their own.
 * @public
 */
export function linePieces(
  line: string,
  pattern: RegExp | undefined,
  columns: readonly string[] = [],
  most: number = ROW_CHARACTERS,
): readonly LinePiece[] {
  const spans = parseAnsi(line.slice(0, READ_CHARACTERS));
  if (spans.length > 1 || spans[0]?.style) {
    return marked(
      spans.map(span => ({ ...span, text: visibleText(span.text) })),
      pattern,
      most,
    );
  }
  const text = spans[0]?.text ?? '';
  const { format, message, fields } = readFields(text);
  if (format === 'text') {
    return marked([{ text: message }], pattern, most);
  }
  const rest = fields
    .filter(field => !columns.includes(field.name))
    .map(pairOf)
    .join(' ');
  return marked(
    [{ text: onOneRow(message) }, { text: rest && `  ${rest}`, dim: true }],
    pattern,
    most,
  );
}

/** A row is one line high: breaks, such as those of a stack trace in JSON, are signs there. */
function onOneRow(text: string): string {
  return text.replace(/\s*\n/g, ' ↵ ');
}

function pairOf({ name, value }: LogField): string {
  return `${name}=${/[\s"]/.test(value) ? JSON.stringify(value) : value}`;
}

function marked(
  pieces: readonly LinePiece[],
  pattern: RegExp | undefined,
  most: number,
): readonly LinePiece[] {
  const out: LinePiece[] = [];
  let left = most;
  for (const piece of pieces) {
    if (left <= 0) {
      break;
    }
    const text = piece.text.slice(0, left);
    left -= text.length;
    let end = 0;
    for (const [from, to] of pattern ? hitsOf(text, pattern) : []) {
      if (from > end) {
        out.push({ ...piece, text: text.slice(end, from) });
      }
      out.push({ ...piece, text: text.slice(from, to), hit: true });
      end = to;
    }
    if (end < text.length) {
      out.push({ ...piece, text: text.slice(end) });
    }
  }
  return out;
}
