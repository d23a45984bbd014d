import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { parseDuration } from '../player/behaviours';

/** The file that says what a registry has beside what the clusters run. */
const FILE = 'registry.yaml';

/** Milliseconds for which each image has been there, by repository and tag. */
export type ImageAges = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A registry of images as a folder describes it. */
export interface ImageStock {
  /** As images name it. */
  readonly host: string;
  readonly ages: ImageAges;
}

/**
 * Reads `registry.yaml` of a folder.
 * @returns undefined for a folder without one
 * @throws InputError that says what is wrong in it
 */
export async function loadImages(
  folder: string,
): Promise<ImageStock | undefined> {
  const path = join(folder, FILE);
  const text = await readFile(path, 'utf8').catch(error => {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw new InputError(`${path} cannot be read (${error.code})`);
  });
  if (text === undefined) {
    return undefined;
  }
  const { host, repositories } = (parse(text) ?? {}) as {
    host?: unknown;
    repositories?: unknown;
  };
  if (typeof host !== 'string') {
    throw new InputError(`${path}: host is missing`);
  }
  return {
    host,
    ages: new Map(
      Object.entries((repositories ?? {}) as Record<string, unknown>).map(
        ([name, tags]) => [name, agesOf(tags, `${path}: ${name}`)],
      ),
    ),
  };
}

function agesOf(tags: unknown, place: string): Map<string, number> {
  if (!Array.isArray(tags)) {
    throw new InputError(`${place} must be a list such as [main@3h]`);
  }
  return new Map(
    tags.map(entry => {
      const [tag, age] = String(entry).split('@');
      const milliseconds = parseDuration(age);
      if (milliseconds === undefined) {
        throw new InputError(`${place}: "${entry}" is no tag with an age`);
      }
      return [tag, milliseconds];
    }),
  );
}
