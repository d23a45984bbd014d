import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  EnvironmentsClient,
  EnvironmentState,
} from '@domaindeck/backstage-plugin-environments-common';
import { WorkloadsClient } from '@domaindeck/backstage-plugin-workloads-common';
import { pluginApis } from '@domaindeck/backstage-plugin-workloads-node';
import { Components, EnvironmentSource, ListedEnvironment } from './types';

/** The most that the contract gives at once. */
const PAGE = 500;
/** Milliseconds for one answer. */
const LIMIT_MS = 30_000;

const ALIVE: readonly EnvironmentState[] = [
  'requested',
  'planning',
  'needs-secrets',
  'provisioning',
  'ready',
  'updating',
  'asleep',
  'failed',
  'deleting',
];

/** What {@link BackendEnvironmentSource} asks with. */
export interface BackendEnvironmentSourceOptions {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  readonly fetch: typeof fetch;
}

/** Asks the `environments` and `workloads` backends in the catalog's own name, which may see everything. */
export class BackendEnvironmentSource implements EnvironmentSource {
  readonly #options: BackendEnvironmentSourceOptions;

  static create(
    options: BackendEnvironmentSourceOptions,
  ): BackendEnvironmentSource {
    return new BackendEnvironmentSource(options);
  }

  private constructor(options: BackendEnvironmentSourceOptions) {
    this.#options = options;
  }

  /** {@inheritDoc EnvironmentSource.list} */
  async list(): Promise<readonly ListedEnvironment[]> {
    const client = new EnvironmentsClient(this.#apis('environments'));
    // By id: one whose end moves while the pages are read may be on two of them.
    const found = new Map<string, ListedEnvironment>();
    let cursor: string | undefined;
    do {
      const page = await client.getEnvironments(
        { state: ALIVE, limit: PAGE, cursor },
        { signal: AbortSignal.timeout(LIMIT_MS) },
      );
      page.items.forEach(item => found.set(item.id, item));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return [...found.values()];
  }

  /** {@inheritDoc EnvironmentSource.components} */
  async components(domainRef: string): Promise<Components> {
    const client = new WorkloadsClient(this.#apis('workloads'));
    const { items } = await client.getWorkloads(
      domainRef,
      {},
      { signal: AbortSignal.timeout(LIMIT_MS) },
    );
    return Object.fromEntries(
      items.flatMap(({ name, componentRef }) =>
        componentRef ? [[name, componentRef]] : [],
      ),
    );
  }

  #apis(plugin: string) {
    return pluginApis({ ...this.#options, plugin });
  }
}
