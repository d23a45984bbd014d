import { MetricsAnswer } from '@domaindeck/backstage-plugin-workloads-common';

/** Half a year ahead nobody can say anything. */
const FARTHEST_SECONDS = 180 * 86_400;

/**
 * When something is full if it goes on as it does.
 * @public
 */
export interface FullIn {
  /** Name of the volume claim. */
  readonly subject: string;
  readonly seconds: number;
}

/**
 * The volumes of an answer that fill, the soonest first, by what was told last.
 * @public
 */
export function fullIn(answer: MetricsAnswer): FullIn[] {
  const soonest = new Map<string, number>();
  for (const { measure, subject, values } of answer.series) {
    const seconds = [...values].reverse().find(value => value !== null);
    if (
      measure === 'full' &&
      subject !== undefined &&
      typeof seconds === 'number' &&
      seconds >= 0 &&
      seconds <= FARTHEST_SECONDS
    ) {
      soonest.set(subject, Math.min(seconds, soonest.get(subject) ?? seconds));
    }
  }
  return [...soonest]
    .map(([subject, seconds]) => ({ subject, seconds }))
    .sort((a, b) => a.seconds - b.seconds);
}
