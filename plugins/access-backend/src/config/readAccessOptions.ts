import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

/** For how long the record is kept unless told: one year and a month, so that a yearly audit finds all of it. */
const RETENTION: HumanDuration = { days: 396 };

/** What this backend takes from the config, beside roles and grants. */
export interface AccessOptions {
  /** Milliseconds for which an entry of the record is kept. */
  readonly retention: number;
  /** Whether Backstage asks the permission policy at all; without it nobody is held to any right. */
  readonly permissionsEnabled: boolean;
  /** Whether grants may be changed: with permissions on, or with the flag that says one knows what that means. */
  readonly changesAllowed: boolean;
}

/** @throws InputError naming the key that is wrong. */
export function readAccessOptions(config: Config): AccessOptions {
  const permissionsEnabled =
    config.getOptionalBoolean('permission.enabled') ?? false;
  const key = 'access.audit.retention';
  return {
    retention: durationToMilliseconds(
      config.has(key) ? readDurationFromConfig(config, { key }) : RETENTION,
    ),
    permissionsEnabled,
    changesAllowed:
      permissionsEnabled ||
      (config.getOptionalBoolean(
        'access.dangerouslyAllowActionsWithoutPermissions',
      ) ??
        false),
  };
}
