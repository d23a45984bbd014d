import { KubernetesObject } from '../../../objects';
import { Baseline } from '../../types';
import { EDGES } from './edges';
import { OPERATIONS } from './operations';
import { PLATFORMS } from './platforms';
import { SHOPS } from './shops';
import { STORES } from './stores';

const ALL: Readonly<Record<string, readonly KubernetesObject[]>> = {
  ...SHOPS,
  ...STORES,
  ...PLATFORMS,
  ...OPERATIONS,
  ...EDGES,
};

/**
 * Names of baselines that have the shapes of public applications, reduced to what tells each from the others. Their
 * texts are ours.
 */
export const SHAPES = Object.keys(ALL);

/** A baseline by its shape; its namespace is called like it, but for the guestbook, which lives in `default`. */
export function shapeOf(name: string): Baseline {
  const namespace = name === 'guestbook' ? 'default' : name;
  return {
    cluster: 'dev-1',
    namespace,
    objects: ALL[name].map(object => ({
      ...object,
      metadata: { ...object.metadata, namespace },
    })),
  };
}
