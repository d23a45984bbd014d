import { Entity } from '@backstage/catalog-model';

/** An entity with relations, each written `type target`. */
export function entity(
  kind: string,
  name: string,
  relations: readonly string[] = [],
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...metadata },
    relations: relations.map(relation => {
      const [type, targetRef] = relation.split(' ');
      return { type, targetRef };
    }),
  };
}
