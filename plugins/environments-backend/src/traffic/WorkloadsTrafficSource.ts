import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { MetricsClient } from '@domaindeck/backstage-plugin-workloads-common';
import { pluginApis } from '@domaindeck/backstage-plugin-workloads-node';
import { trafficOf } from './trafficOf';
import { Traffic, TrafficQuestion, TrafficSource } from './types';

/** Asks the `workloads` backend, which knows the source of metrics of each cluster, as the plugin itself. */
export class WorkloadsTrafficSource implements TrafficSource {
  readonly #client: MetricsClient;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch: typeof fetch;
  }): WorkloadsTrafficSource {
    return new WorkloadsTrafficSource(
      new MetricsClient(pluginApis({ ...options, plugin: 'workloads' })),
    );
  }

  private constructor(client: MetricsClient) {
    this.#client = client;
  }

  /** {@inheritDoc TrafficSource.requests} */
  async requests(question: TrafficQuestion): Promise<Traffic> {
    const { domain, place, service, from, to, signal } = question;
    try {
      const answer = await this.#client.queryMetrics(
        domain,
        {
          panel: 'requests',
          environments: [place],
          ...(service === undefined ? {} : { workload: service }),
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
        },
        { signal },
      );
      return trafficOf(answer);
    } catch (error) {
      signal?.throwIfAborted();
      const { message } = toError(error);
      return { told: false, code: 'source-failing', reason: message };
    }
  }
}
