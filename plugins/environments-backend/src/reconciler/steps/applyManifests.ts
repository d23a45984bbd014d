import {
  AppliedObject,
  StepId,
} from '@domaindeck/backstage-plugin-environments-common';
import { Manifest } from '../../clone';
import { groupOf, KubernetesObject, objectRef } from '../../objects';
import { StoppedError } from '../errors';
import { Work } from '../types';

/** How many objects are applied at once; more would be throttled by the API server. */
const AT_ONCE = 6;

/** The planned objects of a step. */
export function manifestsOf(work: Work, step: StepId): readonly Manifest[] {
  return work.material?.desired.filter(one => one.step === step) ?? [];
}

/**
 * Applies objects, those of one kind at the same time and kinds after one another, in the order of the plan.
 *
 * @returns what is in the cluster now, in the order of the plan, with hashes of copied secrets by name
 */
export async function applyManifests(
  work: Work,
  manifests: readonly Manifest[],
  change: (object: KubernetesObject) => KubernetesObject = object => object,
): Promise<{ objects: AppliedObject[]; secrets: Record<string, string> }> {
  const objects: AppliedObject[] = [];
  const secrets: Record<string, string> = {};
  for (const batch of batchesOf(manifests)) {
    const applied = await Promise.all(
      batch.map(async manifest => {
        work.signal.throwIfAborted();
        const { object, digest } = await applyOne(work, manifest, change);
        if (digest !== undefined) {
          secrets[object.metadata.name] = digest;
        }
        return {
          ...objectRef(manifest.object),
          ...(object.metadata.uid ? { uid: object.metadata.uid } : {}),
          hash: manifest.hash,
        };
      }),
    );
    objects.push(...applied);
  }
  return { objects, secrets };
}

async function applyOne(
  { driver, signal }: Work,
  manifest: Manifest,
  change: (object: KubernetesObject) => KubernetesObject,
): Promise<{ object: KubernetesObject; digest?: string }> {
  const { object, source } = manifest;
  // A planned Secret is always one that may be copied; those that are asked for are not in the plan.
  if (object.kind === 'Secret' && groupOf(object.apiVersion) === '') {
    const [namespace, name] = (source ?? '').split('/');
    if (!name) {
      throw new StoppedError({
        code: 'missing-config',
        message: `Of the secret ${object.metadata.name} it is not known where it is copied from`,
      });
    }
    return driver.copySecret({ namespace, name }, object, signal);
  }
  return { object: await driver.apply(change(object), { signal }) };
}

function batchesOf(manifests: readonly Manifest[]): Manifest[][] {
  const batches: Manifest[][] = [];
  for (const manifest of manifests) {
    const last = batches[batches.length - 1];
    const fits =
      last &&
      last.length < AT_ONCE &&
      last[0].object.kind === manifest.object.kind;
    if (fits) {
      last.push(manifest);
    } else {
      batches.push([manifest]);
    }
  }
  return batches;
}
