/** Gives a stream to the browser as a file. The browser keeps what is large on its disk, not in memory. */
export async function saveStream(
  stream: ReadableStream<Uint8Array>,
  name: string,
): Promise<void> {
  const url = URL.createObjectURL(await new Response(stream).blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
