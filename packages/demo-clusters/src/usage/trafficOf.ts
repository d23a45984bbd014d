import { imageNameOf, slowReleaseOf } from '../services/slowRelease';
import { hashOf } from '../store/identity';
import { LifeContainer, PodLife, runAt } from './PodLife';
import { filledOf, grown, seedOf, usageOf, waveOf } from './usageOf';

/** What a container answers over HTTP at a moment. */
export interface Traffic {
  /** Answers a second. */
  readonly requests: number;
  /** The share of them that fails, from 0 to 1. */
  readonly errors: number;
  /** Seconds within which half, 95 % and 99 % are answered. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** A container takes no requests before its ready check. */
const READY_IN_MS = 5_000;
/** From this share of its memory on a container that will be killed answers badly. */
const CROWDED = 0.85;

/**
 * What a container of the demo answers: as many requests as its CPU tells of, as fast as its release is.
 *
 * @param at - milliseconds since 1970
 * @returns undefined for one that takes no requests then
 */
export function trafficOf(
  pod: PodLife,
  container: LifeContainer,
  at: number,
): Traffic | undefined {
  const run = container.serves ? runAt(container, at) : undefined;
  const usage = usageOf(pod, container, at);
  if (!run || !usage || !isReady(pod, run.startedAt, at)) {
    return undefined;
  }
  const { service } = imageNameOf(container.image);
  // Numbers from 0 to 1 that a service always has.
  const [weight, pace, tail] = ['weight', 'pace', 'tail'].map(
    word => hashOf(`${service}/${word}`) / 2 ** 32,
  );
  const wave = waveOf(seedOf(pod, container), at);
  const slow = slowReleaseOf(container.image);
  const worse = slow ? grown(slow, run, at) : 0;
  const busier = slow ? 1 + (slow.busier - 1) * worse : 1;
  const isCrowded = (filledOf(container, run, at) ?? 0) > CROWDED;
  const p50 = (0.006 + 0.03 * pace) * (1 + 0.3 * (wave - 1));
  const slower = 1 + ((slow?.slower ?? 1) - 1) * worse;
  return {
    requests: (usage.cpu / busier) * (80 + 160 * weight),
    errors: Math.min(
      1,
      (0.0005 + 0.002 * tail) * wave +
        (slow?.failing ?? 0) * worse +
        (isCrowded ? 0.15 : 0),
    ),
    p50: p50 * (1 + 0.2 * (slower - 1)),
    p95: p50 * (3 + tail) * slower * (isCrowded ? 2 : 1),
    p99: p50 * (6 + 2 * tail) * slower * (isCrowded ? 2 : 1),
  };
}

/** Whether it takes requests, or would if it had any. */
export function isReady(
  { isNeverReady }: PodLife,
  startedAt: number,
  at: number,
): boolean {
  return !isNeverReady && at >= startedAt + READY_IN_MS;
}
