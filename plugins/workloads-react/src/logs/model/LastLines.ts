import { logTimeMs } from '@domaindeck/backstage-plugin-workloads-common';

/** Who has written nothing for so many milliseconds has ended before. */
const QUIET_MS = 60_000;
/** What ends so soon after somebody began to look had ended before. */
const BEGINNING_MS = 5_000;

/**
 * When each source wrote last. A pod that ended long ago is told as ended when somebody begins to look; that is no news,
 * and a row for each pod of last night's jobs would stand where the newest lines are looked for.
 */
export class LastLines {
  readonly #at = new Map<number, string>();
  #began?: number;

  static create(): LastLines {
    return new LastLines();
  }

  private constructor() {}

  /** @param place - of the source */
  note(place: number, at: string): void {
    this.#at.set(place, at);
  }

  /** Somebody looks since this moment, unless somebody has before. */
  begin(now: number): void {
    this.#began ??= now;
  }

  /** Whether a source that is told to have ended had done so before. */
  hadEnded(place: number, at: string, now: number): boolean {
    const last = this.#at.get(place);
    return last === undefined
      ? now - (this.#began ?? now) < BEGINNING_MS
      : logTimeMs(at) - logTimeMs(last) > QUIET_MS;
  }
}
