import { MANAGED_BY } from '@domaindeck/backstage-plugin-environments-common';
import { isObject, KubernetesObject, secretDigest } from '../../objects';
import { kindOf } from '../api/APPLIED_KINDS';
import { ClusterRequests } from '../api/ClusterRequests';
import { parseJson } from '../api/parseJson';
import { objectPath } from '../api/paths';
import { toObject } from '../api/toObject';
import { DriverError } from '../DriverError';
import { inTurns } from '../reads/inTurns';

/**
 * Values are applied by a manager of their own: when the planned Secret, which has none, is applied again, they stay.
 */
const VALUES_MANAGER = `${MANAGED_BY}-values`;

const SECRET = kindOf('', 'Secret');

type Data = Readonly<Record<string, string>>;

/** The only place that holds values of Secrets: for the time of one request, and without a trace. */
export class SecretCarrier {
  readonly #requests: ClusterRequests;
  readonly #digestKey: string;

  static create(requests: ClusterRequests, digestKey: string): SecretCarrier {
    return new SecretCarrier(requests, digestKey);
  }

  private constructor(requests: ClusterRequests, digestKey: string) {
    this.#requests = requests;
    this.#digestKey = digestKey;
  }

  /** @throws DriverError 404 when there is no such Secret to copy */
  async copy(
    source: { readonly namespace: string; readonly name: string },
    manifest: KubernetesObject,
    signal: AbortSignal | undefined,
  ): Promise<{ object: KubernetesObject; digest: string }> {
    const data = await this.#read(source, signal);
    if (!data) {
      throw new DriverError({
        status: 404,
        reason: 'NotFound',
        message: `secrets "${source.name}" not found in namespace ${source.namespace}`,
      });
    }
    return {
      object: await this.#apply(manifest, data, signal),
      digest: secretDigest(this.#digestKey, data),
    };
  }

  async put(
    manifest: KubernetesObject,
    values: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<KubernetesObject> {
    const data = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        Buffer.from(value, 'utf8').toString('base64'),
      ]),
    );
    return this.#apply(manifest, data, signal);
  }

  async digests(
    namespace: string,
    names: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Readonly<Record<string, string>>> {
    const found = await inTurns(names, async name => {
      const data = await this.#read({ namespace, name }, signal);
      return data ? [[name, secretDigest(this.#digestKey, data)]] : [];
    });
    return Object.fromEntries(found.flat());
  }

  async #read(
    place: { readonly namespace: string; readonly name: string },
    signal: AbortSignal | undefined,
  ): Promise<Data | undefined> {
    const path = objectPath(SECRET, place);
    const { text, refusal } = await this.#requests.get(path, signal);
    if (refusal) {
      if (refusal.code === 404 && refusal.isStatus) {
        return undefined;
      }
      throw this.#requests.error(refusal, { what: `the secret ${place.name}` });
    }
    const secret = parseJson(text);
    const data = isObject(secret) ? secret.data ?? {} : undefined;
    if (!isObject(data)) {
      throw this.#garbled(place.name);
    }
    return data as Data;
  }

  async #apply(
    manifest: KubernetesObject,
    data: Data,
    signal: AbortSignal | undefined,
  ): Promise<KubernetesObject> {
    const { name, namespace } = manifest.metadata;
    const path = objectPath(SECRET, { name, namespace });
    const { text, refusal } = await this.#requests.write(
      {
        method: 'PATCH',
        type: 'apply',
        path: `${path}?fieldManager=${VALUES_MANAGER}&force=true`,
        body: { ...manifest, data },
      },
      signal,
    );
    if (refusal) {
      throw this.#requests.error(refusal, {
        what: `the secret ${name}`,
        keys: Object.keys(data),
      });
    }
    const object = toObject(parseJson(text), SECRET);
    if (!object) {
      throw this.#garbled(name);
    }
    return object;
  }

  #garbled(name: string): DriverError {
    return new DriverError({
      message: `Cluster ${
        this.#requests.cluster
      } sent something else than the secret ${name}.`,
    });
  }
}
