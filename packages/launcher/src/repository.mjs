import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** What the launcher keeps between runs; git-ignored, safe to delete. */
export const CACHE = join(REPOSITORY, '.cache');
