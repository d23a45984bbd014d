import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifests } from './readManifests';

describe('readManifests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('puts namespaces first, takes lists apart and leaves nodes out', () => {
    write(
      'a.yaml',
      'kind: Deployment\nmetadata: {name: web}\n---\nkind: Node\nmetadata: {name: n}\n---\n',
    );
    write(
      'b.yml',
      'kind: List\nmetadata: {}\nitems:\n- {kind: Service, metadata: {name: web}}\n- {kind: Namespace, metadata: {name: ns}}\n',
    );
    write('notes.txt', 'not a manifest');
    expect(readManifests(folder).map(object => object.kind)).toEqual([
      'Namespace',
      'Deployment',
      'Service',
    ]);
  });

  it('names the file that is wrong', () => {
    expect(() => readManifests(write('c.yaml', 'kind: [unclosed'))).toThrow(
      /c\.yaml is not YAML/,
    );
    expect(() => readManifests(write('d.yaml', 'kind: Service'))).toThrow(
      /d\.yaml holds something without kind or metadata\.name/,
    );
  });
});
