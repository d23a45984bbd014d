import { ConfigReader } from '@backstage/config';
import { EnvironmentNews } from '@domaindeck/backstage-plugin-environments-common';
import { environmentNews } from '../__testUtils__/environmentNews';
import { readWording } from '../config/readWording';
import { noticeOf } from './noticeOf';

const HOUR_MS = 3_600_000;
const END = environmentNews().environment.expiresAt;

function told(
  news: EnvironmentNews,
  options: { leftMs?: number; config?: object } = {},
) {
  return noticeOf(
    news,
    new Date(END - (options.leftMs ?? 48 * HOUR_MS)),
    readWording(
      new ConfigReader({ environments: { notifications: options.config } }),
    ),
  );
}

const payloadOf = (...args: Parameters<typeof told>) =>
  told(...args)!.notification.payload;

describe('noticeOf', () => {
  it('tells who made it and who works on it, with the way to its page', () => {
    expect(
      told(
        environmentNews({
          addresses: [{ service: 'gateway', url: 'https://nf.dev.example' }],
        }),
      ),
    ).toEqual({
      scope: 'environment:e-1',
      expiresAt: END,
      notification: {
        recipients: {
          type: 'entity',
          entityRef: ['user:default/dev-one', 'user:default/tester-two'],
        },
        payload: {
          title: 'night-fares is ready',
          description:
            'The environment of payments answers at https://nf.dev.example. It ends on 4 Nov 2026, 09:00 UTC.',
          link: '/catalog/default/domain/payments/environments/night-fares',
          severity: 'normal',
          topic: 'environment-ready',
          scope: 'environment:e-1',
        },
      },
    });
  });

  it('tells a group that was named, nobody twice, and never the group in whose limit it counts', () => {
    const { recipients } = told(
      environmentNews({
        environment: {
          collaborators: ['group:default/qa', 'user:default/dev-one'],
        },
      }),
    )!.notification;
    expect(recipients).toEqual({
      type: 'entity',
      entityRef: ['user:default/dev-one', 'group:default/qa'],
    });
  });

  it('tells nobody of what a pipeline made, and nothing of what is no end of work', () => {
    const ofPipeline = { creator: 'plugin:ci', collaborators: [] };
    expect(told(environmentNews({ environment: ofPipeline }))).toBeUndefined();
    expect(told(environmentNews({ what: 'changed' }))).toBeUndefined();
    expect(told(environmentNews({ what: 'gone' }))).toBeUndefined();
  });

  it('says what was done when it is ready again', () => {
    const titles = (['update', 'wake'] as const).map(
      operation =>
        payloadOf(environmentNews({ environment: { operation } })).title,
    );
    expect(titles).toEqual([
      'night-fares has been changed and is ready',
      'night-fares is awake',
    ]);
  });

  it('says how long it has, and is urgent at the last', () => {
    const seen = [72, 24, 23.6, 8, 1, 0.99, 0.25].map(hours => {
      const { severity, title } = payloadOf(
        environmentNews({ what: 'expires' }),
        { leftMs: hours * HOUR_MS },
      );
      return `${title} (${severity})`;
    });
    expect(seen).toEqual([
      'night-fares ends in 3 days (normal)',
      'night-fares ends in 24 hours (normal)',
      'night-fares ends in 24 hours (normal)',
      'night-fares ends in 8 hours (normal)',
      'night-fares ends in 1 hour (high)',
      'night-fares ends in 1 hour (high)',
      'night-fares ends in 15 minutes (high)',
    ]);
    expect(payloadOf(environmentNews({ what: 'expires' })).description).toBe(
      'The environment of payments ends on 4 Nov 2026, 09:00 UTC. Then everything in it is deleted; on its page it can be kept longer.',
    );
  });

  it('says what failed and why in words, and repeats none of the cluster', () => {
    const failed = payloadOf(
      environmentNews({
        what: 'failed',
        environment: { operation: 'update' },
        service: 'pricing',
        reason: {
          code: 'image-missing',
          message: 'Pod pricing-7c9: ErrImagePull in namespace x',
        },
      }),
    );
    expect(failed).toMatchObject({
      title: 'night-fares could not be changed',
      description:
        'pricing: The chosen version was not found. Its page says why, word for word, and how it goes on.',
      severity: 'high',
      topic: 'environment-failed',
    });
    const unknown = payloadOf(
      environmentNews({ what: 'failed', environment: { operation: 'delete' } }),
    );
    expect(unknown).toMatchObject({
      title: 'night-fares could not be deleted',
      description:
        'It is tried again every few minutes; its page says what is in the way.',
    });
  });

  it('speaks Chinese and by the clock of the company', () => {
    const config = { language: 'zh', timeZone: 'Asia/Shanghai' };
    expect(
      payloadOf(environmentNews({ what: 'expires' }), {
        config,
        leftMs: HOUR_MS,
      }),
    ).toMatchObject({
      title: 'night-fares 将于1 小时后到期',
      description: expect.stringMatching(/2026年11月4日.*17:00/),
    });
    expect(() => payloadOf(environmentNews(), { config: { language: 'xx' } }))
      // The key that is wrong.
      .toThrow('environments.notifications.language "xx" is none of en, zh');
    expect(() =>
      payloadOf(environmentNews(), { config: { timeZone: 'Shanghai' } }),
    ).toThrow('environments.notifications.timeZone "Shanghai"');
  });
});
