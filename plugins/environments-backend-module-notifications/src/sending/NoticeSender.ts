import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { Notice } from '../notices';

/** Milliseconds before the second, third and fourth attempt; the last one before every further attempt. */
const PAUSES_MS = [2_000, 15_000, 60_000, 300_000];
/** After so many milliseconds a notice is old news. */
const PATIENCE_MS = 60 * 60_000;
/** For so long one attempt may take, in milliseconds: the service has no limit of its own. */
const ATTEMPT_MS = 30_000;
/** For so long the end of the process waits for attempts, in milliseconds. */
const STOP_MS = 2_000;

/** What {@link NoticeSender} needs. */
export interface NoticeSenderOptions {
  readonly clock: Clock;
  readonly logger: LoggerService;
  readonly notifications: NotificationService;
}

/** A notice on its way. */
interface Letter {
  readonly notice: Notice;
  /** When it was given, in milliseconds. */
  readonly since: number;
  attempts: number;
  /** While a pause goes on: ends it. */
  cancelPause?: () => void;
}

/**
 * Sends notices in the background, each until it has arrived or is old news, one at a time about one environment. Whoever
 * gives one never waits and never hears of a failure; the log does.
 *
 * An attempt that was lost halfway may arrive all the same. The next one then takes the place of the first with its
 * readers, because both have one scope.
 */
export class NoticeSender {
  readonly #options: NoticeSenderOptions;
  /** Those that have not arrived, by scope. */
  readonly #letters = new Map<string, Letter>();
  /** The attempts that are under way, by scope. */
  readonly #attempts = new Map<string, Promise<void>>();
  /** Ends the limits of what is waited for. */
  readonly #limits = new Set<() => void>();
  #isStopped = false;

  static create(options: NoticeSenderOptions): NoticeSender {
    return new NoticeSender(options);
  }

  private constructor(options: NoticeSenderOptions) {
    this.#options = options;
  }

  /** Takes the place of a notice about the same environment that has not arrived. */
  send(notice: Notice): void {
    if (this.#isStopped) {
      return;
    }
    this.withdraw(notice.scope, () => true);
    this.#letters.set(notice.scope, {
      notice,
      since: this.#now(),
      attempts: 0,
    });
    this.#goOn(notice.scope);
  }

  /** Forgets the notice of a scope that has not arrived, if it is outdated. */
  withdraw(scope: string, isOutdated: (notice: Notice) => boolean): void {
    const letter = this.#letters.get(scope);
    if (letter && isOutdated(letter.notice)) {
      letter.cancelPause?.();
      this.#letters.delete(scope);
    }
  }

  /** Waits a little for attempts that are under way; nothing is sent afterwards. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#letters.forEach(letter => letter.cancelPause?.());
    await this.#within(STOP_MS, Promise.all(this.#attempts.values())).catch(
      () => {},
    );
    this.#limits.forEach(cancel => cancel());
    if (this.#letters.size > 0) {
      this.#options.logger.warn(
        `Notices of ${
          this.#letters.size
        } environments were not sent before the end`,
      );
    }
  }

  #goOn(scope: string): void {
    const letter = this.#letters.get(scope);
    if (
      this.#isStopped ||
      !letter ||
      letter.cancelPause ||
      this.#attempts.has(scope)
    ) {
      return;
    }
    this.#attempts.set(
      scope,
      this.#attempt(letter).finally(() => {
        this.#attempts.delete(scope);
        // Another one may have come meanwhile.
        this.#goOn(scope);
      }),
    );
  }

  async #attempt(letter: Letter): Promise<void> {
    const { scope } = letter.notice;
    letter.attempts += 1;
    try {
      await this.#within(
        ATTEMPT_MS,
        this.#options.notifications.send(letter.notice.notification),
      );
      if (this.#letters.get(scope) === letter) {
        this.#letters.delete(scope);
      }
    } catch (error) {
      if (this.#letters.get(scope) === letter) {
        this.#pause(letter, toError(error));
      }
    }
  }

  #pause(letter: Letter, failure: Error): void {
    const { clock, logger } = this.#options;
    const { notice, attempts, since } = letter;
    const pause = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1];
    const { title } = notice.notification.payload;
    if (this.#now() + pause - since > PATIENCE_MS) {
      this.#letters.delete(notice.scope);
      logger.error(
        `Nobody was told "${title}": the notifications backend took it in none of ${attempts} attempts`,
        failure,
      );
      return;
    }
    if (attempts === 1) {
      logger.warn(
        `"${title}" is told later, because the notifications backend did not take it`,
        failure,
      );
    }
    if (!this.#isStopped) {
      letter.cancelPause = clock.after(pause, () => {
        letter.cancelPause = undefined;
        this.#goOn(notice.scope);
      });
    }
  }

  /** @throws when it takes longer than that */
  async #within(ms: number, work: Promise<unknown>): Promise<void> {
    let cancel = () => {};
    const late = new Promise<never>((_, reject) => {
      cancel = this.#options.clock.after(ms, () =>
        reject(new Error(`There was no answer for ${ms / 1_000} s`)),
      );
      this.#limits.add(cancel);
    });
    try {
      await Promise.race([work, late]);
    } finally {
      cancel();
      this.#limits.delete(cancel);
    }
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}
