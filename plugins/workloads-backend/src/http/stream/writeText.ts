import { Response } from 'express';
import { writePieces } from '@domaindeck/backstage-plugin-workloads-node';

/**
 * Answers with a text to be saved as a file; see {@link writePieces}.
 * @param options.fileName - without signs that a header could not hold
 */
export function writeText(
  response: Response,
  texts: AsyncIterable<string>,
  options: { readonly fileName: string; readonly signal: AbortSignal },
): Promise<void> {
  const fileName = options.fileName.replace(/[^\w.-]/g, '_');
  return writePieces(response, texts, {
    signal: options.signal,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      // What a container wrote is nobody's page.
      'x-content-type-options': 'nosniff',
    },
    encode: text => text,
  });
}
