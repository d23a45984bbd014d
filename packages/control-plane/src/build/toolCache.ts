import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { packagePath } from '../packagePath';
import { ToolModule, toolModules } from './toolModules';

/** Folder of the Go modules in this package. */
export const goFolder = packagePath('go');

/**
 * Where built programs are kept, and what of them is there.
 * @public
 */
export interface ToolCache {
  /** Absolute folder of this set of versions. */
  readonly folder: string;
  readonly bin: string;
  /** kwok's own stages, copied out of its module so that a filled cache needs no Go. */
  readonly stages: string;
  /** Kubernetes version with its `v`. */
  readonly kubernetesVersion: string;
  readonly missing: readonly ToolModule[];
}

/** A file of one of the Go modules. */
export function readModule(folder: string, file: string): string {
  return readFileSync(join(goFolder, folder, file), 'utf8');
}

/**
 * Version that a Go module requires of another, with its `v`.
 * @throws NotFoundError when go.mod does not name the module
 */
export function requiredVersion(goMod: string, module: string): string {
  for (const line of goMod.split('\n')) {
    const [name, version] = line
      .trim()
      .replace(/^require\s+/, '')
      .split(/\s+/);
    if (name === module && version?.startsWith('v')) {
      return version;
    }
  }
  throw new NotFoundError(
    `go.mod does not require ${module}; run "go get -tool ${module}" in its folder`,
  );
}

/**
 * Folder for the programs of some modules. Its name holds a version and a hash of everything that decides the programs
 * (go.mod and go.sum of each module, platform), so that two checkouts never share a wrong build.
 */
export function programFolder(
  modules: readonly ToolModule[],
  version: string,
  cacheHome?: string,
): string {
  const hash = createHash('sha256').update(
    `${process.platform}/${process.arch}`,
  );
  for (const { folder } of modules) {
    hash
      .update(readModule(folder, 'go.mod'))
      .update(readModule(folder, 'go.sum'));
  }
  return join(
    cacheHome ?? process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    'domaindeck',
    'control-plane',
    `${version}-${hash.digest('hex').slice(0, 12)}`,
  );
}

/**
 * Looks at the cache without changing it.
 * @param options.cacheHome - defaults to `$XDG_CACHE_HOME`, else `~/.cache`
 * @public
 */
export function openToolCache(options?: { cacheHome?: string }): ToolCache {
  const kubernetesVersion = requiredVersion(
    readModule('kubernetes', 'go.mod'),
    'k8s.io/kubernetes',
  );
  const folder = programFolder(
    toolModules,
    kubernetesVersion,
    options?.cacheHome,
  );
  const bin = join(folder, 'bin');
  const stages = join(folder, 'stages');
  return {
    folder,
    bin,
    stages,
    kubernetesVersion,
    missing: toolModules.filter(
      tool =>
        tool.programs.some(program => !existsSync(join(bin, program.name))) ||
        (tool.folder === 'kwok' && !existsSync(stages)),
    ),
  };
}
