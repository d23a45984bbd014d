import {
  BackstageUserPrincipal,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import notificationsBackend from '@backstage/plugin-notifications-backend';
import { Notification } from '@backstage/plugin-notifications-common';
import {
  ENVIRONMENTS_TOPIC,
  EnvironmentNews,
} from '@domaindeck/backstage-plugin-environments-common';
import { environmentNews } from '../__testUtils__/environmentNews';
import environmentsModuleNotifications from '..';

jest.setTimeout(60_000);

const QA: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'qa', namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: [{ type: 'hasMember', targetRef: 'user:default/qa-five' }],
};

describe('the module with the notifications backend', () => {
  const events = mockServices.events();
  let portal: TestBackend;

  beforeAll(async () => {
    portal = await startTestBackend({
      features: [
        notificationsBackend,
        environmentsModuleNotifications,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        catalogServiceMock.factory({ entities: [QA] }),
        mockServices.rootConfig.factory({
          data: { app: { baseUrl: 'https://portal.example' } },
        }),
        mockServices.userInfo.mock({
          getUserInfo: async ({ principal }) => {
            const { userEntityRef } = principal as BackstageUserPrincipal;
            return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
          },
        }).factory,
      ],
    });
  });

  afterAll(() => portal.stop());

  const publish = (news: EnvironmentNews) =>
    events.publish({ topic: ENVIRONMENTS_TOPIC, eventPayload: news });

  async function seenBy(person: string): Promise<Notification[]> {
    const answer = await fetch(
      `http://localhost:${portal.server.port()}/api/notifications/notifications`,
      {
        headers: {
          authorization: mockCredentials.user.header(`user:default/${person}`),
        },
      },
    );
    return (await answer.json()).notifications;
  }

  /** What a person sees once the title is there. */
  async function eventually(person: string, title: string) {
    const end = Date.now() + 20_000;
    for (;;) {
      const seen = await seenBy(person);
      if (seen.some(one => one.payload.title === title) || Date.now() > end) {
        return seen.map(({ origin, payload, read }) => ({
          title: payload.title,
          severity: payload.severity,
          link: payload.link,
          origin,
          isRead: Boolean(read),
        }));
      }
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }

  const environment = { collaborators: ['group:default/qa'] };
  const READY = {
    title: 'night-fares is ready',
    severity: 'normal',
    link: '/catalog/default/domain/payments/environments/night-fares',
    origin: 'plugin:environments',
    isRead: false,
  };

  it('reaches who made it and who works on it, and nobody else', async () => {
    await publish(environmentNews({ environment }));
    expect(await eventually('dev-one', READY.title)).toEqual([READY]);
    expect(await eventually('qa-five', READY.title)).toEqual([READY]);
    // Of the department that the environment is counted for, and of the same domain.
    expect(await seenBy('dev-two')).toEqual([]);
    expect(await seenBy('owner-three')).toEqual([]);
  });

  it('leaves one notice of an environment, the latest, however often it is told', async () => {
    const failed = environmentNews({ what: 'failed', environment });
    await publish(failed);
    await publish(failed);
    const stopped = {
      ...READY,
      title: 'night-fares could not be made',
      severity: 'high',
    };
    expect(await eventually('dev-one', stopped.title)).toEqual([stopped]);
    await publish(
      environmentNews({ environment: { ...environment, id: 'e-2' } }),
    );
    expect(await eventually('dev-one', READY.title)).toHaveLength(2);
  });
});
