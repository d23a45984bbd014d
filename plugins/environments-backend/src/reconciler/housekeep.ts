import { EnvironmentNews } from '@domaindeck/backstage-plugin-environments-common';
import { dueNotice } from '../policy';
import { EnvironmentChange, StoredEnvironment } from '../store/types';
import { nextLook } from './finishOperation';
import { freshSteps, resumedSteps } from './steps/stepRows';

/**
 * What is due of an environment that nobody works on: its end, or a notice of it. A deletion that stopped is tried again.
 */
export function housekeep(
  environment: StoredEnvironment,
  now: number,
  noticesMs: readonly number[],
): {
  change: EnvironmentChange;
  /** Whether there is work to do now. */
  isWork: boolean;
  news?: Omit<EnvironmentNews, 'environment'>;
} {
  const { expiresAt, operation, pinned, state } = environment;
  if (state === 'gone') {
    return { change: { fields: { unset: ['dueAt'] } }, isWork: false };
  }
  if (state === 'failed' && operation === 'delete') {
    return {
      change: {
        fields: { state: 'deleting', dueAt: now, unset: ['problem'] },
        steps: resumedSteps(freshSteps('delete')),
      },
      isWork: true,
    };
  }
  if (!pinned && now >= expiresAt) {
    return {
      change: {
        fields: {
          state: 'deleting',
          operation: 'delete',
          dueAt: now,
          unset: ['problem'],
        },
        steps: freshSteps('delete'),
        history: [
          {
            kind: 'deleted',
            message: 'Its time is over',
            parts: { expired: 'true' },
          },
        ],
      },
      isWork: true,
    };
  }
  return notify(environment, now, noticesMs);
}

function notify(
  environment: StoredEnvironment,
  now: number,
  noticesMs: readonly number[],
) {
  const { expiresAt, pinned } = environment;
  const sent =
    environment.notices.expiresAt === expiresAt ? environment.notices.sent : [];
  const before = pinned
    ? undefined
    : dueNotice(expiresAt, now, noticesMs, sent);
  const notices =
    before === undefined
      ? environment.notices
      : { expiresAt, sent: [...sent, before] };
  const dueAt = nextLook({ ...environment, notices }, noticesMs);
  return {
    change: {
      fields: {
        notices,
        ...(dueAt === undefined
          ? { unset: ['dueAt'] as const }
          : // A look that is due already and had nothing to tell comes again at the end.
            { dueAt: dueAt > now ? dueAt : expiresAt }),
      },
      ...(before === undefined
        ? {}
        : {
            history: [
              {
                kind: 'notice' as const,
                message: 'Told that its end is near',
                parts: { before },
              },
            ],
          }),
    },
    isWork: false,
    ...(before === undefined
      ? {}
      : { news: { what: 'expires' as const, before } }),
  };
}
