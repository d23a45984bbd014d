import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  durationMs,
  TrafficStatus,
} from '@domaindeck/backstage-plugin-environments-common';
import { Clock } from '@domaindeck/backstage-plugin-workloads-node';
import { isDeepStrictEqual } from 'node:util';
import { ClusterDriver, ClusterDrivers } from '../drivers/types';
import { environmentsIn } from '../store/environmentsIn';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { judgeUse, TrafficSource, Use } from '../traffic';
import { Rounds } from './Rounds';

/** Milliseconds between two looks at who is used; by so much later than asked for an environment falls asleep. */
const LOOK_MS = 5 * 60_000;
/** So far beyond now is asked as well, for a store whose clock is ahead. */
const AHEAD_MS = 5 * 60_000;
/**
 * So much of the end of a longer time is asked by itself as well: the values of many days lie up to six hours apart, and
 * are kept as long, so that they say nothing yet of somebody who came since the last of them.
 */
const RECENT_MS = 8 * 3_600_000;

/** Milliseconds since the epoch. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether something was used, and whether that can be told at all. */
interface Judged {
  readonly use: Use;
  readonly traffic: TrafficStatus;
}

/** What {@link UseKeeper} needs. */
export interface UseKeeperOptions {
  readonly store: EnvironmentStore;
  readonly drivers: ClusterDrivers;
  readonly traffic: TrafficSource;
  /** Puts to sleep what is as it was judged, and nothing that somebody has touched since. */
  readonly fallAsleep: (environment: StoredEnvironment) => Promise<void>;
  readonly logger: LoggerService;
  readonly clock: Clock;
  readonly lookMs?: number;
  /** Something was written. */
  readonly onChange: () => void;
}

/**
 * Lets environments fall asleep that are to sleep when unused: no request was answered for the whole time, and nobody has
 * woken or changed them in it. Where requests are not told of, or not all of the time, nothing falls asleep, and the
 * record says so.
 */
export class UseKeeper {
  readonly #options: UseKeeperOptions;
  readonly #rounds: Rounds;

  static create(options: UseKeeperOptions): UseKeeper {
    return new UseKeeper(options);
  }

  private constructor(options: UseKeeperOptions) {
    this.#options = options;
    this.#rounds = Rounds.create({
      clock: options.clock,
      everyMs: options.lookMs ?? LOOK_MS,
      act: driver => this.look(driver),
    });
  }

  start(): void {
    this.#rounds.start(this.#options.drivers.list());
  }

  stop(): Promise<void> {
    return this.#rounds.stop();
  }

  /** Looks at the environments of one cluster once. */
  async look(driver: ClusterDriver): Promise<void> {
    const { logger, store } = this.#options;
    try {
      for (const environment of await environmentsIn(store, driver.cluster)) {
        const afterMs = durationMs(
          environment.specification.sleepWhenUnused ?? '',
        );
        if (
          environment.state === 'ready' &&
          afterMs !== undefined &&
          !this.#rounds.signal.aborted
        ) {
          await this.#judge(environment, afterMs);
        }
      }
    } catch (error) {
      if (!this.#rounds.signal.aborted) {
        logger.debug(
          `It could not be seen which environments in ${driver.cluster} are used`,
          toError(error),
        );
      }
    }
  }

  async #judge(environment: StoredEnvironment, afterMs: number): Promise<void> {
    const { clock, fallAsleep } = this.#options;
    const now = clock.now().getTime();
    const { use, traffic } = await this.#useOf(environment, {
      from: now - afterMs,
      to: now,
    });
    // Whoever wakes, changes or extends it wants it, though they may not have opened it yet.
    const touchedAt = Math.max(
      environment.awakeSince ?? now,
      environment.lastUsed?.at ?? 0,
    );
    if (use === 'unused' && now - touchedAt >= afterMs) {
      await fallAsleep(environment);
    } else {
      await this.#note(environment, traffic);
    }
  }

  async #useOf(environment: StoredEnvironment, span: Span): Promise<Judged> {
    const all = await this.#ask(environment, span);
    if (!all.traffic.told || all.use === 'used') {
      return all;
    }
    // That some other service counts its requests says nothing of the one that people open.
    const doors = doorsOf(environment);
    for (const service of doors) {
      const one = await this.#ask(environment, span, service);
      if (one.use !== 'unused') {
        return one;
      }
    }
    return doors.length > 0
      ? { use: 'unused', traffic: all.traffic }
      : // What has no door is used in some way that is not counted.
        {
          use: 'unknown',
          traffic: { ...all.traffic, told: false, code: 'no-requests' },
        };
  }

  /** @param service - the only one that is asked for; all of them unless given */
  async #ask(
    environment: StoredEnvironment,
    { from, to }: Span,
    service?: string,
  ): Promise<Judged> {
    const since = Math.max(from, to - RECENT_MS);
    const recent = await this.#judgeSpan(
      environment,
      { from: since, to },
      service,
    );
    if (since === from || !recent.traffic.told || recent.use === 'used') {
      return recent;
    }
    const whole = await this.#judgeSpan(environment, { from, to }, service);
    return recent.use === 'unused' || whole.use === 'used' ? whole : recent;
  }

  async #judgeSpan(
    { domain, cluster, namespace }: StoredEnvironment,
    span: Span,
    service: string | undefined,
  ): Promise<Judged> {
    const of = service === undefined ? {} : { service };
    const answer = await this.#options.traffic.requests({
      domain,
      place: `${cluster}/${namespace}`,
      ...of,
      from: span.from,
      to: span.to + AHEAD_MS,
      signal: this.#rounds.signal,
    });
    const { told, source } = answer;
    const about = source ? { source } : {};
    return answer.told
      ? { use: judgeUse(answer, span), traffic: { told, ...about } }
      : {
          use: 'unknown',
          traffic: { told, code: answer.code, ...of, ...about },
        };
  }

  async #note(
    environment: StoredEnvironment,
    traffic: TrafficStatus,
  ): Promise<void> {
    const { id, seen, version } = environment;
    if (isDeepStrictEqual(seen.traffic, traffic)) {
      return;
    }
    const written = await this.#options.store.write(
      id,
      { version },
      { fields: { seen: { ...seen, traffic } } },
    );
    if (written) {
      this.#options.onChange();
    }
  }
}

/** Services by which requests come in: those behind its addresses, else all that run for it alone. */
function doorsOf({ seen }: StoredEnvironment): readonly string[] {
  const addressed = seen.addresses.map(one => one.service);
  const own = seen.services
    .filter(one => one.own && !one.paused && !one.store)
    .map(one => one.name);
  return [...new Set(addressed.length > 0 ? addressed : own)];
}
