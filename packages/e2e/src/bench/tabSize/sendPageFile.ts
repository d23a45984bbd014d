import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Answers with a file of a page that `buildPage` has built; every path that is none is the page itself. */
export async function sendPageFile(
  folder: string,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  const asked = join(folder, basename(pathname));
  const file =
    extname(pathname) && existsSync(asked) ? asked : join(folder, 'index.html');
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
  });
  response.end(await readFile(file));
}
