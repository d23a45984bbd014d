import { Entity } from '@backstage/catalog-model';

/** @param relations - each written `type targetRef` */
export function entity(
  kind: string,
  name: string,
  ...relations: string[]
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    relations: relations.map(relation => {
      const [type, targetRef] = relation.split(' ');
      return { type, targetRef };
    }),
  };
}
