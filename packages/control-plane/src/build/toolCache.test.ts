import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openToolCache, requiredVersion } from './toolCache';

describe('openToolCache', () => {
  const cacheHome = mkdtempSync(join(tmpdir(), 'cache-'));
  afterAll(() => rmSync(cacheHome, { recursive: true }));

  it('names what is missing until it is there', () => {
    const empty = openToolCache({ cacheHome });
    expect(empty.folder.startsWith(cacheHome)).toBe(true);
    expect(empty.folder).toContain(empty.kubernetesVersion);
    expect(empty.missing.map(tool => tool.folder)).toEqual([
      'etcd',
      'kubernetes',
      'kwok',
    ]);

    mkdirSync(empty.bin, { recursive: true });
    for (const name of ['etcd', 'kube-apiserver', 'kube-scheduler', 'kwok']) {
      writeFileSync(join(empty.bin, name), '');
    }
    expect(
      openToolCache({ cacheHome }).missing.map(tool => tool.folder),
    ).toEqual(['kubernetes', 'kwok']);

    writeFileSync(join(empty.bin, 'kube-controller-manager'), '');
    mkdirSync(empty.stages);
    expect(openToolCache({ cacheHome }).missing).toEqual([]);
  });
});

describe('requiredVersion', () => {
  it('reads a version from a block and from a line, and says what lacks', () => {
    expect(
      requiredVersion(
        'require (\n\tk8s.io/api v0.36.3 // indirect\n)',
        'k8s.io/api',
      ),
    ).toBe('v0.36.3');
    expect(requiredVersion('require k8s.io/api v0.36.3', 'k8s.io/api')).toBe(
      'v0.36.3',
    );
    expect(() => requiredVersion('module x', 'k8s.io/api')).toThrow(
      'go.mod does not require k8s.io/api',
    );
  });
});
