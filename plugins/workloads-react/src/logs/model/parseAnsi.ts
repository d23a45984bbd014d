/**
 * How a piece of a line is to look. Colours are names, so that each theme gives its own value: a program does not know
 * on which ground it writes.
 * @public
 */
export interface AnsiStyle {
  readonly colour?: AnsiColour;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
}

/**
 * The colours that a console has beside black and white; those two are the text's own colour.
 * @public
 */
export type AnsiColour =
  | 'red'
  | 'green'
  | 'yellow'
  | 'blue'
  | 'magenta'
  | 'cyan'
  | 'grey';

/**
 * A piece of a line with one look.
 * @public
 */
export interface AnsiSpan {
  readonly text: string;
  readonly style?: AnsiStyle;
}

const COLOURS: readonly (AnsiColour | undefined)[] = [
  undefined,
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  undefined,
];

const ESC = String.fromCharCode(27);
const BEL = String.fromCharCode(7);
const CSI = String.fromCharCode(0x9b);
// A select-graphic-rendition code, then every other sequence (CSI, OSC and its kin with their terminator, two-character
// ones), then control characters other than tab. An unfinished sequence takes its introducer only.
const SEQUENCE = new RegExp(
  `(?:${ESC}\\[|${CSI})([\\d;:]*)m|(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]|${ESC}[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)|${ESC}[ -/]*[0-Z\\\\^-~]|[\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f]`,
  'g',
);

/**
 * Splits a line into pieces by its colour codes. Everything else that would steer a console is taken out: moving the
 * cursor, titles, links, clearing.
 * @public
 */
export function parseAnsi(line: string): readonly AnsiSpan[] {
  if (line.search(SEQUENCE) < 0) {
    return [{ text: line }];
  }
  const spans: AnsiSpan[] = [];
  let style: AnsiStyle = {};
  let pending = '';
  let end = 0;
  const flush = () => {
    if (pending) {
      spans.push(
        Object.keys(style).length > 0
          ? { text: pending, style }
          : { text: pending },
      );
      pending = '';
    }
  };
  for (const match of line.matchAll(SEQUENCE)) {
    pending += line.slice(end, match.index);
    end = (match.index ?? 0) + match[0].length;
    if (match[1] !== undefined) {
      flush();
      style = restyled(style, match[1]);
    }
  }
  pending += line.slice(end);
  flush();
  return spans;
}

/**
 * The words of a line without any code.
 * @public
 */
export function withoutAnsi(line: string): string {
  return line.replace(SEQUENCE, '');
}

function restyled(before: AnsiStyle, codes: string): AnsiStyle {
  const numbers = codes.split(/[;:]/).map(Number);
  let style = before;
  for (let index = 0; index < numbers.length; index += 1) {
    const code = numbers[index];
    if (code === 38 || code === 48) {
      // An extended colour: `5;n` or `2;r;g;b`. Only the first 16 of the palette have a name here.
      const isPalette = numbers[index + 1] === 5;
      if (code === 38) {
        style = coloured(style, isPalette ? numbers[index + 2] : undefined);
      }
      index += isPalette ? 2 : 4;
    } else {
      style = withCode(style, code);
    }
  }
  return style;
}

function withCode(style: AnsiStyle, code: number): AnsiStyle {
  switch (code) {
    case 0:
      return {};
    case 1:
      return { ...style, bold: true };
    case 2:
      return { ...style, dim: true };
    case 3:
      return { ...style, italic: true };
    case 4:
      return { ...style, underline: true };
    case 22:
      return without(style, 'bold', 'dim');
    case 23:
      return without(style, 'italic');
    case 24:
      return without(style, 'underline');
    case 39:
      return without(style, 'colour');
    default:
      if (code >= 30 && code <= 37) {
        return coloured(style, code - 30);
      }
      return code >= 90 && code <= 97 ? coloured(style, code - 82) : style;
  }
}

/** @param place - in the palette of 16 */
function coloured(style: AnsiStyle, place: number | undefined): AnsiStyle {
  const colour = place === 8 ? 'grey' : COLOURS[(place ?? 0) % 8];
  return place !== undefined && place < 16 && colour
    ? { ...style, colour }
    : without(style, 'colour');
}

function without(style: AnsiStyle, ...keys: (keyof AnsiStyle)[]): AnsiStyle {
  const rest = { ...style };
  keys.forEach(key => delete rest[key]);
  return rest;
}
