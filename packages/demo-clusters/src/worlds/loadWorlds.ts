import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parse, parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../model/KubernetesObject';
import { findKind } from '../model/resourceTypes';
import { World } from './World';

/** The file that lists the clusters, beside one folder of manifests for each. */
const INDEX = 'clusters.yaml';

interface ClusterEntry {
  readonly name: string;
  readonly kubernetesVersion: string;
  readonly nodes: number;
}

/**
 * Reads `clusters.yaml` of a folder and the manifests of each cluster in it, in the order of that file.
 * @throws InputError that names the file and what is wrong in it
 * @public
 */
export async function loadWorlds(folder: string): Promise<World[]> {
  const entries = await readIndex(join(folder, INDEX));
  return Promise.all(
    entries.map(async entry => ({
      ...entry,
      manifests: await readManifests(join(folder, entry.name)),
    })),
  );
}

async function readIndex(path: string): Promise<ClusterEntry[]> {
  const text = await readFile(path, 'utf8').catch(error => {
    throw new InputError(
      `${path} cannot be read (${error.code}); it lists the demo clusters`,
    );
  });
  const document: unknown = parse(text);
  const { clusters } = (document ?? {}) as { clusters?: unknown };
  if (!Array.isArray(clusters) || clusters.length === 0) {
    throw new InputError(`${path} must hold a list 'clusters' with one entry`);
  }
  return clusters.map((cluster, index) => readEntry(cluster, path, index));
}

function readEntry(value: unknown, path: string, index: number): ClusterEntry {
  const { name, kubernetesVersion, nodes } = (value ?? {}) as Record<
    string,
    unknown
  >;
  const place = `${path}: clusters[${index}]`;
  if (typeof name !== 'string' || !/^[a-z0-9-]{1,63}$/.test(name)) {
    throw new InputError(
      `${place}.name must be lower case letters, digits and dashes`,
    );
  }
  if (
    typeof kubernetesVersion !== 'string' ||
    !/^v\d+\.\d+\.\d+/.test(kubernetesVersion)
  ) {
    throw new InputError(
      `${place}.kubernetesVersion must be a version such as v1.36.3`,
    );
  }
  if (typeof nodes !== 'number' || !Number.isInteger(nodes) || nodes < 1) {
    throw new InputError(`${place}.nodes must be a whole number from 1`);
  }
  return { name, kubernetesVersion, nodes };
}

async function readManifests(folder: string): Promise<KubernetesObject[]> {
  const names = await readdir(folder).catch(error => {
    throw new InputError(
      `${folder} cannot be read (${error.code}); it holds the manifests of a demo cluster`,
    );
  });
  const files = names.filter(name => /\.ya?ml$/.test(name)).sort();
  const lists = await Promise.all(
    files.map(async name => {
      const path = join(folder, name);
      return parseManifests(await readFile(path, 'utf8'), path);
    }),
  );
  return lists.flat();
}

/**
 * Reads the manifests of one YAML text.
 * @param source - how messages call the text
 * @throws InputError for YAML that does not parse and for kinds that the embedded servers do not serve
 * @public
 */
export function parseManifests(
  text: string,
  source: string,
): KubernetesObject[] {
  return parseAllDocuments(text).flatMap((document, index) => {
    const place = `${source}, document ${index + 1}`;
    const [error] = document.errors;
    if (error) {
      throw new InputError(`${place}: ${error.message}`);
    }
    const object: unknown = document.toJS();
    return object === null || object === undefined
      ? []
      : [requireObject(object, place)];
  });
}

function requireObject(value: unknown, place: string): KubernetesObject {
  const object = value as KubernetesObject;
  if (!findKind(object.apiVersion, object.kind)) {
    throw new InputError(
      `${place}: the embedded servers do not serve ${object.kind} of ${object.apiVersion}`,
    );
  }
  if (typeof object.metadata?.name !== 'string') {
    throw new InputError(`${place}: metadata.name is missing`);
  }
  return object;
}
