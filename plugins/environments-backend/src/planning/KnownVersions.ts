import { NotFoundError } from '@backstage/errors';
import {
  VersionChoice,
  VersionPage,
} from '@domaindeck/backstage-plugin-environments-common';
import { imagesOf, VersionCheck } from '../clone';
import { DomainSource, SeenVersion } from '../domains';
import { locateImage, versionOf } from '../objects';
import {
  SeesPlace,
  VersionQuestion,
  VersionsQuery,
  VersionSource,
} from './types';
import { versionPage } from './versionPage';

/** Versions that run in some environment of the domain exist, because they run; of others nobody here can say. */
export class KnownVersions implements VersionSource {
  readonly #domains: Pick<DomainSource, 'versions'>;

  static create(domains: Pick<DomainSource, 'versions'>): KnownVersions {
    return new KnownVersions(domains);
  }

  private constructor(domains: Pick<DomainSource, 'versions'>) {
    this.#domains = domains;
  }

  /** {@inheritDoc VersionSource.check} */
  async check({
    domain,
    services,
  }: VersionQuestion): Promise<Record<string, VersionCheck>> {
    const seen = await this.#domains.versions(domain);
    return Object.fromEntries(
      services.map(({ name, version, image }): [string, VersionCheck] => [
        name,
        image === undefined &&
        version !== undefined &&
        Object.hasOwn(seen, name) &&
        seen[name].some(one => one.runs && one.version === version)
          ? { state: 'exists', foundIn: 'environment' }
          : { state: 'unchecked', problem: 'no-registry' },
      ]),
    );
  }

  /** {@inheritDoc VersionSource.known} */
  async known(
    domainRef: string,
    sees: SeesPlace,
  ): Promise<Record<string, readonly VersionChoice[]>> {
    const seen = await this.#domains.versions(domainRef);
    return Object.fromEntries(
      Object.entries(seen).map(([name, all]) => [
        name,
        choicesOf(all.filter(one => sees(one.where))),
      ]),
    );
  }

  /** {@inheritDoc VersionSource.page} */
  async page(query: VersionsQuery): Promise<VersionPage> {
    const image = baselineImage(query);
    const known = await this.known(query.domain, query.sees);
    const host = locateImage(image)?.host;
    return versionPage(query, {
      branches: [],
      tags: othersThan(image, known[query.service]),
      registry: { state: 'none', ...(host ? { host } : {}) },
    });
  }
}

/** The image of a service in the baseline. @throws NotFoundError when it has no such service */
export function baselineImage({
  baseline,
  service,
}: Pick<VersionsQuery, 'baseline' | 'service'>): string {
  const images = imagesOf(baseline);
  // A name that people type may be one that every object answers to.
  const image = Object.hasOwn(images, service) ? images[service] : undefined;
  if (image === undefined) {
    throw new NotFoundError(`The baseline has no service "${service}"`);
  }
  return image;
}

/** Without the baseline's own version, which is a choice by itself. */
export function othersThan(
  image: string,
  choices: readonly VersionChoice[] = [],
): VersionChoice[] {
  return choices.filter(one => one.version !== versionOf(image));
}

/** One choice per version: where it runs, else where it ran, and there the place where it was released last. */
function choicesOf(seen: readonly SeenVersion[]): VersionChoice[] {
  const best = new Map<string, SeenVersion>();
  for (const one of seen) {
    const known = best.get(one.version);
    if (
      !known ||
      Number(one.runs) - Number(known.runs) > 0 ||
      (one.runs === known.runs && (one.at ?? '') > (known.at ?? ''))
    ) {
      best.set(one.version, one);
    }
  }
  return [...best.values()]
    .sort(
      (one, other) =>
        Number(other.runs) - Number(one.runs) ||
        ((one.at ?? '') < (other.at ?? '') ? 1 : -1),
    )
    .map(({ version, where, at, runs }) => ({
      version,
      source: 'environment' as const,
      where,
      ...(at ? { at } : {}),
      ...(runs ? {} : { past: true }),
    }));
}
