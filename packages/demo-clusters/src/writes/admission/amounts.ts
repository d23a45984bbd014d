import { KubernetesObject } from '../../model/KubernetesObject';
import { Quantity } from '../../model/Quantity';

/** Amounts by the names of resources. */
export type Amounts = Readonly<Record<string, Quantity>>;

/** A container as far as admission reads it. */
export interface AskingContainer {
  readonly name: string;
  readonly restartPolicy?: string;
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
}

/** The containers of a pod. */
export interface AskingPod {
  readonly containers: readonly AskingContainer[];
  readonly initContainers?: readonly AskingContainer[];
}

export function containersOf(pod: KubernetesObject): AskingPod {
  const spec = pod.spec as Partial<AskingPod> | undefined;
  return { ...spec, containers: spec?.containers ?? [] };
}

export function amountsOf(
  resources: Readonly<Record<string, unknown>> = {},
): Amounts {
  return Object.fromEntries(
    Object.entries(resources).map(([name, amount]) => [
      name,
      Quantity.parse(amount),
    ]),
  );
}

/** Each amount of two together. */
export function sumOf(a: Amounts, b: Amounts): Amounts {
  return combine(a, b, (x, y) => x.plus(y));
}

/**
 * What a pod asks for, or may use at most: all its containers together, or its most demanding init container, if that is
 * more.
 */
export function amountsOfPod(
  { containers, initContainers = [] }: AskingPod,
  part: 'requests' | 'limits',
): Amounts {
  const of = (container: AskingContainer) =>
    amountsOf(container.resources?.[part]);
  const isSidecar = ({ restartPolicy }: AskingContainer) =>
    restartPolicy === 'Always';
  const together = [...containers, ...initContainers.filter(isSidecar)]
    .map(of)
    .reduce(sumOf, {});
  return initContainers
    .filter(container => !isSidecar(container))
    .map(of)
    .reduce((a, b) => combine(a, b, (x, y) => x.max(y)), together);
}

function combine(
  a: Amounts,
  b: Amounts,
  join: (x: Quantity, y: Quantity) => Quantity,
): Amounts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...names].map(name => [
      name,
      join(a[name] ?? Quantity.zero, b[name] ?? Quantity.zero),
    ]),
  );
}
