import { slowReleaseOf } from '../services/slowRelease';
import { hashOf } from '../store/identity';
import { LifeContainer, LifeRun, PodLife, runAt } from './PodLife';

/** What a container uses at a moment. */
export interface Usage {
  /** Cores. */
  readonly cpu: number;
  /** Bytes of the working set. */
  readonly memory: number;
  /** Bytes that its processes hold themselves. */
  readonly rss: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const MIB = 2 ** 20;
/** The load of a day rises and falls; a working hour of the demo has a few waves of its own. */
const WAVE_MS = 23 * MINUTE;
const RIPPLE_MS = 97_000;
/** The time of day, as UTC has it, at which most people ask: the evening of the demo's company. */
const RUSH_MS = 10 * 60 * MINUTE;

/**
 * What a container of the demo uses: the same at the same moment whoever asks, so that what is told now agrees with what
 * is told later of now. It follows what the container asks for; one that is killed for its memory fills it in each run.
 *
 * @param at - milliseconds since 1970
 * @returns undefined while it does not run
 */
export function usageOf(
  pod: PodLife,
  container: LifeContainer,
  at: number,
): Usage | undefined {
  const run = runAt(container, at);
  if (!run) {
    return undefined;
  }
  const { requests, limits } = container.asked;
  const seed = seedOf(pod, container);
  const wave = waveOf(seed, at);
  const cpu = cores(requests?.cpu) ?? 0.05;
  const limit = bytes(limits?.memory);
  const filled = filledOf(container, run, at);
  const memory =
    filled !== undefined && limit
      ? limit * (0.35 + 0.64 * filled)
      : (bytes(requests?.memory) ?? 64 * MIB) *
        (0.7 + 0.2 * seed) *
        (1 + 0.04 * (wave - 1));
  const slow = slowReleaseOf(container.image);
  const busier = slow ? 1 + (slow.busier - 1) * grown(slow, run, at) : 1;
  return {
    cpu: Math.min(
      cpu * (0.3 + 0.3 * seed) * wave * busier,
      cores(limits?.cpu) ?? Infinity,
    ),
    memory: Math.round(memory),
    rss: Math.round(memory * 0.86),
  };
}

/** From this share of its limit on a container is throttled now and then: its load comes in bursts. */
const BURSTS = 0.5;
/** The share of its time in which one has to wait that uses all that it may. */
const AT_LIMIT = 0.6;

/**
 * The share of its time in which a container has to wait for CPU.
 *
 * @param at - milliseconds since 1970
 * @returns undefined while it does not run, and for one without a limit
 */
export function throttledOf(
  pod: PodLife,
  container: LifeContainer,
  at: number,
): number | undefined {
  const limit = cores(container.asked.limits?.cpu);
  const usage = usageOf(pod, container, at);
  if (!limit || !usage) {
    return undefined;
  }
  const over = Math.max(0, usage.cpu / limit - BURSTS) / (1 - BURSTS);
  return AT_LIMIT * over ** 2;
}

/** A number from 0 to 1 that a container of a pod always has. */
export function seedOf(pod: PodLife, { name }: LifeContainer): number {
  return hashOf(`${pod.uid}/${name}`) / 2 ** 32;
}

/** How much is asked of a container at a moment, around 1. */
export function waveOf(seed: number, at: number): number {
  return (
    1 +
    0.25 * Math.sin((2 * Math.PI * at) / WAVE_MS + 6 * seed) +
    0.06 * Math.sin((2 * Math.PI * at) / RIPPLE_MS + 40 * seed) +
    0.2 * Math.cos((2 * Math.PI * (at - RUSH_MS)) / DAY)
  );
}

/** How far a release has become as slow as it gets, from 0 to 1. */
export function grown(
  { growsIn }: { readonly growsIn: number },
  { startedAt }: LifeRun,
  at: number,
): number {
  return Math.min(1, (at - startedAt) / growsIn);
}

/** The share of its limit that a run has filled; undefined for one that does not fill it. */
export function filledOf(
  { fillsIn }: LifeContainer,
  { run, startedAt }: LifeRun,
  at: number,
): number | undefined {
  return (
    fillsIn &&
    Math.min(1, (at - startedAt) / (run === 0 ? fillsIn.first : fillsIn.again))
  );
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
