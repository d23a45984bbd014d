import { ObjectWriter } from '../writes/ObjectWriter';
import { KubernetesObject } from '../model/KubernetesObject';
import { withDefaults } from '../model/defaults';
import { findKind } from '../model/resourceTypes';
import { ObjectStore } from '../store/ObjectStore';
import { InputError } from '@backstage/errors';

/**
 * Adds an object or brings it to its manifest, as kubectl apply would: labels and annotations that others have set stay.
 * @throws InputError for a kind that is not served
 */
export function applyManifest(
  store: ObjectStore,
  writer: ObjectWriter,
  manifest: KubernetesObject,
): KubernetesObject {
  const type = findKind(manifest.apiVersion, manifest.kind);
  if (!type) {
    throw new InputError(
      `no kind ${manifest.kind} of ${manifest.apiVersion} is served`,
    );
  }
  const { namespace, name } = manifest.metadata;
  const known = store.get(type, namespace, name);
  if (!known) {
    return writer.create(type, namespace, manifest).object;
  }
  const { labels, annotations } = known.metadata;
  const { resourceVersion, uid, ...metadata } = manifest.metadata;
  const applied = withDefaults({
    ...manifest,
    metadata: {
      ...metadata,
      labels: { ...labels, ...metadata.labels },
      annotations: { ...annotations, ...metadata.annotations },
    },
  });
  return writer.replace(type, namespace, name, 'object', applied).object;
}
