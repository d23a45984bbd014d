import { dirname, join } from 'node:path';

/** Absolute path of a file of this package, such as `packagePath('stages')`. */
export function packagePath(...parts: string[]): string {
  return join(
    dirname(require.resolve('@domaindeck/control-plane/package.json')),
    ...parts,
  );
}
