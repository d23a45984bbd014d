import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../repository';

/**
 * The versions of Backstage's packages in the release that our own lock file holds. A portal that is generated today asks
 * for ranges, which take packages of a later release beside those of its own; one that somebody has already has a lock
 * file against that.
 */
export function backstageVersions(): Readonly<Record<string, string>> {
  const lock = readFileSync(join(REPOSITORY, 'yarn.lock'), 'utf8');
  const found = new Map<string, Set<string>>();
  for (const [, name, version] of lock.matchAll(
    /resolution: "(@backstage\/[^@"]+)@npm:([^"]+)"/g,
  )) {
    found.set(name, (found.get(name) ?? new Set()).add(version));
  }
  return Object.fromEntries(
    [...found].flatMap(([name, versions]) =>
      versions.size === 1 ? [[name, [...versions][0]]] : [],
    ),
  );
}
