import { NotificationSendOptions } from '@backstage/plugin-notifications-node';

/** What somebody is told of an environment. */
export interface Notice {
  /** The environment that it is about; of two notices about one the later counts. */
  readonly scope: string;
  /** The end of the environment that the text tells, in milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly notification: NotificationSendOptions;
}
