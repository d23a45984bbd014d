import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  ENVIRONMENTS_TOPIC,
  EnvironmentNews,
} from '@domaindeck/backstage-plugin-environments-common';
import { systemClock } from '@domaindeck/backstage-plugin-workloads-node';
import { readWording } from './config/readWording';
import { noticeOf, scopeOf } from './notices';
import { NoticeSender } from './sending/NoticeSender';

/**
 * Tells who made an environment and who works on it when it is ready, when it has stopped, and before it ends. Hears what
 * the `environments` backend publishes and gives it to the `notifications` backend; neither waits for the other.
 * @public
 */
export const environmentsModuleNotifications = createBackendModule({
  pluginId: 'environments',
  moduleId: 'notifications',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
      },
      async init({ config, events, lifecycle, ...deps }) {
        const wording = readWording(config);
        const sender = NoticeSender.create({ ...deps, clock: systemClock });
        await events.subscribe({
          // With an events bus this name is one subscriber, however many processes there are: each hears a part.
          id: 'environments-notifications',
          topics: [ENVIRONMENTS_TOPIC],
          onEvent: async ({ eventPayload }) => {
            const news = eventPayload as EnvironmentNews;
            const { expiresAt } = news.environment;
            // What waits to be sent tells an end that is no longer the one, or of what is gone.
            sender.withdraw(
              scopeOf(news.environment),
              one => news.what === 'gone' || one.expiresAt !== expiresAt,
            );
            const notice = noticeOf(news, systemClock.now(), wording);
            if (notice) {
              sender.send(notice);
            }
          },
        });
        lifecycle.addShutdownHook(() => sender.stop());
      },
    });
  },
});
