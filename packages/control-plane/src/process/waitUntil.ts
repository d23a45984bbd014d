import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is not undefined.
 * @param options.limit - milliseconds
 * @throws Error with the sentence of `otherwise` after the limit
 */
export async function waitUntil<T>(
  ask: () => Promise<T | undefined>,
  options: { limit: number; interval: number; otherwise: () => string },
): Promise<T> {
  const end = Date.now() + options.limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(options.otherwise());
    }
    await sleep(options.interval);
  }
}
