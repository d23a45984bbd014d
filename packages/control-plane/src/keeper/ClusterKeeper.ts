import { KubernetesClient } from '../cluster/KubernetesClient';
import { chooseBehaviours, playedAnnotation } from './behaviours';
import { planVolumes } from './planVolumes';

/** Milliseconds between two looks; shorter than a pod's way to Running, so that its part is chosen before. */
const interval = 500;

/**
 * Does in a cluster what neither the controller manager nor kwok does: gives claims their volumes and pods of a world
 * their troubles. An API server that does not answer for a moment is asked again at the next look.
 */
export class ClusterKeeper {
  readonly #client: KubernetesClient;
  readonly #onError: (error: Error) => void;
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void> = Promise.resolve();
  #stopped = false;

  private constructor(
    client: KubernetesClient,
    onError: (error: Error) => void,
  ) {
    this.#client = client;
    this.#onError = onError;
  }

  static start(options: {
    client: KubernetesClient;
    onError: (error: Error) => void;
  }): ClusterKeeper {
    const keeper = new ClusterKeeper(options.client, options.onError);
    keeper.#schedule();
    return keeper;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#look;
  }

  #schedule(): void {
    if (this.#stopped) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#look = this.#keep()
        .catch(this.#onError)
        .then(() => this.#schedule());
    }, interval);
    this.#timer.unref();
  }

  async #keep(): Promise<void> {
    for (const volume of planVolumes(
      await this.#client.list('/api/v1/persistentvolumeclaims'),
    )) {
      await this.#client.create(volume);
    }
    for (const choice of chooseBehaviours(
      await this.#client.list('/api/v1/pods'),
    )) {
      await this.#client.json(
        'PATCH',
        `/api/v1/namespaces/${choice.namespace}/pods/${choice.name}`,
        {
          body: {
            metadata: { annotations: { [playedAnnotation]: choice.played } },
          },
          accepted: [404],
        },
      );
    }
  }
}
