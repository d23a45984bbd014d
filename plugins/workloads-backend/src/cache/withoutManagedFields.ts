const KEY = '"managedFields":[';
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;

/**
 * Takes the bookkeeping of field managers out of the JSON of an object before it is parsed: no row is made of it, and it
 * is half of what an API server sends.
 *
 * @remarks
 *
 * Within a string of JSON every quotation mark is escaped, and after the end of a string comes no letter. So the key with
 * its quotation marks, behind a comma or the beginning of an object, is a key wherever it stands. What is written with
 * blanks, and what does not end, is left as it is.
 */
export function withoutManagedFields(json: string): string {
  let from = 0;
  for (;;) {
    const key = json.indexOf(KEY, from);
    if (key === -1) {
      return json;
    }
    const before = json.charCodeAt(key - 1);
    const end =
      before === COMMA || before === OPEN_OBJECT
        ? endOfList(json, key + KEY.length)
        : -1;
    if (end !== -1) {
      return before === COMMA
        ? json.slice(0, key - 1) + json.slice(end)
        : json.slice(0, key) +
            json.slice(json.charCodeAt(end) === COMMA ? end + 1 : end);
    }
    from = key + KEY.length;
  }
}

/** @returns the place behind the list that begins before `start`; -1 when it does not end */
function endOfList(json: string, start: number): number {
  let depth = 1;
  for (let index = start; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    if (code === QUOTE) {
      index = endOfString(json, index + 1);
      if (index === -1) {
        return -1;
      }
    } else if (code === OPEN_LIST) {
      depth += 1;
    } else if (code === CLOSE_LIST) {
      depth -= 1;
      if (depth === 0) {
        return index + 1;
      }
    }
  }
  return -1;
}

/** @returns the place of the quotation mark that ends a string; -1 when there is none */
function endOfString(json: string, start: number): number {
  let quote = json.indexOf('"', start);
  while (quote !== -1 && isEscaped(json, quote)) {
    quote = json.indexOf('"', quote + 1);
  }
  return quote;
}

function isEscaped(json: string, place: number): boolean {
  let slashes = 0;
  while (json.charCodeAt(place - 1 - slashes) === BACKSLASH) {
    slashes += 1;
  }
  return slashes % 2 === 1;
}
