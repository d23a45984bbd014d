import {
  VersionChoice,
  VersionPage,
} from '@domaindeck/backstage-plugin-environments-common';
import { imagesOf, VersionCheck } from '../clone';
import { ImageLocation, locateImage, withTag } from '../objects';
import {
  BranchTags,
  Registries,
  Registry,
  RegistryError,
  SortedTags,
  sortTags,
  TagList,
} from '../registries';
import { baselineImage, KnownVersions, othersThan } from './KnownVersions';
import {
  SeesPlace,
  VersionQuestion,
  VersionsQuery,
  VersionSource,
} from './types';
import { isFound, kindOf, versionPage } from './versionPage';

/** Milliseconds: who fills in a form waits no longer, and learns the rest the next time. */
const CHECK_PATIENCE = 3_000;
const LIST_PATIENCE = 8_000;
const BUILD_PATIENCE = 2_500;
/** When a build was made takes two or three questions each. */
const MOST_BUILDS = 40;

/** What runs or ran, and what the configured registries have. */
export class RegistryVersions implements VersionSource {
  readonly #known: KnownVersions;
  readonly #registries: Registries;
  /** A list is sorted once, however many pages of it are looked at. */
  readonly #sorted = new WeakMap<TagList, SortedTags>();

  static create(options: {
    readonly known: KnownVersions;
    readonly registries: Registries;
  }): RegistryVersions {
    return new RegistryVersions(options);
  }

  private constructor(options: {
    readonly known: KnownVersions;
    readonly registries: Registries;
  }) {
    this.#known = options.known;
    this.#registries = options.registries;
  }

  /** {@inheritDoc VersionSource.check} */
  async check(
    question: VersionQuestion,
    signal?: AbortSignal,
  ): Promise<Record<string, VersionCheck>> {
    const images = imagesOf(question.baseline);
    const asked = question.services.filter(
      one => one.version !== undefined || one.image !== undefined,
    );
    const [known, ...checks] = await Promise.all([
      this.#known.check({ ...question, services: asked }),
      ...asked.map(({ name, version, image }) => {
        const own = Object.hasOwn(images, name) ? images[name] : undefined;
        return this.#checkImage(
          image ?? (own && version ? withTag(own, version) : undefined),
          signal,
        );
      }),
    ]);
    return Object.fromEntries(
      asked.map(({ name }, index): [string, VersionCheck] => {
        const check = checks[index];
        // What runs exists, also while its registry cannot be asked.
        return [
          name,
          check.state === 'unchecked' && known[name].state === 'exists'
            ? known[name]
            : check,
        ];
      }),
    );
  }

  /** {@inheritDoc VersionSource.known} */
  known(domainRef: string, sees: SeesPlace) {
    return this.#known.known(domainRef, sees);
  }

  /** {@inheritDoc VersionSource.page} */
  async page(query: VersionsQuery, signal?: AbortSignal): Promise<VersionPage> {
    const image = baselineImage(query);
    const location = locateImage(image);
    const registry = location && this.#registries.find(location.host);
    if (!registry) {
      return this.#known.page(query);
    }
    const [known, listed] = await Promise.all([
      this.#known.known(query.domain, query.sees),
      this.#list(registry, location, signal),
    ]);
    const tags = othersThan(image, known[query.service]);
    const seen = new Set(tags.map(one => one.version));
    const releases = listed.sorted.tags
      .filter(version => !seen.has(version))
      .map((version): VersionChoice => ({ version, source: 'registry' }));
    const { branches } = listed.sorted;
    return versionPage(query, {
      tags: [...tags, ...othersThan(image, releases)],
      branches:
        kindOf(query, { branches }) === 'branch'
          ? await this.#builds(registry, location, branches, query, signal)
          : branches.map(one => buildOf(one)),
      registry: listed.status,
    });
  }

  async #checkImage(
    image: string | undefined,
    signal?: AbortSignal,
  ): Promise<VersionCheck> {
    const location = image === undefined ? undefined : locateImage(image);
    const registry = location && this.#registries.find(location.host);
    if (!registry) {
      return {
        state: 'unchecked',
        problem: 'no-registry',
        ...(location ? { host: location.host } : {}),
      };
    }
    const { path, reference, host } = location;
    try {
      const isThere = await within(CHECK_PATIENCE, host, signal, patience =>
        registry.has(path, reference, patience),
      );
      return isThere
        ? { state: 'exists', foundIn: 'registry' }
        : { state: 'missing' };
    } catch (error) {
      if (!(error instanceof RegistryError)) {
        throw error;
      }
      return { state: 'unchecked', problem: error.problem, host };
    }
  }

  async #list(
    registry: Registry,
    { path, host }: ImageLocation,
    signal?: AbortSignal,
  ): Promise<{ sorted: SortedTags; status: VersionPage['registry'] }> {
    try {
      const list = await within(LIST_PATIENCE, host, signal, patience =>
        registry.tags(path, patience),
      );
      const sorted =
        this.#sorted.get(list) ?? sortTags(list.tags, registry.branchTags);
      this.#sorted.set(list, sorted);
      return {
        sorted,
        status: list.missing
          ? { state: 'partial', host, problem: list.missing }
          : { state: 'complete', host },
      };
    } catch (error) {
      if (!(error instanceof RegistryError)) {
        throw error;
      }
      return {
        sorted: { branches: [], tags: [] },
        status: { state: 'failed', host, problem: error.problem },
      };
    }
  }

  /** The newest build of each branch, the newest branch first. Of those that nobody had the time to ask for, by name. */
  async #builds(
    registry: Registry,
    { path, host }: ImageLocation,
    branches: readonly BranchTags[],
    { text }: VersionsQuery,
    signal?: AbortSignal,
  ): Promise<VersionChoice[]> {
    const searched = branches.filter(one => isFound(buildOf(one), text));
    const builds = await Promise.all(
      searched.slice(0, MOST_BUILDS).map(async one => {
        const times = await Promise.all(
          one.candidates.map(async tag => ({
            tag,
            at: await within(BUILD_PATIENCE, host, signal, patience =>
              registry.builtAt(path, tag, patience),
            ).catch((error: unknown) => {
              signal?.throwIfAborted();
              if (error instanceof RegistryError) {
                return undefined;
              }
              throw error;
            }),
          })),
        );
        const newest = times.reduce((best, other) =>
          (other.at ?? 0) >= (best.at ?? 0) ? other : best,
        );
        return { ...newest, choice: buildOf(one, newest) };
      }),
    );
    const dated = builds
      .sort((one, other) => (other.at ?? 0) - (one.at ?? 0))
      .map(one => one.choice);
    const shown = new Set(dated.map(one => one.where));
    return [
      ...dated,
      ...branches
        .filter(one => !shown.has(one.branch))
        .map(one => buildOf(one)),
    ];
  }
}

function buildOf(
  { branch, candidates }: BranchTags,
  built?: { readonly tag: string; readonly at?: number },
): VersionChoice {
  return {
    version: built?.tag ?? candidates[candidates.length - 1],
    source: 'branch',
    where: branch,
    state: 'built',
    ...(built?.at === undefined
      ? {}
      : { at: new Date(built.at).toISOString() }),
  };
}

/** Waits no longer than that; what was asked goes on for whoever asks next. */
async function within<T>(
  milliseconds: number,
  host: string,
  signal: AbortSignal | undefined,
  ask: (patience: AbortSignal) => Promise<T>,
): Promise<T> {
  const patience = AbortSignal.timeout(milliseconds);
  try {
    return await ask(signal ? AbortSignal.any([signal, patience]) : patience);
  } catch (error) {
    signal?.throwIfAborted();
    throw patience.aborted
      ? new RegistryError(
          'timeout',
          `Registry ${host} has not answered within ${milliseconds} ms`,
        )
      : error;
  }
}
