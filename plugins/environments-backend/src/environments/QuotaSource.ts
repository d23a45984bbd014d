import { QuotaUse } from '@domaindeck/backstage-plugin-environments-common';
import { EnvironmentsOptions } from '../config/types';
import { CountLimits, EnvironmentStore } from '../store/types';
import { Asker } from './types';

/** What is used of the limits, and what they are. */
export class QuotaSource {
  readonly #store: EnvironmentStore;
  readonly #options: EnvironmentsOptions;

  static create(
    store: EnvironmentStore,
    options: EnvironmentsOptions,
  ): QuotaSource {
    return new QuotaSource(store, options);
  }

  private constructor(store: EnvironmentStore, options: EnvironmentsOptions) {
    this.#store = store;
    this.#options = options;
  }

  limits(domain: string): CountLimits {
    const { limits, domains } = this.#options;
    return { ...limits, domain: domains[domain]?.limit ?? limits.domain };
  }

  async get(asker: Asker, domain: string): Promise<QuotaUse> {
    const counts = await this.#store.counts({
      person: asker.ref,
      group: asker.group,
      domain,
    });
    const limits = this.limits(domain);
    const part = (used: number, limit: number | undefined) => ({
      used,
      ...(limit === undefined ? {} : { limit }),
    });
    return {
      person: part(counts.person, limits.person),
      ...(asker.group ? { group: part(counts.group, limits.group) } : {}),
      domain: part(counts.domain, limits.domain),
    };
  }
}
