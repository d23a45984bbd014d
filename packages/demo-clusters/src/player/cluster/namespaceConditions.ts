import { KubernetesObject } from '../../model/KubernetesObject';
import { ResourceType } from '../../model/ResourceType';
import { Judgement } from '../conditions';

/** Objects of a kind that are still in a namespace. */
export interface Remains {
  readonly type: ResourceType;
  readonly objects: readonly KubernetesObject[];
}

/** What the real namespace controller says of a namespace that is going, in its words. */
export function namespaceConditions(remains: readonly Remains[]): Judgement[] {
  const contents = remains.map(
    ({ type, objects }) =>
      `${type.resource}.${type.group} has ${objects.length} resource instances`,
  );
  const counts = new Map<string, number>();
  remains
    .flatMap(({ objects }) => objects)
    .flatMap(({ metadata }) => metadata.finalizers ?? [])
    .forEach(name => counts.set(name, (counts.get(name) ?? 0) + 1));
  const finalizers = [...counts].map(
    ([name, count]) => `${name} in ${count} resource instances`,
  );
  return [
    {
      type: 'NamespaceDeletionDiscoveryFailure',
      status: 'False',
      reason: 'ResourcesDiscovered',
      message: 'All resources successfully discovered',
    },
    {
      type: 'NamespaceDeletionGroupVersionParsingFailure',
      status: 'False',
      reason: 'ParsedGroupVersions',
      message: 'All legacy kube types successfully parsed',
    },
    {
      type: 'NamespaceDeletionContentFailure',
      status: 'False',
      reason: 'ContentDeleted',
      message:
        'All content successfully deleted, may be waiting on finalization',
    },
    contents.length > 0
      ? {
          type: 'NamespaceContentRemaining',
          status: 'True',
          reason: 'SomeResourcesRemain',
          message: `Some resources are remaining: ${contents
            .sort()
            .join(', ')}`,
        }
      : {
          type: 'NamespaceContentRemaining',
          status: 'False',
          reason: 'ContentRemoved',
          message: 'All content successfully removed',
        },
    finalizers.length > 0
      ? {
          type: 'NamespaceFinalizersRemaining',
          status: 'True',
          reason: 'SomeFinalizersRemain',
          message: `Some content in the namespace has finalizers remaining: ${finalizers
            .sort()
            .join(', ')}`,
        }
      : {
          type: 'NamespaceFinalizersRemaining',
          status: 'False',
          reason: 'ContentHasNoFinalizers',
          message: 'All content-preserving finalizers finished',
        },
  ];
}
