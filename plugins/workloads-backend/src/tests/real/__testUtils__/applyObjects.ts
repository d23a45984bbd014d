import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RealCluster } from '@domaindeck/control-plane';

/** Creates objects in a real cluster, as a manifest of theirs would. */
export async function applyObjects(
  cluster: RealCluster,
  objects: readonly object[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'objects-'));
  try {
    const file = join(folder, 'objects.yaml');
    const documents = objects.map(object => JSON.stringify(object));
    writeFileSync(file, documents.join('\n---\n'));
    await cluster.apply(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
