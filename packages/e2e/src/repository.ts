import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The root of this repository. */
export const REPOSITORY = resolve(__dirname, '../../..');

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
