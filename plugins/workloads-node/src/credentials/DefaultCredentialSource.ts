import { readFile } from 'node:fs/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { isError } from '@backstage/errors';
import {
  AuthenticationStrategy,
  KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import { AUTH_PROVIDER, TOKEN_FILE } from '../config/authMetadata';
import { ClusterError } from '../connection/ClusterError';
import { ClusterDefinition, CredentialSource } from '../types';
import { builtInProviders } from './builtInProviders';
import { CredentialStrategies } from './CredentialStrategies';
import { IN_CLUSTER_TOKEN_FILE, isInCluster } from './inCluster';
import { loadUpstreamStrategy } from './loadUpstreamStrategy';

/** Makes the strategy of a provider whose credential comes from a cloud. */
type LoadStrategy = (provider: string) => Promise<AuthenticationStrategy>;

/**
 * Gives the portal's own credential by the cluster's auth provider: service accounts by itself, clouds by upstream's
 * strategies, anything else by what modules added.
 * @public
 */
export class DefaultCredentialSource implements CredentialSource {
  readonly #loadStrategy: LoadStrategy;
  readonly #added: CredentialStrategies | undefined;
  readonly #loaded = new Map<string, Promise<AuthenticationStrategy>>();

  static create(options: {
    config: Config;
    logger: LoggerService;
    strategies?: CredentialStrategies;
    /** Stands in for upstream's strategies. */
    loadStrategy?: LoadStrategy;
  }): DefaultCredentialSource {
    const { config, logger, strategies } = options;
    return new DefaultCredentialSource(
      options.loadStrategy ??
        (provider => loadUpstreamStrategy(provider, config, logger)),
      strategies,
    );
  }

  private constructor(
    loadStrategy: LoadStrategy,
    added: CredentialStrategies | undefined,
  ) {
    this.#loadStrategy = loadStrategy;
    this.#added = added;
  }

  /** @throws ClusterError when there is none; its reason says which config key to set. */
  async getCredential(
    cluster: ClusterDefinition,
  ): Promise<KubernetesCredential> {
    const provider = cluster.authMetadata[AUTH_PROVIDER];
    const added = this.#added?.get(provider);
    if (added) {
      return this.#ask(cluster, added);
    }
    const key = `workloads.clusters.${cluster.name}.auth`;
    switch (builtInProviders.get(provider)) {
      case 'token':
        return this.#readToken(cluster);
      case 'upstream':
        return this.#ask(cluster, await this.#load(cluster, provider));
      case 'anonymous':
        return { type: 'anonymous' };
      case 'person':
        throw new ClusterError(
          cluster.name,
          'credential',
          `needs ${key}: "${provider}" signs in each person, so the portal itself has no credential`,
          undefined,
          { code: 'credential.person', params: { key, provider } },
        );
      default:
        throw new ClusterError(
          cluster.name,
          'credential',
          `needs ${key}: nothing here signs in by "${provider}"; known are ${[
            ...builtInProviders.keys(),
          ].join(', ')}, and a module may add more`,
          undefined,
          { code: 'credential.provider', params: { key, provider } },
        );
    }
  }

  async #readToken(cluster: ClusterDefinition): Promise<KubernetesCredential> {
    const { serviceAccountToken: token, [TOKEN_FILE]: file } =
      cluster.authMetadata;
    if (!file && token) {
      return { type: 'bearer token', token };
    }
    if (!file && !isInCluster(cluster, process.env)) {
      throw new ClusterError(
        cluster.name,
        'credential',
        'needs serviceAccountToken in its kubernetes entry: the portal does not run inside a cluster, so it has no account of its own',
        undefined,
        { code: 'credential.none' },
      );
    }
    const path = file ?? IN_CLUSTER_TOKEN_FILE;
    try {
      // Read each time: Kubernetes replaces the file before the token in it expires.
      const text = (await readFile(path, 'utf8')).trim();
      return { type: 'bearer token', token: text };
    } catch (error) {
      throw new ClusterError(
        cluster.name,
        'credential',
        `its token file ${path} cannot be read; check workloads.clusters.${cluster.name}.auth.serviceAccountTokenFile`,
        error,
        {
          code: 'credential.file',
          params: {
            path,
            key: `workloads.clusters.${cluster.name}.auth.serviceAccountTokenFile`,
          },
        },
      );
    }
  }

  #load(
    cluster: ClusterDefinition,
    provider: string,
  ): Promise<AuthenticationStrategy> {
    const loaded = this.#loaded.get(provider);
    if (loaded) {
      return loaded;
    }
    const loading = this.#loadStrategy(provider).catch(error => {
      this.#loaded.delete(provider);
      throw this.#explain(cluster, error);
    });
    this.#loaded.set(provider, loading);
    return loading;
  }

  async #ask(
    cluster: ClusterDefinition,
    strategy: AuthenticationStrategy,
  ): Promise<KubernetesCredential> {
    try {
      return await strategy.getCredential(
        { ...cluster, authMetadata: { ...cluster.authMetadata } },
        {},
      );
    } catch (error) {
      throw this.#explain(cluster, error);
    }
  }

  #explain(cluster: ClusterDefinition, error: unknown): ClusterError {
    const provider = cluster.authMetadata[AUTH_PROVIDER];
    const text = isError(error) ? error.message : String(error);
    return new ClusterError(
      cluster.name,
      'credential',
      `"${provider}" gave no credential: ${text}; check what the portal's process may use of that cloud, or set workloads.clusters.${cluster.name}.auth`,
      error,
      {
        code: 'credential.failed',
        params: {
          provider,
          text,
          key: `workloads.clusters.${cluster.name}.auth`,
        },
      },
    );
  }
}
