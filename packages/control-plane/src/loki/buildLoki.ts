import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildModule, Progress, requireGo } from '../build/buildTools';
import { programFolder, readModule, requiredVersion } from '../build/toolCache';
import { lokiModule } from '../build/toolModules';

/**
 * Builds Loki where the cache lacks it: six minutes at first, seconds from Go's build cache.
 * @param options.cacheHome - defaults to `$XDG_CACHE_HOME`, else `~/.cache`
 * @returns the program
 * @throws NotFoundError when it is missing and there is no Go to build it with
 */
export async function buildLoki(options?: {
  readonly cacheHome?: string;
  readonly progress?: Progress;
}): Promise<string> {
  const version = requiredVersion(
    readModule(lokiModule.folder, 'go.mod'),
    lokiModule.module,
  );
  const bin = join(
    programFolder([lokiModule], `loki-${version}`, options?.cacheHome),
    'bin',
  );
  const program = join(bin, 'loki');
  if (!existsSync(program)) {
    await requireGo(bin, [lokiModule]);
    mkdirSync(bin, { recursive: true });
    await buildModule(lokiModule, bin, options?.progress ?? (() => {}));
  }
  return program;
}
