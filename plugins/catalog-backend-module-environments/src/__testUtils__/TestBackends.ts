import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { EventsService, eventsServiceRef } from '@backstage/plugin-events-node';
import { ENVIRONMENTS_TOPIC } from '@domaindeck/backstage-plugin-environments-common';
import express, { Request, Response } from 'express';
import { Components, ListedEnvironment } from '../environments/types';

/** The routes of the `environments` and `workloads` backends that the module asks, over what the test says there is. */
export class TestBackends {
  environments: readonly ListedEnvironment[] = [];
  components: Components = {};
  isDown = false;
  /** Who asked, with what. */
  readonly asked: string[] = [];
  readonly #events = mockServices.events();

  static create(): TestBackends {
    return new TestBackends();
  }

  private constructor() {}

  /** Tells what the backend tells when something happened. */
  async publish(): Promise<void> {
    await this.#events.publish({ topic: ENVIRONMENTS_TOPIC, eventPayload: {} });
  }

  features(): BackendFeature[] {
    const events: EventsService = this.#events;
    return [
      // One bus for all plugins, as in a real process; the mock has one for each.
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => events,
      }),
      this.#plugin('environments', '/environments', request => {
        const { limit, cursor = '0' } = request.query;
        // Smaller pages than asked for, as the contract allows.
        const end = Number(cursor) + Math.min(2, Number(limit));
        return {
          items: this.environments.slice(Number(cursor), end),
          total: this.environments.length,
          ...(end < this.environments.length ? { nextCursor: `${end}` } : {}),
        };
      }),
      this.#plugin(
        'workloads',
        '/entities/:kind/:namespace/:name/workloads',
        () => ({
          revision: '1',
          clusters: [],
          items: Object.entries(this.components).map(
            ([name, componentRef]) => ({
              name,
              componentRef,
            }),
          ),
        }),
      ),
    ];
  }

  #plugin(
    pluginId: string,
    path: string,
    answer: (request: Request) => object,
  ): BackendFeature {
    return createBackendPlugin({
      pluginId,
      register: reg =>
        reg.registerInit({
          deps: {
            httpAuth: coreServices.httpAuth,
            httpRouter: coreServices.httpRouter,
          },
          init: async ({ httpAuth, httpRouter }) => {
            const router = express.Router();
            router.get(path, async (request: Request, response: Response) => {
              const { principal } = await httpAuth.credentials(request, {
                allow: ['service'],
              });
              this.asked.push(`${principal.subject} ${request.url}`);
              if (this.isDown) {
                response.status(503).json({ error: { message: 'down' } });
              } else {
                response.json(answer(request));
              }
            });
            httpRouter.use(router);
          },
        }),
    });
  }
}
