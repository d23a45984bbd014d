import {
  EnvironmentNews,
  environmentPagePath,
} from '@domaindeck/backstage-plugin-environments-common';
import { Wording } from '../words';
import { textOf } from './textOf';
import { Notice } from './types';

/** Below this much life, in milliseconds, somebody has to decide now. */
const URGENT_MS = 2 * 60 * 60_000;

/**
 * By what a notification is known among those of one environment's people: the next one takes its place.
 *
 * @param environment - its id, since a name is free again when the environment is gone
 */
export function scopeOf(environment: { readonly id: string }): string {
  return `environment:${environment.id}`;
}

/**
 * What is told of a piece of news, and to whom: to the person who made the environment and to those who work on it, never
 * to everybody of its domain. Undefined where it is nobody's business or there is nobody to tell, as with an environment
 * of a pipeline.
 */
export function noticeOf(
  news: EnvironmentNews,
  now: Date,
  wording: Wording,
): Notice | undefined {
  const { environment, what } = news;
  const recipients = [
    ...new Set(
      [environment.creator, ...environment.collaborators].filter(ref =>
        /^(?:user|group):/.test(ref),
      ),
    ),
  ];
  const text = textOf(news, now, wording);
  if (!text || recipients.length === 0) {
    return undefined;
  }
  const isUrgent =
    what === 'failed' ||
    (what === 'expires' && environment.expiresAt - now.getTime() <= URGENT_MS);
  return {
    scope: scopeOf(environment),
    expiresAt: environment.expiresAt,
    notification: {
      recipients: { type: 'entity', entityRef: recipients },
      payload: {
        ...text,
        link: environmentPagePath(environment),
        severity: isUrgent ? 'high' : 'normal',
        // By it a person switches off what they do not want to hear of.
        topic: `environment-${what}`,
        scope: scopeOf(environment),
      },
    },
  };
}
