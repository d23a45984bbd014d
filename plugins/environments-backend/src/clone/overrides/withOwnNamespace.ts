import { Container, PodSpec } from '../../objects';
import { plainName } from '../settings';

/** Variables that name the namespace in which a program looks for objects of the cluster. */
const VARIABLE =
  /^(NAMESPACE|((MY_)?POD|K8S|KUBE|WATCH|OPERATOR|LEADER_ELECTION)_NAMESPACE|(.*_)?KUBERNETES_(.*_)?NAMESPACES?)$/;
const OPTION = /^--?([\w-]+-)?namespace$/;

/**
 * Leads programs that speak with the cluster to their own namespace. They have no rights in the baseline's, and one that
 * had some would be a second controller over its objects.
 */
export function withOwnNamespace(
  spec: PodSpec,
  baseline: string,
  here: string,
): PodSpec {
  const change = (container: Container): Container => ({
    ...container,
    ...(container.env
      ? {
          env: container.env.map(one =>
            one.value === baseline && VARIABLE.test(plainName(one.name))
              ? { ...one, value: here }
              : one,
          ),
        }
      : {}),
    ...(container.command
      ? { command: ledWords(container.command, baseline, here) }
      : {}),
    ...(container.args
      ? { args: ledWords(container.args, baseline, here) }
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

/** `--namespace=shop` and `--namespace shop`. */
function ledWords(
  words: readonly string[],
  baseline: string,
  here: string,
): string[] {
  return words.map((word, index) => {
    const [option, value] = word.split('=', 2);
    if (OPTION.test(option) && value === baseline) {
      return `${option}=${here}`;
    }
    return word === baseline && OPTION.test(words[index - 1] ?? '')
      ? here
      : word;
  });
}
