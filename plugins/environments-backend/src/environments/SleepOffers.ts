import { Options } from '@domaindeck/backstage-plugin-environments-common';
import { SharedAnswers } from '@domaindeck/backstage-plugin-workloads-node';
import { DomainBaseline } from '../domains';
import { Traffic, TrafficSource, UntoldTraffic } from '../traffic';

/** Milliseconds of the past that are looked at, and for which what was found is taken for all who ask. */
const LOOK_BACK_MS = 60 * 60_000;
const MAX_AGE_MS = 60_000;
/** Who fills in a form waits no longer for a source that is slow. */
const PATIENCE_MS = 3_000;

type Offer = Options['sleepWhenUnused'];

/** Whether environments of a domain may be told to sleep when unused: only where requests to its baseline are counted. */
export class SleepOffers {
  readonly #traffic: TrafficSource;
  readonly #now: () => number;
  readonly #answers: SharedAnswers<Offer>;

  static create(options: {
    readonly traffic: TrafficSource;
    readonly now: () => number;
  }): SleepOffers {
    return new SleepOffers(options.traffic, options.now);
  }

  private constructor(traffic: TrafficSource, now: () => number) {
    this.#traffic = traffic;
    this.#now = now;
    this.#answers = SharedAnswers.create({ now });
  }

  /** @param baseline - undefined where the domain has none */
  sleep(domain: string, baseline: DomainBaseline | undefined): Promise<Offer> {
    return baseline
      ? this.#answers.get(
          `${domain} ${baseline.ref}`,
          () => MAX_AGE_MS,
          () => this.#ask(domain, baseline),
        )
      : Promise.resolve(refusal({ told: false, code: 'no-source' }));
  }

  async #ask(domain: string, { ref, cluster }: DomainBaseline): Promise<Offer> {
    const now = this.#now();
    const traffic = await this.#traffic
      .requests({
        domain,
        place: ref,
        from: now - LOOK_BACK_MS,
        to: now,
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      .catch(
        (): Traffic => ({
          told: false,
          code: 'source-failing',
          reason: `The metrics of ${cluster} did not come within ${
            PATIENCE_MS / 1_000
          } s`,
        }),
      );
    return traffic.told ? { offered: true } : refusal(traffic);
  }
}

function refusal(traffic: UntoldTraffic): Offer {
  const { code, source } = traffic;
  return {
    offered: false,
    code,
    ...(source ? { source } : {}),
    reason: sentenceOf(traffic),
  };
}

function sentenceOf({ code, source, reason }: UntoldTraffic): string {
  switch (code) {
    case 'no-source':
      return 'No source of metrics tells how much an environment is used.';
    case 'source-failing':
      return `The source of metrics cannot tell how much an environment is used: ${
        reason ?? 'it does not answer'
      }.`;
    default:
      return `${
        source ?? 'The source of metrics'
      } counts no requests to the services of the baseline.`;
  }
}
