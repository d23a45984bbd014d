import { KubernetesObject } from './KubernetesObject';

interface PodTemplate {
  readonly spec: {
    readonly containers: readonly {
      readonly name: string;
      readonly image: string;
    }[];
  };
}

/**
 * The same workload with another tag on its main container: the one named like the workload or `app`, else the first.
 */
export function withVersion(
  workload: KubernetesObject,
  version: string,
): KubernetesObject {
  const spec = workload.spec as { template?: PodTemplate };
  // Where a CronJob has its template, this demo keeps no earlier versions.
  if (!spec.template) {
    return workload;
  }
  const { containers } = spec.template.spec;
  const main =
    containers.find(container => container.name === workload.metadata.name) ??
    containers[0];
  return {
    ...workload,
    spec: {
      ...spec,
      template: {
        ...spec.template,
        spec: {
          ...spec.template.spec,
          containers: containers.map(container =>
            container === main
              ? { ...container, image: `${nameOf(main.image)}:${version}` }
              : container,
          ),
        },
      },
    },
  };
}

/** An image without its tag and digest. */
function nameOf(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}
