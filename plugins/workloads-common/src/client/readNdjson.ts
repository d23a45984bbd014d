/**
 * Reads a body of one JSON value a line. A last line without its newline is a cut answer and is not given out.
 *
 * @throws SyntaxError on a line that is not JSON.
 * @public
 */
export async function* readNdjson<T>(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<T> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (line !== '') {
          yield JSON.parse(line) as T;
        }
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
