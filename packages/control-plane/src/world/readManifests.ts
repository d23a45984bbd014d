import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../cluster/KubernetesClient';

/** Kinds that others need to be there first; the rest keeps its order. */
const firstKinds = [
  'Namespace',
  'CustomResourceDefinition',
  'ServiceAccount',
  'ConfigMap',
  'Secret',
];

function rank(object: KubernetesObject): number {
  const index = firstKinds.indexOf(object.kind ?? '');
  return index === -1 ? firstKinds.length : index;
}

/**
 * Objects of a YAML file or of all YAML files of a folder, in the order in which they can be created. Lists are taken
 * apart; nodes are left out, a cluster makes its own.
 * @throws InputError naming the file, when one is not YAML or holds something that is no object
 */
export function readManifests(path: string): KubernetesObject[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter(name => /\.ya?ml$/.test(name))
        .sort()
        .map(name => join(path, name))
    : [path];
  const objects = files.flatMap(file =>
    parseAllDocuments(readFileSync(file, 'utf8')).flatMap(document => {
      if (document.errors.length > 0) {
        throw new InputError(
          `${file} is not YAML: ${document.errors[0].message}`,
        );
      }
      const content = document.toJS() as
        | (KubernetesObject & { items?: KubernetesObject[] })
        | null;
      const found = content?.items ?? (content ? [content] : []);
      const wrong = found.find(
        object => !object.kind || !object.metadata?.name,
      );
      if (wrong) {
        throw new InputError(
          `${file} holds something without kind or metadata.name: ${JSON.stringify(
            wrong,
          ).slice(0, 100)}`,
        );
      }
      return found;
    }),
  );
  return objects
    .filter(object => object.kind !== 'Node')
    .sort((a, b) => rank(a) - rank(b));
}
