import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '../../..',
);

/** What the launcher brings and writes; ignored by git. */
export const CACHE = join(ROOT, '.cache', 'domaindeck');
