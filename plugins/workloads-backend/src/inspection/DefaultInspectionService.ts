import {
  Cluster,
  ClusterCheck,
  ClusterRoom,
  UnclaimedNamespace,
} from '@domaindeck/backstage-plugin-workloads-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { ClusterReader } from '../cache/types';
import { BindingResolver, clusterNotFound } from '../entities';
import { CallerRequest } from '../workloads';
import { clusterRoom } from './clusterRoom';
import { unclaimedNamespaces } from './unclaimedNamespaces';
import { ClusterChecker, InspectionService } from './types';

/** Reads from the cache, but for the check, which asks the cluster. */
export class DefaultInspectionService implements InspectionService {
  readonly #bindings: BindingResolver;
  readonly #reader: ClusterReader;
  readonly #checker: ClusterChecker;

  static create(options: {
    bindings: BindingResolver;
    reader: ClusterReader;
    checker: ClusterChecker;
  }): DefaultInspectionService {
    return new DefaultInspectionService(options);
  }

  private constructor(options: {
    bindings: BindingResolver;
    reader: ClusterReader;
    checker: ClusterChecker;
  }) {
    this.#bindings = options.bindings;
    this.#reader = options.reader;
    this.#checker = options.checker;
  }

  async getClusters(): Promise<{ items: Cluster[] }> {
    return {
      items: this.#bindings
        .clusters()
        .flatMap(definition => this.#describe(definition) ?? []),
    };
  }

  async getCheck(
    request: CallerRequest & {
      readonly cluster: string;
      readonly signal: AbortSignal;
    },
  ): Promise<ClusterCheck> {
    const cluster = this.#find(request.cluster);
    const check = await this.#checker.check(cluster.name, request.signal);
    return { ...check, cluster };
  }

  async getRoom(
    request: CallerRequest & { readonly cluster: string },
  ): Promise<ClusterRoom> {
    const { name, state, asOf } = this.#find(request.cluster);
    return {
      cluster: name,
      state,
      ...(asOf === undefined ? {} : { asOf }),
      ...clusterRoom(
        this.#reader.rows(name, 'nodes'),
        this.#reader.rows(name, 'pods'),
      ),
    };
  }

  async getUnclaimed(): Promise<{ items: UnclaimedNamespace[] }> {
    return {
      items: this.#bindings
        .clusters()
        .flatMap(({ name }) =>
          unclaimedNamespaces(name, this.#reader, this.#bindings),
        ),
    };
  }

  #find(name: string): Cluster {
    const definition = this.#bindings.clusters().find(one => one.name === name);
    const cluster = definition && this.#describe(definition);
    if (!cluster) {
      throw clusterNotFound(name);
    }
    return cluster;
  }

  #describe(definition: ClusterDefinition): Cluster | undefined {
    const facts = this.#reader.facts(definition.name);
    if (!facts) {
      return undefined;
    }
    const nodes = this.#reader.rows(definition.name, 'nodes');
    const { status, kubernetesVersion, latencyMs, capabilities } = facts;
    return {
      ...status,
      tags: [...definition.tags],
      ...(definition.restricted ? { restricted: true } : {}),
      ...(definition.selfService ? { selfService: true } : {}),
      ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
      ...(latencyMs === undefined ? {} : { latencyMs }),
      ...(nodes.length === 0
        ? {}
        : {
            nodes: {
              ready: nodes.filter(({ ready }) => ready).length,
              total: nodes.length,
              cordoned: nodes.filter(({ cordoned }) => cordoned).length,
            },
          }),
      capabilities: [...capabilities],
    };
  }
}
