import { at, Container, isObject, PodSpec } from '../../objects';
import { isCommand } from '../settings';

/** Changes every text by which a pod is told something: plain variables and commands. */
export function rewritePod(
  spec: PodSpec,
  text: (value: string) => string,
): PodSpec {
  const change = (container: Container): Container => ({
    ...withCommands(container, text),
    ...(container.env
      ? {
          env: container.env.map(one =>
            one.value === undefined ? one : { ...one, value: text(one.value) },
          ),
        }
      : {}),
  });
  return {
    ...spec,
    containers: spec.containers.map(change),
    ...(spec.initContainers
      ? { initContainers: spec.initContainers.map(change) }
      : {}),
  };
}

/** Changes every command: of the container, of what is called around its life, of what asks whether it is well. */
function withCommands(
  container: Container,
  text: (value: string) => string,
): Container {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map(walk);
    }
    if (!isObject(value)) {
      return value;
    }
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => [
        field,
        isCommand(field, inner) ? inner.map(text) : walk(inner),
      ]),
    );
  };
  return walk(container) as Container;
}

/**
 * Leads single pods of shared Services to the baseline where a pod makes their names of its own namespace
 * (`kafka-0.kafka.$(NAMESPACE).svc`): there is no such name here, and no search path helps a full one.
 */
export function withBaselineMembers(
  spec: PodSpec,
  services: readonly string[],
  namespace: string,
): PodSpec {
  const variables = [
    ...spec.containers,
    ...(spec.initContainers ?? []),
  ].flatMap(container =>
    (container.env ?? [])
      .filter(
        one =>
          at(one.valueFrom, 'fieldRef', 'fieldPath') === 'metadata.namespace',
      )
      .map(one => one.name),
  );
  return variables.length === 0
    ? spec
    : rewritePod(spec, text =>
        text.replace(
          /(-\d+\.([a-z0-9-]+)\.)\$[({](\w+)[)}]/g,
          (whole, before, service, variable) =>
            services.includes(service) && variables.includes(variable)
              ? `${before}${namespace}`
              : whole,
        ),
      );
}
