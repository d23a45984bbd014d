import { MANAGED_BY } from '@domaindeck/backstage-plugin-environments-common';
import {
  Clock,
  ClusterWrite,
  systemClock,
  WritableClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node';
import { Baseline, BaselineKind, ClusterFacts } from '../clone';
import { KubernetesObject } from '../objects';
import {
  apiVersionOf,
  kindOf,
  NAMESPACE_KIND,
  NAMESPACED_KINDS,
} from './api/APPLIED_KINDS';
import { ClusterLists } from './api/ClusterLists';
import { ClusterRequests } from './api/ClusterRequests';
import { OptionalKinds } from './api/OptionalKinds';
import { parseJson } from './api/parseJson';
import { isAbsent, placeOf } from './api/places';
import { listPath, objectPath } from './api/paths';
import { Refusal } from './api/refusals';
import { toObject } from './api/toObject';
import { DriverError } from './DriverError';
import { busyWorkloads } from './reads/busyWorkloads';
import { listAll, readBaseline } from './reads/readBaseline';
import { Prints } from './reads/Prints';
import { readFacts } from './reads/readFacts';
import { readLastLine } from './reads/readLastLine';
import { readWaiting } from './reads/readWaiting';
import { Sights } from './reads/Sights';
import { SecretCarrier } from './secrets/SecretCarrier';
import { ClusterDriver, ClusterSight, ObjectPlace } from './types';

const MANAGER = `fieldManager=${MANAGED_BY}`;

/** {@link ClusterDriver} over HTTP. */
export class DefaultClusterDriver implements ClusterDriver {
  readonly cluster: string;
  readonly #requests: ClusterRequests;
  readonly #lists: ClusterLists;
  readonly #secrets: SecretCarrier;
  readonly #sights: Sights;
  readonly #prints: Prints;

  /** @param options - `digestKey` is the key of the hashes of Secrets, known to the backend only */
  static create(options: {
    connection: WritableClusterConnection;
    digestKey: string;
    clock?: Clock;
  }): DefaultClusterDriver {
    const clock = options.clock ?? systemClock;
    const requests = ClusterRequests.create(options.connection, clock);
    const lists = ClusterLists.create(requests, OptionalKinds.create(clock));
    const secrets = SecretCarrier.create(requests, options.digestKey);
    return new DefaultClusterDriver(requests, lists, secrets);
  }

  private constructor(
    requests: ClusterRequests,
    lists: ClusterLists,
    secrets: SecretCarrier,
  ) {
    this.cluster = requests.cluster;
    this.#requests = requests;
    this.#lists = lists;
    this.#secrets = secrets;
    this.#sights = Sights.create(lists);
    this.#prints = Prints.create(lists);
  }

  async baseline(namespace: string, signal?: AbortSignal): Promise<Baseline> {
    const path = objectPath(NAMESPACE_KIND, { name: namespace });
    const { text, refusal } = await this.#requests.get(path, signal);
    if (refusal) {
      throw this.#requests.error(refusal);
    }
    const found = this.#object(text, NAMESPACE_KIND);
    const objects = await readBaseline(this.#lists, namespace, signal);
    return {
      cluster: this.cluster,
      namespace,
      objects,
      namespaceLabels: found.metadata.labels ?? {},
      busy: busyWorkloads(objects),
    };
  }

  facts(
    signal?: AbortSignal,
  ): Promise<Pick<ClusterFacts, 'namespaces' | 'hostsInUse'>> {
    return readFacts(this.#lists, signal);
  }

  labelledNamespaces(
    label: string,
    signal?: AbortSignal,
  ): Promise<KubernetesObject[]> {
    return this.#lists.list(
      { kind: NAMESPACE_KIND, labelSelector: label, withoutManagers: true },
      signal,
    );
  }

  async create(
    object: KubernetesObject,
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const { kind, namespace } = placeOf(object);
    const path = `${listPath(kind, namespace)}?${MANAGER}`;
    return this.#write({ method: 'POST', path, body: object }, object, signal);
  }

  async apply(
    object: KubernetesObject,
    options?: { readonly dryRun?: boolean; readonly signal?: AbortSignal },
  ): Promise<KubernetesObject> {
    const { kind, namespace } = placeOf(object);
    const place = { namespace, name: object.metadata.name };
    const dryRun = options?.dryRun ? '&dryRun=All' : '';
    const path = `${objectPath(kind, place)}?${MANAGER}&force=true${dryRun}`;
    return this.#write(
      { method: 'PATCH', type: 'apply', path, body: object },
      object,
      options?.signal,
    );
  }

  async get(
    place: ObjectPlace,
    signal?: AbortSignal,
  ): Promise<KubernetesObject | undefined> {
    const kind = kindOf(place.group, place.kind);
    const path = objectPath(kind, place);
    const { text, refusal } = await this.#requests.get(path, signal);
    if (!refusal) {
      return this.#object(text, kind);
    }
    if (isAbsent(refusal, kind)) {
      return undefined;
    }
    throw this.#error(refusal, place.name, place);
  }

  list(namespace: string, signal?: AbortSignal): Promise<KubernetesObject[]> {
    return listAll(this.#lists, { kinds: NAMESPACED_KINDS, namespace }, signal);
  }

  async remove(
    place: ObjectPlace,
    uid: string,
    signal?: AbortSignal,
  ): Promise<'deleted' | 'absent'> {
    const kind = kindOf(place.group, place.kind);
    const path = objectPath(kind, place);
    const { refusal } = await this.#requests.write(
      {
        method: 'DELETE',
        path,
        body: {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          preconditions: { uid },
          propagationPolicy: 'Background',
        },
      },
      signal,
    );
    if (!refusal) {
      return 'deleted';
    }
    if (isAbsent(refusal, kind)) {
      return 'absent';
    }
    if (refusal.code === 409) {
      // Another uid, or a namespace that is going already.
      const found = await this.get(place, signal);
      if (found?.metadata.uid !== uid) {
        return 'absent';
      }
      if (found.metadata.deletionTimestamp) {
        return 'deleted';
      }
    }
    throw this.#error(refusal, place.name, place);
  }

  async patchWorkload(
    place: ObjectPlace,
    change: {
      readonly annotations: Readonly<Record<string, string | undefined>>;
      readonly spec: Readonly<Record<string, unknown>>;
    },
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    const kind = kindOf(place.group, place.kind);
    const path = `${objectPath(kind, place)}?${MANAGER}`;
    const annotations = Object.fromEntries(
      Object.entries(change.annotations).map(([name, text]) => [
        name,
        text ?? null,
      ]),
    );
    const body = { metadata: { annotations }, spec: change.spec };
    const { text, refusal } = await this.#requests.write(
      { method: 'PATCH', type: 'merge', path, body },
      signal,
    );
    if (refusal) {
      throw this.#requests.error(refusal);
    }
    return this.#object(text, kind);
  }

  copySecret(
    source: { readonly namespace: string; readonly name: string },
    manifest: KubernetesObject,
    signal?: AbortSignal,
  ): Promise<{ object: KubernetesObject; digest: string }> {
    return this.#secrets.copy(source, manifest, signal);
  }

  putSecret(
    manifest: KubernetesObject,
    values: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<KubernetesObject> {
    return this.#secrets.put(manifest, values, signal);
  }

  secretDigests(
    namespace: string,
    names: readonly string[],
    signal?: AbortSignal,
  ): Promise<Readonly<Record<string, string>>> {
    return this.#secrets.digests(namespace, names, signal);
  }

  waiting(
    namespace: string,
    signal?: AbortSignal,
  ): Promise<{
    readonly pods: readonly KubernetesObject[];
    readonly events: readonly KubernetesObject[];
  }> {
    return readWaiting(this.#lists, namespace, signal);
  }

  lastLine(
    namespace: string,
    pod: string,
    container: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    return readLastLine(this.#requests, { namespace, pod, container }, signal);
  }

  print(namespace: string, signal?: AbortSignal): Promise<string> {
    return this.#prints.of(namespace, signal);
  }

  clones(signal?: AbortSignal): Promise<readonly KubernetesObject[]> {
    return this.#prints.clones(signal);
  }

  /** Objects that have not changed since the last look are the very same. */
  sight(signal?: AbortSignal): Promise<ClusterSight> {
    return this.#sights.take(this.#requests.now().getTime(), signal);
  }

  async #write(
    request: ClusterWrite,
    object: KubernetesObject,
    signal: AbortSignal | undefined,
  ): Promise<KubernetesObject> {
    const { kind } = placeOf(object);
    const { text, refusal } = await this.#requests.write(request, signal);
    if (!refusal) {
      return this.#object(text, kind);
    }
    throw refusal.code === 404 && !refusal.isStatus && kind.optional
      ? new DriverError({
          status: 404,
          reason: 'NotFound',
          message: `Cluster ${this.cluster} does not have the kind ${
            kind.kind
          } (${apiVersionOf(kind)}).`,
        })
      : this.#error(refusal, object.metadata.name, object);
  }

  #error(
    refusal: Refusal,
    name: string,
    object: Pick<KubernetesObject, 'kind'> & {
      readonly data?: unknown;
      readonly stringData?: unknown;
    },
  ): DriverError {
    const keys = Object.keys(object.data ?? object.stringData ?? {});
    const secret = { what: `the secret ${name}`, keys };
    return this.#requests.error(
      refusal,
      object.kind === 'Secret' ? secret : undefined,
    );
  }

  #object(text: string, kind: BaselineKind): KubernetesObject {
    const object = toObject(parseJson(text), kind);
    if (!object) {
      throw new DriverError({
        message: `Cluster ${this.cluster} sent something else than a ${kind.kind}; is its URL that of an API server?`,
      });
    }
    return object;
  }
}
