import { ServiceUnavailableError } from '@backstage/errors';
import {
  LiveObject,
  ObjectLocation,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  ClusterConnection,
  Clock,
} from '@domaindeck/backstage-plugin-workloads-node';
import { EntityResolver, placeNotFound } from '../entities';
import { CallerRequest } from '../workloads';
import { isRecord } from './isRecord';
import { objectPath } from './objectPath';
import { readJson } from './readJson';
import { sanitizeObject } from './sanitizeObject';
import { ObjectsService } from './types';

/** Finds the way to a cluster; undefined for one that is not configured. */
export type ConnectionOf = (cluster: string) => ClusterConnection | undefined;

/** Reads with the portal's credential, and only in namespaces that a domain claims. */
export class DefaultObjectsService implements ObjectsService {
  readonly #resolver: EntityResolver;
  readonly #connectionOf: ConnectionOf;
  readonly #clock: Clock;

  static create(options: {
    resolver: EntityResolver;
    connectionOf: ConnectionOf;
    clock: Clock;
  }): DefaultObjectsService {
    return new DefaultObjectsService(options);
  }

  private constructor(options: {
    resolver: EntityResolver;
    connectionOf: ConnectionOf;
    clock: Clock;
  }) {
    this.#resolver = options.resolver;
    this.#connectionOf = options.connectionOf;
    this.#clock = options.clock;
  }

  async getObject(
    request: CallerRequest & {
      readonly location: ObjectLocation;
      readonly signal: AbortSignal;
    },
  ): Promise<LiveObject> {
    const { location, access, signal } = request;
    const { cluster, namespace, resource, name } = location;
    const path = objectPath(location);
    const what = `${resource} "${name}"`;
    await this.#resolver.place(cluster, namespace, access, what);
    const connection = this.#connectionOf(cluster);
    if (!connection) {
      throw placeNotFound(cluster, namespace, what);
    }
    const object = await read(connection, path, location, signal);
    // A resource without a namespace answers on no such path; this holds even for an API server that thinks otherwise.
    if (
      !isRecord(object?.metadata) ||
      object?.metadata.namespace !== namespace
    ) {
      throw placeNotFound(cluster, namespace, what);
    }
    const [status] = this.#resolver.statuses([cluster]);
    return {
      object: sanitizeObject(object, resource === 'secrets'),
      readAt: this.#clock.now().toISOString(),
      ...(status ? { cluster: status } : {}),
    };
  }
}

/** @returns undefined when there is no such object */
async function read(
  connection: ClusterConnection,
  path: string,
  { cluster, resource, namespace }: ObjectLocation,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const response = await unavailable(cluster, connection.get(path, { signal }));
  if (response.status === 200) {
    return unavailable(cluster, readJson(response, connection.cluster));
  }
  response.body.destroy();
  if (response.status === 404) {
    return undefined;
  }
  throw new ServiceUnavailableError(
    response.status === 401 || response.status === 403
      ? `The portal's own credential may not read ${resource} in namespace "${namespace}" of cluster "${cluster}"; the Clusters page shows what it lacks`
      : `Cluster "${cluster}" answered ${response.status}`,
  );
}

/** A cluster that does not answer is not an error of the portal: 503 with the cause in words. */
async function unavailable<T>(cluster: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new ServiceUnavailableError(
      `Cluster "${cluster}" could not be asked`,
      error,
    );
  }
}
