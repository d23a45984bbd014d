import { Pod } from '../player/objects';

/** What a container uses at a moment. */
export interface Usage {
  /** Cores. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
}

/** The resources of a container as manifests write them. */
interface Asked {
  readonly requests?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, string>>;
}

const MINUTE = 60_000;
const MIB = 2 ** 20;
/** How long a container that runs out of memory takes to fill it. */
const FILLS_IN_MS = 4 * MINUTE;
/** The load of a day rises and falls; a working hour of the demo has a few such waves. */
const WAVE_MS = 23 * MINUTE;
const RIPPLE_MS = 97_000;

/**
 * What a running container of the demo uses: the same at the same moment whoever asks, so that what is told now agrees
 * with what is told later of now. It follows what the container asks for, and one that was killed for its memory fills
 * it again.
 *
 * @param at - milliseconds since 1970
 * @returns undefined for a container that does not run, or had not started yet
 */
export function usageOf(
  pod: Pod,
  container: string,
  at: number,
): Usage | undefined {
  const status = pod.status?.containerStatuses?.find(
    ({ name }) => name === container,
  );
  const startedAt = Date.parse(status?.state.running?.startedAt ?? '');
  if (!status || !(at >= startedAt)) {
    return undefined;
  }
  const spec = pod.spec.containers.find(({ name }) => name === container);
  const asked = (spec as { resources?: Asked } | undefined)?.resources;
  const seed = hash(`${pod.metadata.uid}/${container}`);
  const share = 0.35 + 0.4 * seed;
  const wave =
    1 +
    0.25 * Math.sin((2 * Math.PI * at) / WAVE_MS + 6 * seed) +
    0.06 * Math.sin((2 * Math.PI * at) / RIPPLE_MS + 40 * seed);
  const cpu = cores(asked?.requests?.cpu) ?? 0.05;
  const memory = bytes(asked?.requests?.memory) ?? 64 * MIB;
  const limit = bytes(asked?.limits?.memory);
  const killed = status.lastState.terminated?.reason === 'OOMKilled';
  const filled = Math.min(1, (at - startedAt) / FILLS_IN_MS);
  return {
    cpu: cpu * share * wave,
    memory: Math.round(
      killed && limit
        ? limit * (0.35 + 0.64 * filled)
        : memory * (0.7 + 0.2 * seed) * (1 + 0.04 * (wave - 1)),
    ),
  };
}

/** A number from 0 to 1 that a text always has. */
function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  }
  return (value >>> 0) / 2 ** 32;
}

function cores(text: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(m?)$/.exec(text ?? '');
  return match ? Number(match[1]) / (match[2] ? 1000 : 1) : undefined;
}

function bytes(text: string | undefined): number | undefined {
  const match = /^(\d+)(Ki|Mi|Gi)?$/.exec(text ?? '');
  const factor = { Ki: 2 ** 10, Mi: MIB, Gi: 2 ** 30 };
  return match
    ? Number(match[1]) *
        (match[2] ? factor[match[2] as keyof typeof factor] : 1)
    : undefined;
}
