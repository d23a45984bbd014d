import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../process/runCommand';
import { readManifest, REPOSITORY } from '../repository';

/** A packed plugin: its npm name and its tarball. */
export interface PackedPlugin {
  readonly name: string;
  readonly tarball: string;
}

/**
 * Builds and packs every plugin that is not private, as a release does.
 *
 * @param directory - where the tarballs go
 */
export async function packSuite(directory: string): Promise<PackedPlugin[]> {
  await yarn(['tsc'], REPOSITORY);
  const packed: PackedPlugin[] = [];
  for (const folder of readdirSync(join(REPOSITORY, 'plugins')).sort()) {
    const root = join(REPOSITORY, 'plugins', folder);
    const { name, private: isPrivate } = readManifest(
      join(root, 'package.json'),
    );
    if (isPrivate) {
      continue;
    }
    const tarball = join(directory, `${folder}.tgz`);
    await yarn(['build'], root);
    await yarn(['pack', '--out', tarball], root);
    packed.push({ name, tarball });
  }
  return packed;
}

function yarn(args: readonly string[], cwd: string): Promise<string> {
  return runCommand('yarn', args, { cwd, timeout: 300_000 });
}
