import { execFileSync } from 'node:child_process';
import { ROOT } from './repository.mjs';

/**
 * A seed that is the same for everybody who tests one commit, and another for the next.
 *
 * @returns a whole number below 2^32; undefined outside a repository
 */
export function commitSeed() {
  try {
    const hash = execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return seedOf(hash.trim());
  } catch {
    // Sources without their history.
    return undefined;
  }
}

/** The first 32 bits of a hash in hexadecimal digits. */
export function seedOf(hash) {
  return Number.parseInt(hash.slice(0, 8), 16);
}
