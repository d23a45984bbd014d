import { z } from 'zod';
import { RegistryOptions } from '../config/types';
import { readJson } from './readJson';
import { refuseStatus } from './refuseStatus';
import { RegistryAuth } from './RegistryAuth';
import { RegistryError } from './RegistryError';
import { RegistryAnswer, RegistryCall, RegistryHttp } from './RegistryHttp';
import { Registry, RegistryProblem, TagList } from './types';

/** Milliseconds until an answer has to be whole, and until a list of tags has to be. */
const PATIENCE = 5_000;
const LIST_PATIENCE = 10_000;
/** The most that a page, a manifest and a description of an image may have; the specification has 4 MiB for manifests. */
const MAX_BYTES = 4 * 1024 * 1024;
const PAGE = 1_000;
const MAX_PAGES = 100;
const MAX_TAGS = 10_000;

const OCI = 'application/vnd.oci.image';
const DOCKER = 'application/vnd.docker.distribution.manifest';
const MANIFESTS = [
  `${OCI}.index.v1+json`,
  `${OCI}.manifest.v1+json`,
  `${DOCKER}.list.v2+json`,
  `${DOCKER}.v2+json`,
].join(', ');

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-fA-F0-9]{32,128}$/;
/** Builds that can be repeated put the beginning of time into their images. */
const FIRST_BUILD = Date.UTC(2000, 0);
const CREATED = 'org.opencontainers.image.created';

const tagsSchema = z.object({ tags: z.array(z.unknown()).nullish() });
const digest = z.string().regex(DIGEST);
const annotations = z.record(z.string(), z.string()).nullish();
const manifestSchema = z.object({
  annotations,
  config: z.object({ digest }).optional(),
  manifests: z
    .array(
      z.object({
        digest,
        annotations,
        platform: z.object({ os: z.string() }).nullish(),
      }),
    )
    .optional(),
});
const imageSchema = z.object({ created: z.string().nullish() });
const errorsSchema = z.object({
  errors: z.array(z.object({ code: z.string() })).min(1),
});

/** A registry by the distribution specification of the OCI, as of version 1.1. */
export class OciRegistry implements Registry {
  readonly host: string;
  readonly branchTags?: RegExp;
  readonly #url: string;
  readonly #http: RegistryHttp;
  readonly #auth: RegistryAuth;
  readonly #now: () => number;

  /** @param given.patienceMs - until an answer has to be whole; 5 s unless told */
  static create(given: {
    readonly options: RegistryOptions;
    readonly now: () => number;
    readonly patienceMs?: number;
  }): OciRegistry {
    return new OciRegistry(given);
  }

  private constructor(given: {
    readonly options: RegistryOptions;
    readonly now: () => number;
    readonly patienceMs?: number;
  }) {
    const { options, now } = given;
    this.host = options.host;
    this.branchTags = options.branchTags;
    this.#url = options.url;
    this.#now = now;
    this.#http = RegistryHttp.create(options, given.patienceMs ?? PATIENCE);
    this.#auth = RegistryAuth.create({ options, http: this.#http, now });
  }

  /** {@inheritDoc Registry.tags} */
  async tags(path: string, signal?: AbortSignal): Promise<TagList> {
    const end = this.#now() + LIST_PATIENCE;
    const tags = new Set<string>();
    const seen = new Set<string>();
    let query: string | undefined = `?n=${PAGE}`;
    const stopped = (missing: RegistryProblem) => ({
      tags: [...tags],
      missing,
    });
    for (let page = 0; query !== undefined; page += 1) {
      if (page >= MAX_PAGES || tags.size >= MAX_TAGS) {
        return stopped('too-many');
      }
      if (this.#now() > end) {
        return stopped('timeout');
      }
      // A list that leads in a circle would have no end.
      if (seen.has(query)) {
        return stopped('not-a-registry');
      }
      seen.add(query);
      try {
        query = await this.#readPage(path, query, tags, signal);
      } catch (error) {
        if (page === 0 || !(error instanceof RegistryError)) {
          throw error;
        }
        return stopped(error.problem);
      }
    }
    return { tags: [...tags] };
  }

  /** {@inheritDoc Registry.has} */
  async has(
    path: string,
    reference: string,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const call = { path: `${path}/manifests/${reference}`, accept: MANIFESTS };
    const head = await this.#ask(path, { ...call, method: 'HEAD' }, signal);
    if (head.status === 404) {
      // A page that is nowhere has the same status; only a registry says in its own words what it lacks.
      return this.#lacks(await this.#ask(path, call, signal));
    }
    if (head.status === 405) {
      const whole = await this.#ask(path, call, signal);
      return whole.status === 404 ? this.#lacks(whole) : this.#accept(whole);
    }
    return this.#accept(head);
  }

  /** {@inheritDoc Registry.builtAt} */
  async builtAt(
    path: string,
    tag: string,
    signal?: AbortSignal,
  ): Promise<number | undefined> {
    let manifest = await this.#manifest(path, tag, signal);
    const [image] = (manifest.manifests ?? []).filter(
      // What is attached to an image says it is for no machine.
      one => one.platform?.os !== 'unknown',
    );
    const told = timeOf(
      manifest.annotations?.[CREATED] ?? image?.annotations?.[CREATED],
    );
    if (told !== undefined) {
      return told;
    }
    if (image) {
      manifest = await this.#manifest(path, image.digest, signal);
    }
    if (!manifest.config) {
      return undefined;
    }
    const answer = await this.#ask(
      path,
      { path: `${path}/blobs/${manifest.config.digest}` },
      signal,
    );
    this.#accept(answer);
    return timeOf(readJson(this.#name, answer, imageSchema).created);
  }

  /** Ends its connections. */
  close(): Promise<void> {
    return this.#http.close();
  }

  get #name(): string {
    return `Registry ${this.host}`;
  }

  /** @returns the query of the next page */
  async #readPage(
    path: string,
    query: string,
    tags: Set<string>,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const call = { path: `${path}/tags/list${query}` };
    const answer = await this.#ask(path, call, signal);
    this.#accept(answer);
    const page = readJson(this.#name, answer, tagsSchema);
    for (const tag of page.tags ?? []) {
      if (typeof tag === 'string' && TAG.test(tag) && tags.size < MAX_TAGS) {
        tags.add(tag);
      }
    }
    return nextQuery(String(answer.headers.link ?? ''), this.#url);
  }

  async #manifest(path: string, reference: string, signal?: AbortSignal) {
    const answer = await this.#ask(
      path,
      { path: `${path}/manifests/${reference}`, accept: MANIFESTS },
      signal,
    );
    this.#accept(answer);
    return readJson(this.#name, answer, manifestSchema);
  }

  #accept(answer: RegistryAnswer): true {
    refuseStatus(this.#name, answer, this.#now());
    return true;
  }

  /** @returns false, or true for an image that has just come */
  #lacks(answer: RegistryAnswer): boolean {
    if (answer.status !== 404) {
      return this.#accept(answer);
    }
    readJson(this.#name, answer, errorsSchema);
    return false;
  }

  /** Once as it is known to be wanted, and once more as the refusal asks for. */
  async #ask(
    path: string,
    call: {
      readonly path: string;
      readonly accept?: string;
      readonly method?: RegistryCall['method'];
    },
    signal?: AbortSignal,
  ): Promise<RegistryAnswer> {
    const asked = {
      ...call,
      url: new URL(`${this.#url}/v2/${call.path}`),
      limit: MAX_BYTES,
    };
    const known = this.#auth.known(path);
    const first = await this.#http.ask(
      { ...asked, authorization: known },
      signal,
    );
    if (first.status !== 401) {
      return first;
    }
    const authorization = await this.#auth.answer(
      path,
      String(first.headers['www-authenticate'] ?? ''),
      known,
    );
    return this.#http.ask({ ...asked, authorization }, signal);
  }
}

/**
 * The query of the next page by a `Link` header. Its host and path are not taken: behind a proxy registries often name one
 * that is not theirs, and the page can be nowhere else.
 */
function nextQuery(link: string, base: string): string | undefined {
  const [, target] =
    /<([^<>]*)>\s*;[^<]*\brel\s*=\s*"?next\b/i.exec(link.slice(0, 8_192)) ?? [];
  if (!target || !URL.canParse(target, base)) {
    return undefined;
  }
  return new URL(target, base).search || undefined;
}

function timeOf(text: string | null | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return time >= FIRST_BUILD ? time : undefined;
}
