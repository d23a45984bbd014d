import { Container, PodSpec } from '../../objects';
import { BaselineAddresses } from '../settings';

/** Leads full names of the baseline in a pod's variables and arguments to the environment's own. */
export function rewritePod(
  spec: PodSpec,
  addresses: BaselineAddresses,
  names: ReadonlySet<string>,
  namespace: string,
): PodSpec {
  const text = (value: string) => addresses.rewrite(value, names, namespace);
  const change = (container: Container): Container => ({
    ...container,
    ...(container.command ? { command: container.command.map(text) } : {}),
    ...(container.args ? { args: container.args.map(text) } : {}),
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
