import { LogLevel } from '@domaindeck/backstage-plugin-workloads-common';

/** Three letters of a level, the same in every language, as programs write them. */
export const levelCode: Readonly<Record<LogLevel, string>> = {
  error: 'ERR',
  warn: 'WRN',
  info: 'INF',
  debug: 'DBG',
};
