import { KubernetesCredential } from '@backstage/plugin-kubernetes-node';
import { Clock } from '../clock/Clock';
import { ClusterDefinition, CredentialSource } from '../types';

/**
 * A credential is asked for anew after a minute: short enough for a rotated token file, long enough that a cloud's
 * token service is not asked for each request.
 */
const MAX_AGE_MS = 60_000;

/** One cluster's credential; one question at a time, however many requests wait for it. */
export class CachedCredential {
  readonly #cluster: ClusterDefinition;
  readonly #source: CredentialSource;
  readonly #clock: Clock;
  #asking: Promise<KubernetesCredential> | undefined;
  #askedAt = 0;

  static create(
    cluster: ClusterDefinition,
    source: CredentialSource,
    clock: Clock,
  ): CachedCredential {
    return new CachedCredential(cluster, source, clock);
  }

  private constructor(
    cluster: ClusterDefinition,
    source: CredentialSource,
    clock: Clock,
  ) {
    this.#cluster = cluster;
    this.#source = source;
    this.#clock = clock;
  }

  get(): Promise<KubernetesCredential> {
    const now = this.#clock.now().getTime();
    if (this.#asking && now - this.#askedAt < MAX_AGE_MS) {
      return this.#asking;
    }
    const asking = this.#source.getCredential(this.#cluster);
    this.#asking = asking;
    this.#askedAt = now;
    asking.catch(() => {
      if (this.#asking === asking) {
        this.#asking = undefined;
      }
    });
    return asking;
  }

  /**
   * Takes note that the cluster refused a credential.
   *
   * @returns a different one, or undefined when there is no other
   */
  async replace(
    refused: KubernetesCredential,
  ): Promise<KubernetesCredential | undefined> {
    const isOther = (credential: KubernetesCredential) =>
      JSON.stringify(credential) !== JSON.stringify(refused);
    const held = await this.get();
    if (isOther(held)) {
      return held;
    }
    this.#asking = undefined;
    const fresh = await this.get();
    return isOther(fresh) ? fresh : undefined;
  }
}
