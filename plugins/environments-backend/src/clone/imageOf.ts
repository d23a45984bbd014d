import { KubernetesObject, podTemplateOf } from '../objects';
import { versionedContainer } from './overrides';

/** The image that a workload's version speaks of. */
export function imageOf(workload: KubernetesObject): string | undefined {
  const template = podTemplateOf(workload);
  return (
    template &&
    versionedContainer(
      template.spec,
      workload.metadata.name,
      template.metadata?.labels,
    ).image
  );
}
