import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';

/** One bus for all plugins of a test's backend, as in a real process; the mock has one for each. */
export const sharedEvents = createServiceFactory({
  service: eventsServiceRef,
  deps: {},
  createRootContext: () => mockServices.events(),
  factory: (_, events) => events,
});
