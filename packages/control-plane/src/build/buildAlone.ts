import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildModule, Progress, requireGo } from './buildTools';
import { programFolder, readModule, requiredVersion } from './toolCache';
import { ToolModule } from './toolModules';

/**
 * Builds a program that only some tests need, in a folder of the cache of its own: minutes at first, seconds from Go's
 * build cache.
 * @param options.cacheHome - defaults to `$XDG_CACHE_HOME`, else `~/.cache`
 * @returns the program
 * @throws NotFoundError when it is missing and there is no Go to build it with
 */
export async function buildAlone(
  tool: ToolModule,
  options?: {
    readonly cacheHome?: string;
    readonly progress?: Progress;
  },
): Promise<string> {
  const { folder, module, programs } = tool;
  const version = requiredVersion(readModule(folder, 'go.mod'), module);
  const bin = join(
    programFolder([tool], `${folder}-${version}`, options?.cacheHome),
    'bin',
  );
  const program = join(bin, programs[0].name);
  if (!existsSync(program)) {
    await requireGo(bin, [tool]);
    mkdirSync(bin, { recursive: true });
    await buildModule(tool, bin, options?.progress ?? (() => {}));
  }
  return program;
}
