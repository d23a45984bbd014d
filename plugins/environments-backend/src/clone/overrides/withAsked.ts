import { ServiceSpecification } from '@domaindeck/backstage-plugin-environments-common';
import {
  Container,
  EnvVar,
  mainContainer,
  PodSpec,
  versionOf,
  withTag,
} from '../../objects';

/** Names by which the container of a workload is found. */
function names(workload: string, labels: Readonly<Record<string, string>>) {
  return [
    workload,
    labels['backstage.io/kubernetes-id'],
    labels['app.kubernetes.io/name'],
    labels.app,
  ].filter(name => name !== undefined);
}

/** The container of which a service's version speaks. */
export function versionedContainer(
  spec: PodSpec,
  workload: string,
  labels: Readonly<Record<string, string>> = {},
): Container {
  return mainContainer(spec, names(workload, labels));
}

/**
 * The image and settings that a person asked for. Settings go to the main container, and to every other that has one of
 * the name, such as a migration that runs before it.
 */
export function withAsked(
  spec: PodSpec,
  main: Container,
  asked: ServiceSpecification,
): PodSpec {
  const change = (container: Container): Container => {
    const isMain = container.name === main.name;
    return {
      ...container,
      ...(isMain ? { image: imageOf(container, asked) } : {}),
      ...envOf(container, asked, isMain),
    };
  };
  return {
    ...spec,
    containers: spec.containers.map(change),
    ...(spec.initContainers
      ? {
          initContainers: spec.initContainers.map(container =>
            // The same image runs before the service, as migrations do.
            container.image === main.image
              ? { ...change(container), image: imageOf(container, asked) }
              : change(container),
          ),
        }
      : {}),
  };
}

function imageOf(
  container: Container,
  asked: ServiceSpecification,
): string | undefined {
  const { image } = container;
  if (asked.image) {
    return asked.image;
  }
  return asked.version && image && versionOf(image) !== asked.version
    ? withTag(image, asked.version)
    : image;
}

function envOf(
  container: Container,
  asked: ServiceSpecification,
  isMain: boolean,
): { env?: EnvVar[] } {
  const wanted = Object.entries(asked.env ?? {});
  const before = container.env ?? [];
  const inherits = (container.envFrom ?? []).length > 0;
  const kept = before
    .filter(one => asked.env?.[one.name] !== null || !(one.name in asked.env))
    .map(one => {
      const value = asked.env?.[one.name];
      return typeof value === 'string' ? { name: one.name, value } : one;
    });
  const added = isMain
    ? wanted
        .filter(([name]) => !before.some(one => one.name === name))
        // What comes from a whole ConfigMap cannot be taken out of it, only emptied.
        .filter(([, value]) => value !== null || inherits)
        .map(([name, value]): EnvVar => ({ name, value: value ?? '' }))
    : [];
  const env = [...kept, ...added];
  return container.env || env.length > 0 ? { env } : {};
}
