import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { runProgram } from '../process/runProgram';
import {
  goFolder,
  openToolCache,
  requiredVersion,
  ToolCache,
} from './toolCache';
import { ToolModule } from './toolModules';

/** Says what is being done, one sentence at a time. */
export type Progress = (sentence: string) => void;

/**
 * Linker flags that give Kubernetes programs their version: only its own release scripts write it otherwise, and
 * an API server that says `v0.0.0` is taken for an ancient one by its clients.
 */
function versionFlags(tool: ToolModule, version: string): string {
  if (tool.folder !== 'kubernetes') {
    return '';
  }
  const [major, minor] = version.slice(1).split('.');
  return Object.entries({
    gitVersion: version,
    gitMajor: major,
    gitMinor: minor,
  })
    .map(
      ([name, value]) => ` -X k8s.io/component-base/version.${name}=${value}`,
    )
    .join('');
}

async function keepStages(moduleFolder: string, target: string) {
  const { stdout } = await runProgram(
    'go',
    ['list', '-m', '-json', 'sigs.k8s.io/kwok'],
    {
      cwd: moduleFolder,
    },
  );
  const { Dir } = JSON.parse(stdout) as { Dir: string };
  // Go's module cache is read-only, its copy must not be: it is replaced with the next version.
  const staging = `${target}.${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  cpSync(join(Dir, 'kustomize', 'stage'), staging, {
    recursive: true,
    mode: 0,
    filter: source => !source.includes('testdata'),
  });
  await runProgram('chmod', ['-R', 'u+w', staging]);
  rmSync(target, { recursive: true, force: true });
  renameSync(staging, target);
}

/** Builds the programs of one module into a folder that is there. */
export async function buildModule(
  tool: ToolModule,
  bin: string,
  progress: Progress,
): Promise<void> {
  const cwd = join(goFolder, tool.folder);
  const version = requiredVersion(
    readFileSync(join(cwd, 'go.mod'), 'utf8'),
    tool.module,
  );
  const names = tool.programs.map(program => program.name).join(', ');
  progress(
    `building ${names} ${version} (minutes at first, seconds from Go's build cache)`,
  );
  const started = Date.now();
  for (const program of tool.programs) {
    const target = join(bin, program.name);
    // Renamed when whole, so that a build that is cut short is never taken for a program.
    const partial = `${target}.${process.pid}`;
    await runProgram(
      'go',
      [
        'build',
        '-ldflags',
        `-s -w${versionFlags(tool, version)}`,
        '-o',
        partial,
        program.path,
      ],
      { cwd },
    );
    renameSync(partial, target);
  }
  progress(`built ${names} in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** @throws NotFoundError naming what is missing where there is no Go */
export async function requireGo(
  bin: string,
  missing: readonly ToolModule[],
): Promise<void> {
  try {
    await runProgram('go', ['version']);
  } catch {
    throw new NotFoundError(
      `${bin} lacks ${missing
        .flatMap(tool => tool.programs.map(program => program.name))
        .join(
          ', ',
        )} and there is no Go to build them; install Go 1.21 or newer (it fetches the version it needs) ` +
        'or fill that folder from another machine',
    );
  }
}

/**
 * Builds what the cache lacks.
 * @throws NotFoundError when something is missing and there is no Go to build it with
 * @public
 */
export async function buildTools(options?: {
  cacheHome?: string;
  progress?: Progress;
}): Promise<ToolCache> {
  const cache = openToolCache(options);
  if (cache.missing.length === 0) {
    return cache;
  }
  await requireGo(cache.bin, cache.missing);
  mkdirSync(cache.bin, { recursive: true });
  for (const tool of cache.missing) {
    await buildModule(tool, cache.bin, options?.progress ?? (() => {}));
    if (tool.folder === 'kwok') {
      await keepStages(join(goFolder, tool.folder), cache.stages);
    }
  }
  return openToolCache(options);
}
