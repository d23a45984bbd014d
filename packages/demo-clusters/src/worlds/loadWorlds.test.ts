import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadWorlds } from './loadWorlds';

const INDEX = `
clusters:
  - name: one
    kubernetesVersion: v1.36.3
    nodes: 2
`;

describe('loadWorlds', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'worlds-'));
    await mkdir(join(folder, 'one'));
    await writeFile(join(folder, 'clusters.yaml'), INDEX);
  });

  afterEach(() => rm(folder, { recursive: true }));

  const manifest = (text: string) =>
    writeFile(join(folder, 'one', 'a.yaml'), text);

  it('reads clusters and their manifests, skipping empty documents', async () => {
    await manifest(
      '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: a }\n---\n',
    );
    await writeFile(join(folder, 'one', 'notes.txt'), 'not a manifest');
    expect(await loadWorlds(folder)).toEqual([
      {
        name: 'one',
        kubernetesVersion: 'v1.36.3',
        nodes: 2,
        manifests: [
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } },
        ],
      },
    ]);
  });

  it.each([
    ['apiVersion: [', /a\.yaml, document 1: /],
    [
      'apiVersion: v1\nkind: Unicorn\nmetadata: { name: a }',
      /a\.yaml, document 1: the embedded servers do not serve Unicorn of v1/,
    ],
    ['apiVersion: v1\nkind: Pod', /a\.yaml, document 1: metadata\.name/],
  ])('names the file and the fault of %j', async (text, message) => {
    await manifest(text);
    await expect(loadWorlds(folder)).rejects.toThrow(message);
  });

  it.each([
    ['clusters: []', /clusters\.yaml must hold a list 'clusters'/],
    ['clusters: [{ name: A }]', /clusters\[0\]\.name must be/],
    [
      'clusters: [{ name: one, kubernetesVersion: 1.36 }]',
      /clusters\[0\]\.kubernetesVersion must be a version such as v1\.36\.3/,
    ],
    [
      'clusters: [{ name: one, kubernetesVersion: v1.36.3, nodes: 0 }]',
      /clusters\[0\]\.nodes must be a whole number from 1/,
    ],
    [
      'clusters: [{ name: two, kubernetesVersion: v1.36.3, nodes: 1 }]',
      /two cannot be read \(ENOENT\)/,
    ],
  ])('refuses the list %j', async (text, message) => {
    await writeFile(join(folder, 'clusters.yaml'), text);
    await expect(loadWorlds(folder)).rejects.toThrow(message);
  });

  it('says what it looked for when there is nothing', async () => {
    await expect(loadWorlds(join(folder, 'none'))).rejects.toThrow(
      /none\/clusters\.yaml cannot be read \(ENOENT\); it lists the demo clusters/,
    );
  });
});
