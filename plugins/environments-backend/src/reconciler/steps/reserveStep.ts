import { KubernetesObject } from '../../objects';
import { StoppedError } from '../errors';
import { StepRunner, Work } from '../types';
import { applyManifests, manifestsOf } from './applyManifests';

/**
 * Makes the namespace, which must not be there yet, or finds the one that an earlier attempt made, and puts the bounds of
 * the size into it.
 */
export const reserveStep: StepRunner = async work => {
  const [first, ...others] = manifestsOf(work, 'reserve');
  const isThere = await work.guard();
  if (!isThere && work.environment.namespaceUid) {
    throw new StoppedError({
      code: 'refused',
      message: `The namespace ${work.environment.namespace} was deleted by somebody else`,
    });
  }
  const namespace = isThere
    ? await work.driver.apply(first.object, { signal: work.signal })
    : await work.driver.create(first.object, work.signal);
  refuseLeaving(namespace, work);
  const { objects } = await applyManifests(work, others);
  const { uid } = namespace.metadata;
  return {
    state: 'done',
    parts: {
      size: work.environment.specification.size,
      cluster: work.environment.cluster,
    },
    objects: [
      {
        group: '',
        version: 'v1',
        kind: 'Namespace',
        name: namespace.metadata.name,
        ...(uid ? { uid } : {}),
        hash: first.hash,
      },
      ...objects,
    ],
    fields: { namespaceUid: uid },
  };
};

function refuseLeaving(namespace: KubernetesObject, { environment }: Work) {
  if (namespace.metadata.deletionTimestamp) {
    throw new StoppedError({
      code: 'refused',
      message: `The namespace ${environment.namespace} is being deleted by somebody else`,
    });
  }
}
