/**
 * Parses JSON; undefined for what is none. The error of the parser is not given on: it quotes the text, and that may be
 * a Secret.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
