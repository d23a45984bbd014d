import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  ClusterConnection,
  MetricSourceRight,
} from '@domaindeck/backstage-plugin-workloads-node';
import { z } from 'zod';
import {
  PrometheusConfig,
  PrometheusPlace,
} from '../config/readPrometheusConfig';
import { headersOf } from './headersOf';
import { PrometheusTransport, TransportAnswer } from './PrometheusTransport';

type ServicePlace = PrometheusPlace & { readonly by: 'service' };

/** Characters of an address; API servers and Prometheus take a megabyte of headers. */
const LONGEST = 512 * 1024;
/** Milliseconds; the question ends before. */
const HEADERS_TIMEOUT = 15_000;
const statusSchema = z.object({
  kind: z.literal('Status'),
  message: z.string().optional(),
});

/**
 * A Prometheus inside the cluster, through the service proxy of its API server. By GET, for which the portal needs the
 * right to read alone.
 */
export class ServiceTransport implements PrometheusTransport {
  readonly name: string;
  readonly key: string;
  readonly rights: readonly MetricSourceRight[];
  readonly #place: ServicePlace;
  readonly #connection: ClusterConnection;
  readonly #headers: Readonly<Record<string, string>>;

  static create(
    config: PrometheusConfig,
    place: ServicePlace,
    connection: ClusterConnection,
  ): ServiceTransport {
    return new ServiceTransport(config, place, connection);
  }

  private constructor(
    config: PrometheusConfig,
    place: ServicePlace,
    connection: ClusterConnection,
  ) {
    this.name = `Prometheus in ${place.namespace}/${place.service}`;
    this.key = `${config.key}.service`;
    this.rights = [
      {
        namespace: place.namespace,
        group: '',
        resource: 'services/proxy',
        verbs: ['get'],
        names: [place.service],
      },
    ];
    this.#place = place;
    this.#connection = connection;
    this.#headers = headersOf(config);
  }

  async send(
    call: string,
    parameters: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<TransportAnswer> {
    const { namespace, service, prefix } = this.#place;
    const query = new URLSearchParams(parameters);
    const path = `/api/v1/namespaces/${namespace}/services/${service}/proxy${prefix}/api/v1/${call}?${query}`;
    if (path.length > LONGEST) {
      throw new InputError(
        `The names of so many pods do not get through the API server to ${this.name}; choose a service or an environment`,
      );
    }
    try {
      return await this.#connection.get(path, {
        signal,
        headers: this.#headers,
        headersTimeout: HEADERS_TIMEOUT,
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        `${this.name} cannot be reached: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }

  /** The API server answers with a Status where it does not pass the request on. */
  explain(status: number, body: string): Error | undefined {
    const said = readStatus(body);
    if (!said) {
      return undefined;
    }
    const { namespace, service } = this.#place;
    if (status === 401 || status === 403) {
      return new ServiceUnavailableError(
        `${this.name} cannot be read: the portal lacks the right to get services/proxy of ${service} in ${namespace}; manifests/metrics-service.yaml gives it`,
      );
    }
    if (status === 404) {
      return new ServiceUnavailableError(
        `${this.name} is not there: the cluster has no such Service; check ${this.key}`,
      );
    }
    return new ServiceUnavailableError(
      `${this.name} cannot be reached through the API server (${status})${
        said.message ? `: ${said.message}` : ''
      }`,
    );
  }
}

function readStatus(body: string): z.infer<typeof statusSchema> | undefined {
  try {
    return statusSchema.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
