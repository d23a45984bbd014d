import { BaselineKind, SecretNames } from '../../clone';
import { isObject, KubernetesObject } from '../../objects';
import { DriverError } from '../DriverError';
import { apiVersionOf } from './APPLIED_KINDS';
import { ClusterRequests } from './ClusterRequests';
import { OptionalKinds } from './OptionalKinds';
import { parseJson } from './parseJson';
import { Page, PageMemory } from './PageMemory';
import { listPath } from './paths';
import { Refusal } from './refusals';
import { leaveOutManagers, toObject } from './toObject';

/** Objects in one page. */
const PAGE = 250;
/** Of kinds whose objects may be as large as etcd takes them. */
const LARGE_PAGE = 20;
const LARGE_KINDS = ['ConfigMap', 'Secret'];

/** No namespace of a baseline is near this; one that is must not take the portal's memory. */
const MAX_OBJECTS = 20_000;
/** Characters of all pages of one list. Values of Secrets do not stay, so theirs pass. */
const MAX_CHARACTERS = 128 * 1024 * 1024;

/** How often a list begins anew because the server has forgotten the version of its first page. */
const RESTARTS = 3;

/** A server that cannot leave out the rest sends all. */
const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/** What is listed. */
export interface ListQuery {
  readonly kind: BaselineKind;
  /** The whole cluster without it. */
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** Whether names, labels and annotations will do. */
  readonly metadataOnly?: boolean;
  /** Whether it is left out who wrote which field; a half of each object. */
  readonly withoutManagers?: boolean;
  /** Services to which values of Secrets may lead; which of them is kept of a value. */
  readonly secretNames?: SecretNames;
  /** For a list that is read again and again; of this query alone. */
  readonly memory?: PageMemory;
}

/** Reads lists page by page. Optional kinds that a cluster does not have are empty. */
export class ClusterLists {
  readonly #requests: ClusterRequests;
  readonly #optional: OptionalKinds;

  static create(
    requests: ClusterRequests,
    optional: OptionalKinds,
  ): ClusterLists {
    return new ClusterLists(requests, optional);
  }

  private constructor(requests: ClusterRequests, optional: OptionalKinds) {
    this.#requests = requests;
    this.#optional = optional;
  }

  /**
   * All objects, Secrets redacted.
   *
   * @throws DriverError 413 when there are more than can be held
   */
  async list(
    query: ListQuery,
    signal: AbortSignal | undefined,
  ): Promise<KubernetesObject[]> {
    if (query.kind.optional && this.#optional.isMissing(query.kind)) {
      return [];
    }
    for (let left = RESTARTS; ; left -= 1) {
      const outcome = await this.#walk(query, signal);
      if (!outcome.refusal) {
        return outcome.items;
      }
      const { refusal } = outcome;
      if (refusal.code === 410 && left > 0) {
        continue;
      }
      if (await this.#isMissing(query.kind, refusal, signal)) {
        this.#optional.setMissing(query.kind);
        return [];
      }
      throw this.#requests.error(
        refusal,
        query.kind.kind === 'Secret'
          ? { what: `the secrets of ${query.namespace}` }
          : undefined,
      );
    }
  }

  async #walk(
    query: ListQuery,
    signal: AbortSignal | undefined,
  ): Promise<
    | { items: KubernetesObject[]; refusal?: undefined }
    | { items?: undefined; refusal: Refusal }
  > {
    const items: KubernetesObject[] = [];
    let characters = 0;
    let next: string | undefined;
    let pages = 0;
    do {
      const { text, refusal } = await this.#requests.get(
        pathOf(query, next),
        signal,
        query.metadataOnly ? METADATA_ONLY : undefined,
      );
      if (refusal) {
        return { refusal };
      }
      const parse = (whole: string) => this.#parse(whole, query);
      const page = query.memory?.page(pages, text, parse) ?? parse(text);
      pages += 1;
      items.push(...page.items);
      characters += query.kind.kind === 'Secret' ? 0 : text.length;
      if (items.length > MAX_OBJECTS || characters > MAX_CHARACTERS) {
        throw tooMany(query);
      }
      next = page.next;
    } while (next);
    query.memory?.trim(pages);
    return { items };
  }

  #parse(
    text: string,
    { kind, withoutManagers, secretNames }: ListQuery,
  ): Page {
    const list = parseJson(text);
    if (!isObject(list) || !isObject(list.metadata)) {
      throw new DriverError({
        message: `Cluster ${this.#requests.cluster} sent a list of ${
          kind.resource
        } that is none; is its URL that of an API server?`,
      });
    }
    const { continue: next } = list.metadata;
    const items = Array.isArray(list.items) ? list.items : [];
    return {
      items: items
        .flatMap(item => toObject(item, kind, secretNames) ?? [])
        .map(item => (withoutManagers ? leaveOutManagers(item) : item)),
      next: typeof next === 'string' && next !== '' ? next : undefined,
    };
  }

  /**
   * Whether a cluster lacks an optional kind. Rights are checked before it is looked whether there is such a kind, so a
   * refusal may mean both: what groups there are everybody may ask.
   */
  async #isMissing(
    kind: BaselineKind,
    refusal: Refusal,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    if (!kind.optional || ![403, 404].includes(refusal.code)) {
      return false;
    }
    if (refusal.code === 404) {
      return true;
    }
    const found = await this.#requests.get(
      `/apis/${apiVersionOf(kind)}`,
      signal,
    );
    if (found.refusal) {
      return found.refusal.code === 404;
    }
    const group = parseJson(found.text);
    const resources = isObject(group) ? group.resources : undefined;
    return (
      Array.isArray(resources) &&
      !resources.some(one => isObject(one) && one.name === kind.resource)
    );
  }
}

function pathOf(query: ListQuery, next: string | undefined): string {
  const { kind, namespace, labelSelector, fieldSelector, metadataOnly } = query;
  const isLarge = LARGE_KINDS.includes(kind.kind) && !metadataOnly;
  const limit = isLarge ? LARGE_PAGE : PAGE;
  const search = new URLSearchParams({
    limit: String(limit),
    ...(labelSelector ? { labelSelector } : {}),
    ...(fieldSelector ? { fieldSelector } : {}),
    ...(next ? { continue: next } : {}),
  });
  return `${listPath(kind, namespace)}?${search}`;
}

function tooMany({ kind, namespace }: ListQuery): DriverError {
  return new DriverError({
    status: 413,
    reason: 'RequestEntityTooLarge',
    message: `There are more ${kind.resource} in ${
      namespace === undefined ? 'the cluster' : `namespace ${namespace}`
    } than can be read.`,
  });
}
