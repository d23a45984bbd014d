import { Size } from '@domaindeck/backstage-plugin-environments-common';
import {
  Container,
  MIB,
  parseQuantity,
  PodSpec,
  Resources,
  writeBytes,
  writeCores,
} from '../../objects';
import { BURST, DEFAULT_REQUEST } from '../../policy';

/** A pod and how many of it there are to be. */
export interface Wanted {
  readonly spec: PodSpec;
  readonly count: number;
}

/** Containers with resources that fit a size, and what they ask for together. */
export interface Fitted {
  readonly specs: readonly PodSpec[];
  /** Positions of those from which something was taken. */
  readonly clamped: readonly number[];
  readonly cores: number;
  readonly memory: number;
  readonly pods: number;
  readonly fits: boolean;
  /** Whether all of them fit twice, as they are for a moment while they are replaced. */
  readonly fitsTwice: boolean;
}

interface Need {
  readonly cores: number;
  readonly memory: number;
  readonly coresLimit?: number;
  readonly memoryLimit: number;
}

/** Below this a container does not start at all. */
const LEAST = { cores: 0.01, memory: 16 * MIB };
const DEFAULT_MEMORY_LIMIT = 256 * MIB;

type Amount = 'cores' | 'memory' | 'memoryLimit';

/**
 * Makes pods ask for no more than a size has. What all ask for together is lowered by the same part for each, so that
 * none starves for another.
 */
export function fitResources(wanted: readonly Wanted[], size: Size): Fitted {
  const needs = wanted.map(({ spec }) => podNeeds(spec, size));
  const sum = (which: Amount, of = needs) =>
    of.reduce(
      (total, need, index) =>
        total +
        wanted[index].count * effective(wanted[index].spec, need, which),
      0,
    );
  const part = {
    cores: Math.min(1, size.cores / sum('cores')),
    memory: Math.min(1, size.memory / sum('memory')),
    memoryLimit: Math.min(1, (size.memory * BURST) / sum('memoryLimit')),
  };
  const fitted = needs.map(need => mapNeeds(need, one => shrink(one, part)));
  const cores = sum('cores', fitted);
  const memory = sum('memory', fitted);
  const limits = sum('memoryLimit', fitted);
  const pods = wanted.reduce((total, one) => total + one.count, 0);
  return {
    specs: wanted.map(({ spec }, index) => withNeeds(spec, fitted[index])),
    clamped: wanted
      .map((_, index) => index)
      .filter(index => lost(wanted[index].spec, fitted[index])),
    cores,
    memory,
    pods,
    fits:
      cores <= size.cores &&
      memory <= size.memory &&
      limits <= size.memory * BURST &&
      pods <= size.pods,
    fitsTwice:
      cores * 2 <= size.cores &&
      memory * 2 <= size.memory &&
      limits <= size.memory &&
      pods * 2 <= size.pods,
  };
}

interface PodNeeds {
  readonly containers: readonly Need[];
  readonly initContainers: readonly Need[];
}

function podNeeds(spec: PodSpec, size: Size): PodNeeds {
  return {
    containers: spec.containers.map(one => needOf(one.resources, size)),
    initContainers: (spec.initContainers ?? []).map(one =>
      needOf(one.resources, size),
    ),
  };
}

function needOf(resources: Resources | undefined, size: Size): Need {
  const read = (which: 'requests' | 'limits', name: string) =>
    parseQuantity(resources?.[which]?.[name]);
  const coresLimit = read('limits', 'cpu');
  const memoryLimit = read('limits', 'memory');
  const cores = read('requests', 'cpu') ?? coresLimit ?? DEFAULT_REQUEST.cores;
  const memory =
    read('requests', 'memory') ?? memoryLimit ?? DEFAULT_REQUEST.memory;
  return {
    cores: Math.min(cores, size.cores),
    memory: Math.min(memory, size.memory),
    ...(coresLimit === undefined
      ? {}
      : { coresLimit: Math.min(coresLimit, size.cores) }),
    memoryLimit: Math.min(
      memoryLimit ?? Math.max(memory, DEFAULT_MEMORY_LIMIT),
      size.memory,
    ),
  };
}

function shrink(need: Need, part: Record<Amount, number>): Need {
  const milli = (cores: number) => Math.floor(cores * 1000 + 1e-6) / 1000;
  const mebi = (bytes: number) => Math.floor(bytes / MIB + 1e-6) * MIB;
  const cores = Math.max(LEAST.cores, milli(need.cores * part.cores));
  const memory = Math.max(LEAST.memory, mebi(need.memory * part.memory));
  return {
    cores,
    memory,
    ...(need.coresLimit === undefined
      ? {}
      : { coresLimit: Math.max(cores, milli(need.coresLimit)) }),
    memoryLimit: Math.max(memory, mebi(need.memoryLimit * part.memoryLimit)),
  };
}

/** What a pod takes: its containers together, or one that runs before them if that takes more. */
function effective(spec: PodSpec, needs: PodNeeds, which: Amount): number {
  const sidecar = (index: number) =>
    spec.initContainers?.[index].restartPolicy === 'Always';
  const beside = needs.initContainers
    .filter((_, index) => sidecar(index))
    .reduce((sum, need) => sum + need[which], 0);
  const before = needs.initContainers
    .filter((_, index) => !sidecar(index))
    .map(need => need[which] + beside);
  const together = needs.containers.reduce((sum, need) => sum + need[which], 0);
  return Math.max(together + beside, ...before);
}

function mapNeeds(needs: PodNeeds, change: (need: Need) => Need): PodNeeds {
  return {
    containers: needs.containers.map(change),
    initContainers: needs.initContainers.map(change),
  };
}

function withNeeds(spec: PodSpec, needs: PodNeeds): PodSpec {
  return {
    ...spec,
    containers: spec.containers.map((one, index) =>
      withNeed(one, needs.containers[index]),
    ),
    ...(spec.initContainers
      ? {
          initContainers: spec.initContainers.map((one, index) =>
            withNeed(one, needs.initContainers[index]),
          ),
        }
      : {}),
  };
}

function withNeed(container: Container, need: Need): Container {
  return {
    ...container,
    resources: {
      ...container.resources,
      requests: {
        ...container.resources?.requests,
        cpu: writeCores(need.cores),
        memory: writeBytes(need.memory),
      },
      limits: {
        ...container.resources?.limits,
        ...(need.coresLimit === undefined
          ? {}
          : { cpu: writeCores(need.coresLimit) }),
        memory: writeBytes(need.memoryLimit),
      },
    },
  };
}

/** Whether something that the baseline says was lowered. */
function lost(spec: PodSpec, needs: PodNeeds): boolean {
  const less = (container: Container, need: Need) => {
    const said = (which: 'requests' | 'limits', name: string) =>
      parseQuantity(container.resources?.[which]?.[name]) ?? 0;
    // A mebibyte is lost in writing and does not count.
    return (
      said('requests', 'cpu') > need.cores + 0.001 ||
      said('requests', 'memory') > need.memory + MIB ||
      said('limits', 'cpu') > (need.coresLimit ?? Infinity) + 0.001 ||
      said('limits', 'memory') > need.memoryLimit + MIB
    );
  };
  return (
    spec.containers.some((one, index) => less(one, needs.containers[index])) ||
    (spec.initContainers ?? []).some((one, index) =>
      less(one, needs.initContainers[index]),
    )
  );
}
