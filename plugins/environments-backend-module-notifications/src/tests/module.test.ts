import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import {
  ENVIRONMENTS_TOPIC,
  EnvironmentNews,
} from '@domaindeck/backstage-plugin-environments-common';
import { environmentNews } from '../__testUtils__/environmentNews';
import environmentsModuleNotifications from '..';

const DAY_MS = 86_400_000;

describe('the module with a mock of the notifications', () => {
  const events = mockServices.events();
  const send = jest.fn<Promise<void>, [NotificationSendOptions]>();
  let backend: TestBackend;

  const publish = (news: EnvironmentNews) =>
    events.publish({ topic: ENVIRONMENTS_TOPIC, eventPayload: news });

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        environmentsModuleNotifications,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        createServiceFactory({
          service: notificationService,
          deps: { plugin: coreServices.pluginMetadata },
          factory: () => ({ send }),
        }),
      ],
    });
  });

  afterEach(() => send.mockReset());
  afterAll(() => backend.stop());

  it('tells once of what is ready, has stopped or ends, and of nothing else', async () => {
    send.mockResolvedValue();
    const expiresAt = Date.now() + DAY_MS;
    for (const what of [
      'changed',
      'ready',
      'changed',
      'expires',
      'failed',
      'gone',
    ] as const) {
      await publish(environmentNews({ what, environment: { expiresAt } }));
    }
    expect(
      send.mock.calls.map(([{ payload }]) => [payload.title, payload.scope]),
    ).toEqual([
      ['night-fares is ready', 'environment:e-1'],
      ['night-fares ends in 24 hours', 'environment:e-1'],
      ['night-fares could not be made', 'environment:e-1'],
    ]);
  });

  it('never lets whoever publishes wait or fail', async () => {
    send.mockReturnValueOnce(new Promise(() => {}));
    await publish(environmentNews({ environment: { id: 'e-2' } }));
    send.mockRejectedValueOnce(new Error('down'));
    await publish(environmentNews({ environment: { id: 'e-3' } }));
    send.mockImplementationOnce(() => {
      throw new Error('broken');
    });
    await publish(environmentNews({ environment: { id: 'e-4' } }));
    expect(send).toHaveBeenCalledTimes(3);
    // What hangs would hold up the end of this test.
    await publish(
      environmentNews({ what: 'gone', environment: { id: 'e-2' } }),
    );
  });
});
