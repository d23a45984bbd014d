import {
  Specification,
  VersionChoice,
} from '@domaindeck/backstage-plugin-environments-common';
import { Baseline, VersionCheck } from '../clone';
import { DomainSource } from '../domains';
import { VersionSource } from './types';

/** Versions that run in some environment of the domain exist, because they run; of others nobody here can say. */
export class KnownVersions implements VersionSource {
  readonly #domains: DomainSource;

  static create(domains: DomainSource): KnownVersions {
    return new KnownVersions(domains);
  }

  private constructor(domains: DomainSource) {
    this.#domains = domains;
  }

  /** {@inheritDoc VersionSource.check} */
  async check(
    specification: Specification,
    _baseline: Baseline,
  ): Promise<Record<string, VersionCheck>> {
    const { versions } = await this.#domains.services(specification.domain);
    return Object.fromEntries(
      specification.services.map(({ name, version, image }) => [
        name,
        image === undefined &&
        version !== undefined &&
        versions[name]?.some(one => one.version === version)
          ? 'exists'
          : 'unchecked',
      ]),
    );
  }

  /** {@inheritDoc VersionSource.choices} */
  async choices(
    domainRef: string,
  ): Promise<Record<string, readonly VersionChoice[]>> {
    const { versions } = await this.#domains.services(domainRef);
    return Object.fromEntries(
      Object.entries(versions).map(([name, choices]) => [
        name,
        [...choices].sort((one, other) =>
          (one.at ?? '') < (other.at ?? '') ? 1 : -1,
        ),
      ]),
    );
  }
}
