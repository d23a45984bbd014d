import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import {
  KubernetesClient,
  KubernetesObject,
} from '../cluster/KubernetesClient';
import { packagePath } from '../packagePath';
import { startControlPlane } from '../startControlPlane';
import { dumpNamespace } from './dumpNamespace';
import { playStep, TroubleStep } from './playStep';

/** One file of `troubles/`: what is created, and what happens then. */
interface Trouble {
  readonly name: string;
  readonly objects: readonly KubernetesObject[];
  readonly steps: readonly TroubleStep[];
}

/**
 * Lets a real cluster make the troubles of the folder `troubles/`, each in a namespace of its own, and writes the objects
 * that it then holds as JSON, one file per trouble.
 *
 * What only a kubelet or a node controller would write is written by the steps of the trouble; the rest is the work of
 * the API server, its admission, the controllers and the scheduler.
 *
 * @param only - names of troubles; all without it
 */
export async function recordTroubles(
  into: string,
  only: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const troubles = readTroubles().filter(
    ({ name }) => !only.length || only.includes(name),
  );
  mkdirSync(into, { recursive: true });
  const plane = await startControlPlane({ clusters: 1, progress: print });
  try {
    const [{ url, ca, tokens }] = plane.clusters;
    const client = KubernetesClient.create({ url, ca, token: tokens.admin });
    const { gitVersion } = await client.json<{ gitVersion: string }>(
      'GET',
      '/version',
    );
    await Promise.all(
      troubles.map(async ({ name, objects, steps }) => {
        for (const object of objects) {
          await client.create(object);
        }
        for (const step of steps) {
          await playStep(client, name, step);
        }
        const recording = {
          server: gitVersion,
          at: new Date().toISOString(),
          objects: await dumpNamespace(client, name),
        };
        writeFileSync(
          join(into, `${name}.json`),
          `${JSON.stringify(recording, undefined, 1)}\n`,
        );
        print(`recorded ${name}`);
      }),
    );
  } finally {
    await plane.stop();
  }
}

function readTroubles(): Trouble[] {
  const folder = packagePath('troubles');
  return readdirSync(folder)
    .sort()
    .map(file => {
      const name = basename(file, '.yaml');
      const documents = parseAllDocuments(
        readFileSync(join(folder, file), 'utf8'),
      ).map(document => document.toJS());
      const steps = documents.at(-1)?.steps;
      if (!Array.isArray(steps)) {
        throw new InputError(
          `troubles/${file} does not end with a document that has steps`,
        );
      }
      return {
        name,
        objects: [
          { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
          ...documents.slice(0, -1).map(object => ({
            ...object,
            metadata: { namespace: name, ...object.metadata },
          })),
        ],
        steps,
      };
    });
}
