import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of this repository: the nearest folder above the working directory that is a portal. */
export const REPOSITORY = findPortal(process.cwd());

function findPortal(directory: string): string {
  if (existsSync(join(directory, 'backstage.json'))) {
    return directory;
  }
  if (directory === dirname(directory)) {
    throw new Error('Run this inside the repository: no backstage.json above');
  }
  return findPortal(dirname(directory));
}

/** A package.json, as far as the checks read it. */
export interface Manifest {
  name: string;
  private?: boolean;
  packageManager?: string;
  dependencies: Record<string, string>;
  resolutions?: Record<string, string>;
}

/** Reads a package.json. */
export function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
